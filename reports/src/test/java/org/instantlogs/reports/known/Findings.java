package org.instantlogs.reports.known;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Fingerprint;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.Speed;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.reports.TargetInfo;
import org.instantlogs.reports.Verdict;

/** Results and reports for tests of the list of known deviations. */
final class Findings {
    private Findings() {}

    static CheckResult deviates(String id, String actual, Verdict verdict) {
        return check(id).expected("201").actual(actual).build(verdict);
    }

    static CheckResult ended(String id, Verdict verdict) {
        return check(id).observed("seen").reason("why").build(verdict);
    }

    static String how(String actual) {
        return Fingerprint.of(deviates("IL-JOB-01", actual, Verdict.FAIL)).orElseThrow();
    }

    static Report report(boolean strict, CheckResult... checks) {
        return Report.of(
                new SuiteInfo("1", "sha256:abc", "docs-2022", 42),
                new TargetInfo("target", "https://127.0.0.1/", List.of(), List.of()),
                Instant.parse("2026-01-01T00:00:00Z"),
                Duration.ofSeconds(1),
                strict,
                checks.length,
                Speed.of(1, 0, List.of(checks)),
                List.of(checks));
    }

    private static CheckResult.Builder check(String id) {
        var requirement = id.replaceFirst("\\..*", "");
        return CheckResult.of(id, requirement, requirement.split("-", -1)[1], "MUST", "says", "source");
    }
}
