package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.Requirement;
import org.instantlogs.suite.FakeTarget;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void aCaseThatNamesARuleTheCatalogueDoesNotKnowIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> plan(FakeCases.OfNoRule.class))
                .withMessage("OfNoRule.judgesNothing judges IL-JOB-99.judges-nothing,"
                        + " a rule that the catalogue doesn't know");
    }

    @Test
    void twoCasesOfOneIdAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> plan(FakeCases.Twins.class))
                .withMessageStartingWith("IL-JOB-01.twin is declared twice: by Twins.")
                .withMessageContaining("Twins.castor")
                .withMessageContaining("Twins.pollux");
        assertThatIllegalStateException()
                .isThrownBy(() -> plan(FakeCases.Pair.class, FakeCases.Pair.class))
                .withMessageContaining("is declared twice");
    }

    @Test
    void whatIsNoCaseClassIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> plan(FakeCases.Idle.class))
                .withMessageContaining("declares no check");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(FakeCases.Misnamed.class))
                .withMessageContaining("is no check");
        assertThatIllegalStateException()
                .isThrownBy(() -> plan(FakeCases.Variantless.class))
                .withMessageContaining("has no variant");
        assertThatIllegalStateException()
                .isThrownBy(() -> plan(FakeCases.Astray.class))
                .withMessageContaining("names `nowhere` as its variants");
    }

    @Test
    void checksAreSortedById() {
        assertThat(plan(FakeCases.Endless.class, FakeCases.Company.class).checkIds())
                .isSorted()
                .hasSize(14);
    }

    @Test
    void aRuleOfOneEditionIsPlannedInThatEditionOnly() {
        assertThat(Plan.of(CATALOGUE, Edition.DOCS_2022, List.of(FakeCases.ByEdition.class))
                        .checkIds())
                .containsExactly("IL-FILTER-11.takes-text", "IL-FILTER-12.takes-an-array[number=0]");
        assertThat(Plan.of(CATALOGUE, Edition.DOCS_2024, List.of(FakeCases.ByEdition.class))
                        .checkIds())
                .containsExactly("IL-FILTER-12.takes-an-array[number=0]", "IL-FILTER-12.takes-an-array[number=1]");
    }

    @Test
    void uncoveredAreTheRulesThatBindTheEditionAndHaveNoCheckInTheCataloguesOrder() {
        for (Edition edition : Edition.values()) {
            var plan = Plan.of(CATALOGUE, edition, List.of(FakeCases.Pair.class));

            assertThat(plan.uncovered())
                    .isEqualTo(CATALOGUE.requirements().stream()
                            .filter(rule -> rule.binds(edition))
                            .filter(rule -> !rule.id().equals("IL-JOB-01"))
                            .toList());
        }
        assertThat(Plan.of(CATALOGUE, Edition.DOCS_2024, List.of(FakeCases.Pair.class))
                        .uncovered())
                .extracting(Requirement::id)
                .doesNotContain("IL-FILTER-11")
                .contains("IL-FILTER-12");
    }

    @Test
    void aRulesChecksAreToldWithWhatTheyNeed() {
        var plan = plan(FakeCases.EveryEnding.class, FakeCases.Pair.class);

        assertThat(plan.describeChecks(rule("IL-JOB-05")))
                .containsExactly("IL-JOB-05.needs-injection  needs traffic.inject");
        assertThat(plan.describeChecks(rule("IL-JOB-01"))).contains("IL-JOB-01.keeps-zones-apart  needs zones[1]");
        assertThat(plan.checkIds(rule("IL-JOB-07"))).hasSize(4);
        assertThat(plan.checkIds(rule("IL-JOB-08"))).isEmpty();
    }

    @Test
    void aPlanSaysWhatCouldNotBeTested() {
        try (var fake = new FakeTarget()) {
            assertThat(plan(FakeCases.EveryEnding.class).describe(Offers.of(fake.descriptor(1), false)))
                    .contains("IL-JOB-05.needs-injection  not-tested: needs traffic.inject", "IL-JOB-01.is-right");
        }
    }

    private static Requirement rule(String id) {
        return CATALOGUE.requirement(id).orElseThrow();
    }

    private static Plan plan(Class<?>... cases) {
        return Plan.of(CATALOGUE, Edition.DOCS_2022, Stream.of(cases).toList());
    }
}
