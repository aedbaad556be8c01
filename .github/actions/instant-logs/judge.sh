#!/usr/bin/env bash
# Judges CONFORMANCE_TARGET, adds the summary to the job's, and ends with the suite's exit code. The suite prints the annotations.
set -euo pipefail
read -ra options <<< "$CONFORMANCE_OPTIONS"
code=0
java -XX:TieredStopAtLevel=1 -jar "$GITHUB_ACTION_PATH/../../../suite/target/instant-logs-suite.jar" \
  run --target "$CONFORMANCE_TARGET" --out "$CONFORMANCE_OUT" "${options[@]}" || code=$?
if [ -f "$CONFORMANCE_OUT/summary.md" ]; then
  cat "$CONFORMANCE_OUT/summary.md" >> "$GITHUB_STEP_SUMMARY"
fi
exit "$code"
