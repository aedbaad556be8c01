package org.instantlogs.reports.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.reports.known.Findings.deviates;
import static org.instantlogs.reports.known.Findings.ended;
import static org.instantlogs.reports.known.Findings.how;

import java.time.LocalDate;
import java.util.List;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Known;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LedgerTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");
    private static final String ID = "IL-JOB-01.answers[body=a]";

    private final Ledger ledger = LedgerFile.parse("""
            known: 1
            deviations:
              - check: IL-JOB-01.answers
                reason: we answer 204
                link: https://tracker.example/7
                expires: 2026-06-30
                fingerprints: [%s]
            """.formatted(how("204")));

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"FAIL", "WARN"})
    void whatIsViolatedInTheListedWayIsKnown(Verdict verdict) {
        var known = ledger.judge(deviates(ID, "204", verdict), TODAY);

        assertThat(known.verdict()).isEqualTo(Verdict.KNOWN);
        assertThat(known.unlisted()).isEqualTo(verdict);
        assertThat(known.known()).map(Known::entry).get().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("we answer 204");
            assertThat(entry.link()).contains("https://tracker.example/7");
        });
        assertThat(known.verdict().isRed(true)).isFalse();
    }

    @Test
    void whatIsViolatedInAnotherWayIsStale() {
        assertThat(stale(ledger.judge(deviates(ID, "500", Verdict.FAIL), TODAY)))
                .isEqualTo("violated in another way than listed: " + how("500") + " instead of " + how("204")
                        + "; `known update` writes the list anew");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"PASS", "NOTE"})
    void whatIsListedAndPassesIsStale(Verdict verdict) {
        assertThat(stale(ledger.judge(ended(ID, verdict), TODAY)))
                .isEqualTo("passes, though it is listed as known; `known update` writes the list anew");
    }

    @Test
    void anExpiredEntryIsStaleFromTheDayAfterItsLast() {
        var result = deviates(ID, "204", Verdict.FAIL);

        assertThat(ledger.judge(result, TODAY).verdict()).isEqualTo(Verdict.KNOWN);
        assertThat(stale(ledger.judge(result, TODAY.plusDays(1))))
                .isEqualTo(
                        "still violated, and its entry counted until 2026-06-30; mend the target or give a later day");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"NOT_TESTED", "INCONCLUSIVE", "ERROR", "DESELECTED"})
    void whatCameToNoJudgementStaysAsItIs(Verdict verdict) {
        var result = ended(ID, verdict);

        assertThat(ledger.judge(result, TODAY)).isSameAs(result);
    }

    @Test
    void whatIsNotListedStaysAsItIs() {
        var result = deviates("IL-JOB-01.answers-otherwise", "204", Verdict.FAIL);

        assertThat(ledger.judge(result, TODAY)).isSameAs(result);
        assertThat(Ledger.EMPTY.judge(result, TODAY)).isSameAs(result);
    }

    @Test
    void ofTwoEntriesThatMatchTheOneThatHasTheWayCounts() {
        var two = LedgerFile.parse("""
                known: 1
                deviations:
                  - {check: "IL-JOB-*", reason: first, fingerprints: [%s]}
                  - {check: "%s", reason: second, fingerprints: [%s]}
                """.formatted(how("500"), ID, how("204")));

        assertThat(two.judge(deviates(ID, "204", Verdict.FAIL), TODAY).known())
                .map(known -> known.entry().reason())
                .contains("second");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IL-JOB-01.answers[body=a] | true
            IL-JOB-01.answers         | true
            IL-JOB-01.*               | true
            IL-JOB-0?.answers         | true
            *                         | true
            IL-JOB-01.answer          | false
            IL-JOB-01                 | false
            IL-JOB-01.answers[body=b] | false
            IL-JOB-01.answers[body=.] | false
            IL?JOB-01                 | false
            """)
    void patternsAreIdsNamesOrGlobs(String pattern, boolean matches) {
        assertThat(LedgerEntry.matches(pattern, ID)).isEqualTo(matches);
    }

    @Test
    void anEntryThatMatchesNoCheckIsTold() {
        assertThat(ledger.unmatched(List.of(ID))).isEmpty();
        assertThat(ledger.unmatched(List.of("IL-JOB-02.answers")))
                .extracting(Known.Entry::check)
                .containsExactly("IL-JOB-01.answers");
    }

    private static String stale(CheckResult result) {
        assertThat(result.verdict()).isEqualTo(Verdict.STALE);
        return result.known().flatMap(Known::stale).orElseThrow();
    }
}
