package org.instantlogs.suite.cases.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.oracle.FilterReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each vector is tried on records that tell right from wrong, and in forms that mean the same. */
class VectorsTest {
    private static final List<String> VECTOR_RULES = List.of(
            "01", "02", "03", "04", "05", "06", "07", "08", "09", "12", "13", "14", "15", "16", "17", "18", "19", "20",
            "21");

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyRuleThatVectorsJudgeHasSome(Edition edition) {
        assertThat(VECTOR_RULES)
                .allSatisfy(rule ->
                        assertThat(Vectors.of("IL-FILTER-" + rule, edition)).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void theRecordsOfAVectorAgreeWithTheOracle(Edition edition) {
        for (String rule : VECTOR_RULES) {
            for (VectorVariant variant : Vectors.of("IL-FILTER-" + rule, edition)) {
                var filter = FilterReader.read(variant.vector().filter());

                var trials = CorpusTrials.of(variant.vector(), Keys.of(filter));

                assertThat(trials)
                        .as(variant.vector().id())
                        .isNotEmpty()
                        .allSatisfy(trial ->
                                assertThat(filter.matches(trial.record())).isEqualTo(trial.matches()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void theFormsOfAVectorMeanTheSame(Edition edition) {
        for (String rule : VECTOR_RULES) {
            for (VectorVariant variant : Vectors.of("IL-FILTER-" + rule, edition)) {
                var wire = variant.vector().filter();

                assertThat(ValueForms.of(wire)).first().isEqualTo(wire);
                assertThat(ValueForms.of(wire))
                        .allSatisfy(form -> assertThat(FilterReader.read(form).meansTheSameAs(FilterReader.read(wire)))
                                .isTrue());
            }
        }
    }
}
