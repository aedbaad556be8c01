package org.instantlogs.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides how a run ended. Each declared check must have exactly one result, else the run is an error, whatever the results
 * say; a run in which nothing was judged is never conformant.
 */
final class Accounting {

    private Accounting() {}

    /**
     * @param trouble why, where the checks alone do not say it
     */
    record Decision(Outcome outcome, Optional<String> trouble) {}

    static Decision decide(List<CheckResult> checks, boolean strict, int declared) {
        var repeated = repeated(checks);
        if (!repeated.isEmpty()) {
            return new Decision(Outcome.ERROR, Optional.of("more than one result for " + String.join(", ", repeated)));
        }
        if (declared != checks.size()) {
            return new Decision(Outcome.ERROR, Optional.of(doNotAddUp(checks, declared)));
        }
        if (has(checks, Verdict.ERROR)) {
            return new Decision(Outcome.ERROR, Optional.empty());
        }
        if (checks.stream().anyMatch(check -> check.verdict().isRed(strict))) {
            return new Decision(Outcome.NOT_CONFORMANT, Optional.empty());
        }
        if (checks.stream().noneMatch(check -> check.verdict().isJudged())) {
            return new Decision(Outcome.INCOMPLETE, Optional.of("no check was judged"));
        }
        if (has(checks, Verdict.INCONCLUSIVE)) {
            return new Decision(Outcome.INCOMPLETE, Optional.empty());
        }
        return new Decision(Outcome.CONFORMANT, Optional.empty());
    }

    private static boolean has(List<CheckResult> checks, Verdict verdict) {
        return checks.stream().anyMatch(check -> check.verdict() == verdict);
    }

    private static List<String> repeated(List<CheckResult> checks) {
        var seen = new HashSet<String>();
        return checks.stream()
                .map(CheckResult::id)
                .filter(id -> !seen.add(id))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static String doNotAddUp(List<CheckResult> checks, int declared) {
        return "the checks do not add up: " + declared + " declared, but " + checks.size() + " accounted for ("
                + judged(checks) + " judged, " + count(checks, Verdict.NOT_TESTED) + " not tested, "
                + count(checks, Verdict.INCONCLUSIVE) + " inconclusive, " + count(checks, Verdict.ERROR) + " errors, "
                + count(checks, Verdict.DESELECTED) + " deselected)";
    }

    private static long judged(List<CheckResult> checks) {
        return checks.stream().filter(check -> check.verdict().isJudged()).count();
    }

    private static long count(List<CheckResult> checks, Verdict verdict) {
        return checks.stream().filter(check -> check.verdict() == verdict).count();
    }
}
