package org.instantlogs.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Requirement;
import org.instantlogs.fixtures.TrialTarget;
import org.junit.jupiter.api.Test;

class AllTrialTargetsTest {
    private final List<TrialTarget> all = new AllTrialTargets().all();

    @Test
    void noTwoTargetsHaveTheSameName() {
        assertThat(all).isNotEmpty();
        assertThat(all).extracting(TrialTarget::name).doesNotHaveDuplicates();
        assertThat(all).extracting(TrialTarget::says).doesNotHaveDuplicates();
    }

    @Test
    void theyNameRulesOfTheCatalogue() {
        var rules =
                Catalogue.load().requirements().stream().map(Requirement::id).toList();

        assertThat(all)
                .allSatisfy(target -> assertThat(rules)
                        .containsAll(Stream.concat(target.breaks().stream(), target.mayBreak().stream())
                                .map(selector -> selector.replaceFirst("[.].*", ""))
                                .toList()));
    }

    @Test
    void whatAServerThatConformsTouchesIsAmongTheRulesAndHoldsWhatItIsWarnedOf() {
        var rules =
                Catalogue.load().requirements().stream().map(Requirement::id).toList();

        assertThat(all)
                .filteredOn(target -> !target.touches().isEmpty())
                .isNotEmpty()
                .allSatisfy(target -> {
                    assertThat(target.conforms()).isTrue();
                    assertThat(target.touches())
                            .allMatch(touched -> rules.stream().anyMatch(rule -> isAmong(rule, touched)));
                    assertThat(target.mayBreak())
                            .allMatch(rule -> target.touches().stream().anyMatch(touched -> isAmong(rule, touched)));
                });
    }

    private static boolean isAmong(String rule, String touched) {
        return rule.matches(touched.replace("*", ".*"));
    }

    @Test
    void thereAreFaultsAndPersonalities() {
        assertThat(all).anyMatch(TrialTarget::conforms).anyMatch(target -> !target.conforms());
    }
}
