package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConsoleSummaryTest {

    @Test
    void saysTheTableTheReasonsTheViolationsAndLastTheVerdict() {
        var report = Samples.report(
                Samples.violation(),
                Samples.must(2, Verdict.PASS),
                Samples.must(3, Verdict.NOT_TESTED),
                Samples.ended("IL-JOB-06", "SHOULD", Verdict.WARN),
                Samples.ended("IL-JOB-11", "OPEN", Verdict.NOTE),
                Samples.ended("IL-JOB-12", "MUST", Verdict.INCONCLUSIVE),
                Samples.ended("IL-JOB-13", "MUST", Verdict.NOT_TESTED));

        assertThat(ConsoleSummary.text(report, "out/report.json", Terminal.NONE))
                .isEqualTo("""
                                        MUST        SHOULD        OPEN
                        area    checks  pass  fail    pass  warn  note  not tested  inconclusive  error   time
                        FILTER       3     1     1       0     0     0           1             0      0  0.0 s
                        JOB          4     0     0       0     1     1           1             1      0  0.0 s
                        all          7     1     1       0     1     1           2             1      0  0.0 s

                        not tested
                             2  set traffic.inject

                        IL-JOB-12  MUST  inconclusive: throttled
                          rule      the rule of IL-JOB-12
                          source    page: here

                        IL-JOB-06  SHOULD  violated: the rule of IL-JOB-06
                          rule      the rule of IL-JOB-06
                          source    page: here

                        IL-FILTER-01.delivers[field=RayID]  MUST  violated: 1 record outside the filter was delivered
                          rule      the rule of IL-FILTER-01
                          expected  3 records: r1, r3, r5, then nothing
                          actual    4 records: r1, r2, r3, r5
                          details   r2 has EdgeResponseStatus 200
                                    r4 is missing
                          source    page: here
                          exchange  exchanges/IL-FILTER-01.json
                          replay    java -jar suite.jar replay x.json

                        4 checks judged in 2.0 s (2 a second, 2 zones)
                        not conformant: 1 of 5 checks violated a MUST: IL-FILTER-01.delivers[field=RayID]; 1 of 5 checks came to\
                         no judgement: IL-JOB-12; 1 with a warning; 2 not tested
                        report: out/report.json
                        """);
    }

    @Test
    void everyVerdictThatOccursHasAColumnSoThatRowsAddUp() {
        var table = AreaTable.lines(List.of(
                Samples.must(1, Verdict.WARN),
                Samples.must(2, Verdict.KNOWN),
                Samples.must(3, Verdict.STALE),
                Samples.must(4, Verdict.DESELECTED),
                Samples.ended("IL-FILTER-05", "SHOULD", Verdict.FAIL)));

        assertThat(table)
                .containsExactly(
                        "                MUST              SHOULD              OPEN",
                        "area    checks  pass  fail  warn    pass  fail  warn  note  not tested  inconclusive  error  known  stale"
                                + "  deselected   time",
                        "FILTER       5     0     0     1       0     1     0     0           0             0      0      1      1"
                                + "           1  0.0 s",
                        "all          5     0     0     1       0     1     0     0           0             0      0      1      1"
                                + "           1  0.0 s");
    }

    @Test
    void whatIsKnownIsShownWithItsReason() {
        var known = Samples.check("IL-JOB-01.word", "MUST")
                .expected("201")
                .actual("204")
                .known(Samples.listed(Verdict.KNOWN, "on purpose"))
                .build(Verdict.KNOWN);
        var stale = Samples.must(2, Verdict.STALE);
        var report = Samples.report(known, stale)
                .withUnmatched(List.of(new Known.Entry("IL-NO-*", "why", Optional.empty(), Optional.empty())));

        assertThat(ConsoleSummary.text(report, "r", Terminal.NONE)).contains("""
                        IL-JOB-01.word  MUST  violated as known: not as expected: 204
                          rule      the rule of IL-JOB-01
                          expected  201
                          actual    204
                          known     on purpose (https://tracker.example/7), until 2026-06-30
                          how       v1-e42b777efca8c8d5
                          source    page: here

                        IL-FILTER-02.word  MUST  stale: passes, on purpose
                          rule      the rule of IL-FILTER-02
                          known     on purpose (https://tracker.example/7), until 2026-06-30
                          source    page: here

                        stale  IL-NO-* is listed as known and matches no check: why
                        """);
    }

    @Test
    void coloursAreThereOnATerminalOnly() {
        var report = Samples.report(Samples.violation());

        assertThat(ConsoleSummary.text(report, "r", new Terminal(true, true)))
                .contains("\u001b[31mIL-FILTER-01.delivers[field=RayID]  MUST  violated: ")
                .contains("\u001b[1m\u001b[31mnot conformant: ");
        assertThat(ConsoleSummary.text(report, "r", new Terminal(true, false))).doesNotContain("\u001b");
    }

    @Test
    void hostileTextActsOnNoTerminal() {
        assertThat(ConsoleSummary.text(Samples.hostileReport(), "r", Terminal.NONE))
                .doesNotContain("\u001b", "\u0000", "\r", "\u202e", "\u2028", "\t")
                .contains("a\\u0000b\\u001b[31m ]]> <script>alert(1)</script>");
    }

    @Test
    void aMustThatIsLetPassWithAWarningSaysSo() {
        assertThat(Violation.opening(Samples.must(1, Verdict.WARN)))
                .isEqualTo("IL-FILTER-01.word  MUST  violated, let pass with a warning: the rule of IL-FILTER-01");
    }

    @Test
    void withoutAHeadlineTheFirstMismatchIsOneAndSaysHowManyMoreThereAre() {
        var check = Samples.check("IL-JOB-01", "MUST")
                .details(List.of("first", "second", "third"))
                .build(Verdict.FAIL);

        assertThat(Violation.opening(check)).isEqualTo("IL-JOB-01  MUST  violated: first (and 2 more)");
    }

    @Test
    void anErrorOfTheSuiteShowsWhereItHappened() {
        var check = Samples.check("IL-JOB-01", "MUST")
                .stackTrace("java.lang.IllegalStateException: oops\n\tat a.B.c(B.java:1)")
                .build(Verdict.ERROR);

        assertThat(ConsoleSummary.text(Samples.report(check), "r", Terminal.NONE))
                .contains("IL-JOB-01  MUST  error: java.lang.IllegalStateException: oops\n")
                .contains("\n        at a.B.c(B.java:1)\n");
    }

    @Test
    void hugeTextIsCutAndSaysWhereTheRestIs() {
        var check = Samples.check("IL-JOB-01", "MUST")
                .reason("short")
                .actual("x".repeat(1_000_000))
                .expected("line\n".repeat(1_000))
                .build(Verdict.FAIL);

        assertThat(Violation.text(check))
                .contains("x".repeat(2_000) + "… (998000 characters more in report.json)")
                .contains("… and 899 lines more in report.json")
                .hasSizeLessThan(10_000);
    }

    @Test
    void aNoticeAboutTheTargetIsShown() {
        var plain = Samples.report(Samples.must(1, Verdict.PASS));
        var target = new TargetInfo("t", "https://t", List.of(), List.of("tls.insecure: any certificate is trusted"));
        var report = Report.of(
                plain.suite(),
                target,
                plain.started(),
                plain.duration(),
                false,
                1,
                new Speed(1, 3, List.of(), Optional.empty()),
                plain.checks());

        assertThat(ConsoleSummary.text(report, "r", Terminal.NONE))
                .contains("\ntls.insecure: any certificate is trusted\n")
                .contains("1 zone), 3 answers 429 waited out");
    }
}
