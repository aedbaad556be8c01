package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.instantlogs.fixtures.Level;
import org.instantlogs.suite.run.Selection.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final String ID = "IL-FILTER-03.greater-by-number[field=EdgeResponseStatus,value=404]";

    @Test
    void noSelectorSelectsAllAndIsNotPartial() {
        assertThat(selects()).isTrue();
        assertThat(Selection.of(List.of()).isPartial()).isFalse();
        assertThat(Selection.of(List.of("*")).isPartial()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IL-FILTER-03",
                ID,
                "FILTER",
                "MUST",
                "IL-FILTER-03.greater-by-number",
                "*",
                "IL-FILTER-*",
                "IL-FILTER-0?",
                "FIL*",
                "M?ST",
                "*value=404]",
                "IL-FILTER-03.*[field=EdgeResponseStatus,*",
                "*[*,*]",
            })
    void selectsByIdCheckAreaLevelOrAGlobOfThese(String selector) {
        assertThat(selects(selector)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "IL-FILTER-04",
                "IL-FILTER-03.greater",
                "IL-FILTER-03.",
                "IL-FILTER",
                "filter",
                "must",
                "SHOULD",
                "FILTER,JOB",
                "IL-FILTER-0[0-9]",
                "IL.FILTER.03",
                "IL-FILTER-03|JOB",
                "(FILTER)",
                "\\QFILTER\\E",
                "IL-FILTER-03.greater-by-number[value=404,field=EdgeResponseStatus]",
                "IL-FILTER-?",
            })
    void everythingElseInASelectorIsLiteralAndTheWholeOfItCounts(String selector) {
        assertThat(selects(selector)).isFalse();
    }

    @Test
    void oneOfSeveralIsEnough() {
        assertThat(selects("JOB", "MUST")).isTrue();
        assertThat(selects("JOB", "SHOULD")).isFalse();
    }

    @Test
    void aSelectorThatSelectsNoneOfTheCandidatesIsFutile() {
        var candidates = List.of(
                new Candidate("FILTER", Level.MUST, "IL-FILTER-03", ID),
                new Candidate("JOB", Level.OPEN, "IL-JOB-11", "IL-JOB-11"));

        assertThat(Selection.of(List.of("JOB", "MUST", "IL-JOB-*")).futile(candidates))
                .isEmpty();
        assertThat(Selection.of(List.of("JOB", "STREAM", "SHOULD")).futile(candidates))
                .hasValue("STREAM");
        assertThat(Selection.of(List.of()).futile(candidates)).isEmpty();
        assertThat(Selection.of(List.of("*")).futile(List.of())).hasValue("*");
    }

    private static boolean selects(String... selectors) {
        return Selection.of(List.of(selectors)).selects("FILTER", Level.MUST, "IL-FILTER-03", ID);
    }
}
