package org.instantlogs.suite.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.instantlogs.reports.html.MatrixPage;
import org.instantlogs.suite.Readme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The suite tells the truth: it finds every fault, at the rule that the fault breaks, and no server that conforms gets a red line. By
 * default those faults are tried that stand for all, each by the check that is on record, and every server that conforms, by the checks
 * that matter; {@code -Dmatrix=rules} tries all faults by every check of the rules they break and writes the record and the README's
 * figures, {@code -Dmatrix=everything} tries all targets by every check there is, which is what the nightly build does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixIT {
    private static final String WHOLE = System.getProperty("matrix", "");

    private @Nullable Matrix matrix;

    @BeforeAll
    void tryEveryTarget() throws Exception {
        matrix = WHOLE.isEmpty()
                ? Matrix.ofRepresentatives(FaultMatrixIT::tell)
                : Matrix.of("*", Thoroughness.valueOf(WHOLE.toUpperCase(Locale.ROOT)), FaultMatrixIT::tell);
        var data = Path.of("target", "matrix", "fault-matrix.json");
        MatrixJson.write(matrix(), Unproven.reasons(), data);
        MatrixPage.write(data);
        if (WHOLE.equals("rules")) {
            KillRecord.write(matrix());
            KillRecord.forget(Matrix.of("*", Thoroughness.RECORDED, FaultMatrixIT::tell));
        }
        System.out.println("fault matrix: " + Totals.of(matrix()).sentence());
    }

    @Test
    void everyFaultIsFound() {
        assertThat(matrix().faults()).isNotEmpty();
        assertThat(each(matrix().faults(), TrialResult::survived)).isEmpty();
    }

    @Test
    void everyFaultIsFoundAtTheRulesItBreaksAndAtNoOther() {
        assertThat(each(matrix().faults(), TrialResult::astray)).isEmpty();
    }

    @Test
    void noServerThatConformsGetsARedLine() {
        assertThat(matrix().personalities()).isNotEmpty();
        assertThat(each(matrix().personalities(), TrialResult::astray)).isEmpty();
        assertThat(each(matrix().personalities(), TrialResult::unjudged)).isEmpty();
    }

    @Test
    void everyRuleIsBrokenByAFaultOrListedWithTheReason() throws Exception {
        assertThat(Unproven.reasons().keySet()).isEqualTo(matrix().unprovenRules());
        assertThat(Unproven.reasons().values()).noneMatch(String::isBlank);
    }

    /** Without any one of them a fault would survive. */
    @Test
    void everyCaseClassIsNeeded() {
        assertThat(matrix().dispensableClasses()).isEmpty();
    }

    @Test
    void theReadmeHasTheSameFigures() throws Exception {
        Readme.says(
                "written by FaultMatrixIT" + (WHOLE.isEmpty() ? "" : ", all"),
                Totals.of(matrix()).forReadme());
    }

    private static void tell(TrialResult result) {
        System.out.println(Totals.line(result));
    }

    private static List<String> each(List<TrialResult> results, Function<TrialResult, List<String>> findings) {
        return results.stream()
                .flatMap(result -> findings.apply(result).stream()
                        .map(finding -> result.trial().name() + ": " + finding))
                .toList();
    }

    private Matrix matrix() {
        return Objects.requireNonNull(matrix, "the targets have not been tried");
    }
}
