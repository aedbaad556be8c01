package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.reports.Samples.must;
import static org.instantlogs.reports.Samples.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OutcomeTextTest {

    @Test
    void aConformantRunSaysHowMuchItRestsOn() {
        assertThat(OutcomeText.of(report(must(1, Verdict.PASS)))).isEqualTo("conformant: 1 check judged");
        assertThat(OutcomeText.of(report(
                        must(1, Verdict.PASS),
                        must(2, Verdict.WARN),
                        must(3, Verdict.KNOWN),
                        must(4, Verdict.NOT_TESTED),
                        must(5, Verdict.DESELECTED))))
                .isEqualTo(
                        "conformant: 3 checks judged; 1 with a warning; 1 violated as known; 1 not tested; partial: 1"
                                + " deselected");
    }

    @Test
    void aRunThatIsNotConformantNamesTheViolations() {
        assertThat(OutcomeText.of(report(must(1, Verdict.PASS), must(2, Verdict.FAIL), must(3, Verdict.STALE))))
                .isEqualTo(
                        "not conformant: 1 of 3 checks violated a MUST: IL-FILTER-02.word; 1 of 3 checks no longer matched"
                                + " the list of known violations: IL-FILTER-03.word");
    }

    @Test
    void ofManyViolationsFiveAreNamed() {
        var checks =
                IntStream.rangeClosed(1, 8).mapToObj(i -> must(i, Verdict.FAIL)).toList();

        assertThat(OutcomeText.of(report(false, 8, checks)))
                .isEqualTo("not conformant: 8 of 8 checks violated a MUST: IL-FILTER-01.word, IL-FILTER-02.word,"
                        + " IL-FILTER-03.word, IL-FILTER-04.word, IL-FILTER-05.word and 3 more");
    }

    @Test
    void anEntryOfTheListOfKnownViolationsThatMatchesNoCheckIsRed() {
        var entry = new Known.Entry("IL-GONE-*", "why", Optional.empty(), Optional.empty());

        var report = report(must(1, Verdict.PASS)).withUnmatched(List.of(entry));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(OutcomeText.of(report))
                .isEqualTo("not conformant: 1 entry of the list of known violations matches no check: IL-GONE-*");
        assertThat(OutcomeText.of(report(must(1, Verdict.ERROR)).withUnmatched(List.of(entry, entry))))
                .startsWith("error: ")
                .endsWith("2 entries of the list of known violations match no check: IL-GONE-*, IL-GONE-*");
    }

    @Test
    void aStrictRunNamesTheWarnings() {
        assertThat(OutcomeText.of(report(true, 1, List.of(must(1, Verdict.WARN)))))
                .isEqualTo("not conformant: 1 of 1 check violated a SHOULD (strict): IL-FILTER-01.word");
    }

    @Test
    void anIncompleteRunSaysWhy() {
        assertThat(OutcomeText.of(report())).isEqualTo("incomplete: no check was judged");
        assertThat(OutcomeText.of(report(must(1, Verdict.NOT_TESTED), must(2, Verdict.DESELECTED))))
                .isEqualTo("incomplete: no check was judged; 1 not tested; partial: 1 deselected");
        assertThat(OutcomeText.of(report(must(1, Verdict.PASS), must(2, Verdict.INCONCLUSIVE))))
                .isEqualTo("incomplete: 1 of 2 checks came to no judgement: IL-FILTER-02.word");
    }

    @Test
    void anErrorOfTheRunComesFirst() {
        assertThat(OutcomeText.of(report(must(1, Verdict.FAIL), must(2, Verdict.ERROR))))
                .isEqualTo(
                        "error: 1 of 2 checks failed by a fault of the suite: IL-FILTER-02.word; 1 of 2 checks violated a"
                                + " MUST: IL-FILTER-01.word");
        assertThat(OutcomeText.of(report(false, 2, List.of(must(1, Verdict.PASS)))))
                .startsWith("error: the checks do not add up: 2 declared, but 1 accounted for (1 judged, ");
    }

    @Test
    void isOneLineWhateverTheIdsHold() {
        assertThat(OutcomeText.of(Samples.hostileReport()))
                .doesNotContain("\n", "\u0001")
                .contains("\\u0001");
    }
}
