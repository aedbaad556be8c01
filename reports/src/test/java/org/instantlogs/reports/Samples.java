package org.instantlogs.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks and reports for tests, as small as they can be. */
public final class Samples {

    public static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");

    /** Control characters, an end of CDATA, markup, quotes, a lone surrogate, an escape sequence, a turned direction. */
    public static final String HOSTILE =
            "a\u0000b\u001b[31m ]]> <script>alert(1)</script> & \"q\" \ud83d lone \ud83d\ude00 ok"
                    + " \u202eturned \u2028 \uffff \r\n second\tline";

    private Samples() {}

    public static CheckResult.Builder check(String id, String level) {
        var requirement = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
        return CheckResult.of(
                        id,
                        requirement,
                        requirement.split("-", -1)[1],
                        level,
                        "the rule of " + requirement,
                        "page: here")
                .duration(Duration.ofMillis(7));
    }

    public static CheckResult must(int number, Verdict verdict) {
        return ended(String.format("IL-FILTER-%02d.word", number), "MUST", verdict);
    }

    public static CheckResult ended(String id, String level, Verdict verdict) {
        var check = check(id, level);
        switch (verdict) {
            case NOTE -> check.observed("seen");
            case NOT_TESTED -> check.reason("set traffic.inject");
            case INCONCLUSIVE -> check.reason("throttled");
            case KNOWN, STALE -> check.known(listed(verdict, "on purpose"));
            default -> {}
        }
        return check.build(verdict);
    }

    static Known listed(Verdict verdict, String text) {
        var entry = new Known.Entry(text, text, Optional.of("https://tracker.example/7"), Optional.of("2026-06-30"));
        return verdict == Verdict.STALE
                ? new Known(entry, Verdict.PASS, Optional.of("passes, " + text))
                : new Known(entry, Verdict.FAIL, Optional.empty());
    }

    /** A check named after its verdict. */
    public static CheckResult must(Verdict verdict) {
        return ended("IL-FILTER-01." + verdict.label(), "MUST", verdict);
    }

    public static List<CheckResult> oneOfEach() {
        return Arrays.stream(Verdict.values()).map(Samples::must).toList();
    }

    public static CheckResult violation() {
        return check("IL-FILTER-01.delivers[field=RayID]", "MUST")
                .reason("1 record outside the filter was delivered")
                .expected("3 records: r1, r3, r5, then nothing")
                .actual("4 records: r1, r2, r3, r5")
                .details(List.of("r2 has EdgeResponseStatus 200", "r4 is missing"))
                .exchange("exchanges/IL-FILTER-01.json")
                .replay("java -jar suite.jar replay x.json")
                .statistics(List.of(
                        new Statistic("a share of 0.1", 1e-9, "shares of 0.2 or more", 0.99),
                        new Statistic("a share of 0.5", 2e-9, "shares of 0.6 or more", 0.9)))
                .build(Verdict.FAIL);
    }

    /** A test of a share, one in ten of 2,000. */
    public static CheckResult sampled(double observed, Verdict verdict) {
        return check("IL-SAMPLE-02.delivers[n=10]", "MUST")
                .expected("a share of 0.1")
                .shares(List.of(new Share("records delivered at a sample of 10", 2_000, 0.1, 0.06, 0.14, observed)))
                .build(verdict);
    }

    /** A check in which everything that a target may have a say in is hostile. */
    public static CheckResult hostile(String id, Verdict verdict) {
        var check = check(id, "MUST");
        if (verdict == Verdict.KNOWN || verdict == Verdict.STALE) {
            check.known(listed(verdict, HOSTILE));
        }
        return check.reason(HOSTILE)
                .expected(HOSTILE)
                .actual(HOSTILE)
                .observed(HOSTILE)
                .details(List.of(HOSTILE, HOSTILE))
                .replay(HOSTILE)
                .stackTrace(HOSTILE)
                .build(verdict);
    }

    /** A report with one check of each verdict, all of them hostile. */
    public static Report hostileReport() {
        var checks = Arrays.stream(Verdict.values())
                .map(verdict -> hostile("IL-JOB-01." + verdict.label() + "[value=<\u0001\">]", verdict))
                .toList();
        return report(false, checks.size(), checks);
    }

    public static Report report(CheckResult... checks) {
        return report(false, checks.length, List.of(checks));
    }

    public static Report report(boolean strict, int declared, List<CheckResult> checks) {
        return Report.of(
                new SuiteInfo("1.0.0", "sha256:abc", "docs-2022", 42),
                new TargetInfo("my-edge", "https://127.0.0.1:8443/client/v4", List.of("inject", "clock"), List.of()),
                STARTED,
                Duration.ofSeconds(2),
                strict,
                declared,
                Speed.of(2, 0, checks),
                checks);
    }
}
