package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "CONFORMANT, conformant, 0, 2",
        "NOT_CONFORMANT, not-conformant, 1, 2",
        "INCOMPLETE, incomplete, 3, 2",
        "ERROR, error, 4, 4"
    })
    void hasALabelAndAnExitCodeThatMisuseOutranksUnlessItIsAnError(
            Outcome outcome, String label, int exitCode, int misused) {
        assertThat(outcome.label()).isEqualTo(label);
        assertThat(Outcome.labelled(label)).isEqualTo(outcome);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.exitCode(false)).isEqualTo(exitCode);
        assertThat(outcome.exitCode(true)).isEqualTo(misused);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, pass, true",
        "FAIL, fail, true",
        "WARN, warn, true",
        "NOTE, note, true",
        "NOT_TESTED, not-tested, false",
        "INCONCLUSIVE, inconclusive, false",
        "ERROR, error, false",
        "KNOWN, known, true",
        "STALE, stale, true",
        "DESELECTED, deselected, false"
    })
    void aVerdictHasALabelAndSaysWhetherTheTargetWasJudged(Verdict verdict, String label, boolean judged) {
        assertThat(verdict.label()).isEqualTo(label);
        assertThat(Verdict.labelled(label)).isEqualTo(verdict);
        assertThat(verdict.isJudged()).isEqualTo(judged);
    }

    @Test
    void anUnknownLabelIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.labelled("green"))
                .withMessage(
                        "verdict is `green`; it is one of pass, fail, warn, note, not-tested, inconclusive, error, known,"
                                + " stale, deselected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.labelled("green"))
                .withMessage("outcome is `green`; it is conformant, not-conformant, incomplete or error");
    }
}
