package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.instantlogs.suite.FakeTarget;
import org.junit.jupiter.api.Test;

class VitalsTest {
    @Test
    void aTargetIsAskedOnlyAfterThreeCasesInARowWithoutAnAnswer() {
        try (var fake = new FakeTarget();
                var target = FakeTarget.reach(fake.descriptor(1))) {
            var vitals = new Vitals(target);
            vitals.noAnswer();
            vitals.noAnswer();
            assertThat(vitals.causeOfDeath()).isEmpty();
            vitals.alive();
            vitals.noAnswer();
            vitals.noAnswer();
            assertThat(vitals.causeOfDeath()).isEmpty();
            assertThat(fake.asked()).isZero();

            vitals.noAnswer();
            assertThat(vitals.causeOfDeath()).isEmpty();
            assertThat(fake.asked()).isEqualTo(1);
        }
    }

    @Test
    void aTargetThatAnswersThenIsGivenAnotherThree() {
        try (var fake = new FakeTarget();
                var target = FakeTarget.reach(fake.descriptor(1))) {
            var vitals = new Vitals(target);
            for (int i = 0; i < 3; i++) {
                vitals.noAnswer();
            }
            assertThat(vitals.causeOfDeath()).isEmpty();
            vitals.noAnswer();
            assertThat(vitals.causeOfDeath()).isEmpty();
            assertThat(fake.asked()).isEqualTo(1);
        }
    }

    @Test
    void anyAnswerIsASignOfLifeEvenA500() {
        try (var fake = new FakeTarget().answering("GET", "/jobs", 500, "trouble");
                var target = FakeTarget.reach(fake.descriptor(1))) {
            var vitals = new Vitals(target);
            for (int i = 0; i < 3; i++) {
                vitals.noAnswer();
            }
            assertThat(vitals.causeOfDeath()).isEmpty();
        }
    }

    @Test
    void aDeadTargetStaysDead() {
        var fake = new FakeTarget();
        try (var target = FakeTarget.reach(fake.descriptor(1))) {
            fake.close();
            var vitals = new Vitals(target);
            for (int i = 0; i < 3; i++) {
                vitals.noAnswer();
            }
            var cause = vitals.causeOfDeath();

            assertThat(cause.orElseThrow()).startsWith("the target has stopped answering: ");
            vitals.alive();
            assertThat(vitals.causeOfDeath()).isEqualTo(cause);
        }
    }
}
