package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.FakeTarget;
import org.instantlogs.suite.descriptor.Descriptor.Scope;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    @Test
    void aCaseMayTakeFourDeliveriesAndTwoMinutesAndTheLimitsWhereItWaitsThemOut() {
        try (var fake = new FakeTarget()) {
            var waiting = fake.descriptor(1);
            var moving = fake.descriptor(1, Optional.of(Scope.ZONE));
            var least = Duration.ofMinutes(2).plusSeconds(8);
            var limits = Duration.ofMinutes(2 * 60 + 4 * 5 + 6);

            assertThat(Budgets.of(waiting).of(check("IL-JOB-01.in-company[number=0]")))
                    .isEqualTo(least);
            assertThat(Budgets.of(waiting).of(check("IL-JOB-03.moves-time[number=0]")))
                    .isEqualTo(least.plus(limits));
            assertThat(Budgets.of(moving).of(check("IL-JOB-03.moves-time[number=0]")))
                    .isEqualTo(least);
        }
    }

    private static PlannedCheck check(String id) {
        return Plan.of(Catalogue.load(), Edition.DOCS_2022, List.of(FakeCases.Company.class)).checks().stream()
                .filter(check -> check.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
