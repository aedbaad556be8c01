package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.reports.Samples.must;
import static org.instantlogs.reports.Samples.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountingTest {

    @ParameterizedTest
    @CsvSource({
        "PASS, CONFORMANT, CONFORMANT",
        "FAIL, NOT_CONFORMANT, NOT_CONFORMANT",
        "WARN, CONFORMANT, NOT_CONFORMANT",
        "NOTE, CONFORMANT, CONFORMANT",
        "NOT_TESTED, INCOMPLETE, INCOMPLETE",
        "INCONCLUSIVE, INCOMPLETE, INCOMPLETE",
        "ERROR, ERROR, ERROR",
        "KNOWN, CONFORMANT, CONFORMANT",
        "STALE, NOT_CONFORMANT, NOT_CONFORMANT",
        "DESELECTED, INCOMPLETE, INCOMPLETE"
    })
    void oneCheckAloneDecidesTheOutcome(Verdict verdict, Outcome lenient, Outcome strict) {
        assertThat(report(must(1, verdict)).outcome()).isEqualTo(lenient);
        assertThat(report(true, 1, List.of(must(1, verdict))).outcome()).isEqualTo(strict);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, CONFORMANT",
        "FAIL, NOT_CONFORMANT",
        "WARN, CONFORMANT",
        "NOTE, CONFORMANT",
        "NOT_TESTED, CONFORMANT",
        "INCONCLUSIVE, INCOMPLETE",
        "ERROR, ERROR",
        "KNOWN, CONFORMANT",
        "STALE, NOT_CONFORMANT",
        "DESELECTED, CONFORMANT"
    })
    void oneCheckBesideAPassDecidesTheOutcome(Verdict verdict, Outcome outcome) {
        assertThat(report(must(1, Verdict.PASS), must(2, verdict)).outcome()).isEqualTo(outcome);
    }

    /** All 1,023 sets of verdicts that a run can have, strict and not. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOutcomeIsTheFirstOfErrorRedIncompleteThatApplies(boolean strict) {
        for (var bits = 1; bits < 1 << Verdict.values().length; bits++) {
            var verdicts = verdicts(bits);
            var checks = verdicts.stream().map(Samples::must).toList();

            assertThat(report(strict, checks.size(), checks).outcome())
                    .as("%s, strict %s", verdicts, strict)
                    .isEqualTo(expected(verdicts, strict));
        }
    }

    private static Set<Verdict> verdicts(int bits) {
        var all = List.of(Verdict.values());
        return BitSet.valueOf(new long[] {bits}).stream()
                .mapToObj(all::get)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
    }

    private static Outcome expected(Set<Verdict> verdicts, boolean strict) {
        if (verdicts.contains(Verdict.ERROR)) {
            return Outcome.ERROR;
        }
        if (verdicts.contains(Verdict.FAIL)
                || verdicts.contains(Verdict.STALE)
                || (strict && verdicts.contains(Verdict.WARN))) {
            return Outcome.NOT_CONFORMANT;
        }
        var nothingJudged = EnumSet.of(Verdict.NOT_TESTED, Verdict.DESELECTED).containsAll(verdicts);
        return nothingJudged || verdicts.contains(Verdict.INCONCLUSIVE) ? Outcome.INCOMPLETE : Outcome.CONFORMANT;
    }

    @Test
    void aRunWithoutChecksIsIncompleteAndSaysWhy() {
        var report = report();

        assertThat(report.outcome()).isEqualTo(Outcome.INCOMPLETE);
        assertThat(report.trouble()).contains("no check was judged");
        assertThat(report.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 1_000})
    void checksThatDoNotAddUpMakeTheRunAnErrorWhateverTheySay(int declared) {
        var checks = List.of(must(1, Verdict.PASS), must(2, Verdict.FAIL));

        var report = report(false, declared, checks);

        assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(report.exitCode()).isEqualTo(4);
        assertThat(report.trouble())
                .contains("the checks do not add up: " + declared + " declared, but 2 accounted for"
                        + " (2 judged, 0 not tested, 0 inconclusive, 0 errors, 0 deselected)");
    }

    @Test
    void twoResultsForOneCheckAreAnErrorEvenWhereTheSumIsRight() {
        var report = report(false, 2, List.of(must(1, Verdict.PASS), must(1, Verdict.PASS)));

        assertThat(report.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(report.trouble()).contains("more than one result for IL-FILTER-01.word");
    }

    @Test
    void aRunIsPartialOnlyWhereTheUserLeftChecksOut() {
        assertThat(report(must(1, Verdict.PASS), must(2, Verdict.DESELECTED)).partial())
                .isTrue();
        assertThat(report(must(1, Verdict.PASS), must(2, Verdict.NOT_TESTED)).partial())
                .isFalse();
    }

    @Test
    void checksAreSortedByIdWhateverTheOrderTheyCameIn() {
        var checks = new ArrayList<>(List.of(must(3, Verdict.PASS), must(1, Verdict.FAIL), must(2, Verdict.NOTE)));

        var report = report(false, 3, checks);
        checks.clear();

        assertThat(report.checks())
                .extracting(CheckResult::id)
                .containsExactly("IL-FILTER-01.word", "IL-FILTER-02.word", "IL-FILTER-03.word");
    }

    @Test
    void countsHoldPassAndFailOfEveryLevelAndWhatElseOccurs() {
        var counts = report(
                        must(1, Verdict.PASS),
                        must(2, Verdict.WARN),
                        Samples.ended("IL-JOB-06", "SHOULD", Verdict.WARN),
                        Samples.ended("IL-JOB-11", "OPEN", Verdict.NOTE))
                .counts();

        assertThat(counts.keySet()).containsExactly("MUST", "SHOULD", "OPEN");
        assertThat(counts.get("MUST")).hasToString("{PASS=1, FAIL=0, WARN=1}");
        assertThat(counts.get("SHOULD")).hasToString("{PASS=0, FAIL=0, WARN=1}");
        assertThat(counts.get("OPEN")).hasToString("{PASS=0, FAIL=0, NOTE=1}");
    }
}
