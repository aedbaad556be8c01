package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.Level;
import org.instantlogs.suite.cases.Cases;
import org.junit.jupiter.api.Test;

/** The identity of checks is for ever: ids are known by reports, ledgers and links. */
class CheckIdsTest {
    private static final String LOCK = "/check-ids.lock";
    private static final String RETIRED = "/check-ids.retired";

    @Test
    void noCheckDisappearsWithoutBeingRetiredAndNoneComesWithoutBeingLocked() throws IOException {
        var declared = new TreeSet<String>();
        for (Edition edition : Edition.values()) {
            declared.addAll(Plan.of(Catalogue.load(), edition, Cases.all()).checkIds());
        }

        assertThat(problems(declared, lines(LOCK), lines(RETIRED)))
                .as(
                        "src/test/resources%s holds every check id; one that goes is moved to %s. To write it anew: "
                                + "java -jar suite/target/instant-logs-suite.jar list --ids",
                        LOCK, RETIRED)
                .isEmpty();
    }

    @Test
    void anIdThatDisappearsIsAProblemUntilItIsRetired() {
        var locked = List.of("IL-JOB-01.first", "IL-JOB-02.second");

        assertThat(problems(Set.of("IL-JOB-01.first"), locked, List.of()))
                .containsExactly("IL-JOB-02.second has disappeared");
        assertThat(problems(Set.of("IL-JOB-01.first"), locked, List.of("IL-JOB-02.second")))
                .isEmpty();
    }

    @Test
    void anIdThatIsNewOrComesBackFromRetirementIsAProblem() {
        var locked = List.of("IL-JOB-01.first");

        assertThat(problems(Set.of("IL-JOB-01.first", "IL-JOB-02.second"), locked, List.of()))
                .containsExactly("IL-JOB-02.second is not locked");
        assertThat(problems(Set.of("IL-JOB-01.first"), locked, locked))
                .containsExactly("IL-JOB-01.first is retired and declared");
    }

    private static List<String> problems(Set<String> declared, List<String> locked, List<String> retired) {
        var problems = new ArrayList<String>();
        for (String id : new TreeSet<>(locked)) {
            if (!declared.contains(id) && !retired.contains(id)) {
                problems.add(id + " has disappeared");
            }
        }
        for (String id : new TreeSet<>(declared)) {
            if (retired.contains(id)) {
                problems.add(id + " is retired and declared");
            } else if (!locked.contains(id)) {
                problems.add(id + " is not locked");
            }
        }
        return problems;
    }

    @Test
    void everyMustThatAContractCanReachHasACheck() {
        var unreachable = List.of();
        var uncovered = Plan.of(Catalogue.load(), Edition.DOCS_2022, Cases.all()).uncovered().stream()
                .filter(rule -> rule.level(Edition.DOCS_2022) == Level.MUST
                        || List.of("JOB", "STREAM", "NDJSON").contains(rule.area()))
                .map(rule -> rule.id())
                .toList();
        assertThat(uncovered).isEqualTo(unreachable);
    }

    private static List<String> lines(String resource) throws IOException {
        try (var stream = CheckIdsTest.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            return Arrays.stream(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
