package org.instantlogs.suite.cases.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.run.Plan;
import org.junit.jupiter.api.Test;

/** The table has a word for everything that can happen to a session, and no word that means nothing. */
class SessionTableTest {
    private static final List<String> STATES =
            List.of("no-job", "created", "attached", "closed", "lost", "replaced", "over", "abandoned", "limited");

    @Test
    void everyStateMeetsEveryEventOnce() {
        var expected = new ArrayList<String>();
        for (String state : STATES) {
            for (SessionEvent event : SessionEvent.values()) {
                expected.add(state + " " + event.label());
            }
        }

        assertThat(SessionTable.cells().stream()
                        .map(cell -> cell.state() + " " + cell.event().label())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyCheckThatItNamesIsDeclared() {
        var declared = Plan.of(Catalogue.load(), Edition.DOCS_2022, Cases.all()).checkIds().stream()
                .map(id -> id.replaceFirst("\\[.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        var named = SessionTable.cells().stream()
                .flatMap(cell -> cell.judgedBy().stream())
                .toList();

        assertThat(named).hasSizeGreaterThan(80);
        assertThat(declared).containsAll(named);
    }
}
