package org.instantlogs.suite.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckIdTest {
    @Test
    void anIdIsRequirementWordAndAxesInSortedOrder() {
        var id = CheckId.of("IL-FILTER-03.greater-by-number", Map.of("value", "404", "field", "EdgeResponseStatus"));

        assertThat(id).hasToString("IL-FILTER-03.greater-by-number[field=EdgeResponseStatus,value=404]");
        assertThat(id.requirement()).isEqualTo("IL-FILTER-03");
        assertThat(id.word()).isEqualTo("greater-by-number");
        assertThat(id.axes()).isEqualTo("field=EdgeResponseStatus,value=404");
        assertThat(id.area()).isEqualTo("FILTER");
    }

    @Test
    void withoutAxesThereAreNoBrackets() {
        assertThat(CheckId.of("IL-JOB-01.answers", Map.of())).hasToString("IL-JOB-01.answers");
    }

    @Test
    void anAxisMayBeEmptyAndHoldMostCharacters() {
        assertThat(CheckId.of("IL-JOB-01.answers", Map.of("text", ""))).hasToString("IL-JOB-01.answers[text=]");
        assertThat(CheckId.of("IL-JOB-01.answers", Map.of("text", "é/*.:😀")))
                .hasToString("IL-JOB-01.answers[text=é/*.:😀]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "IL-JOB-01",
                "IL-JOB-01.",
                "IL-JOB-1.word",
                "IL-JOB-001.word",
                "IL-job-01.word",
                "JOB-01.word",
                "IL-JOB-01.Word",
                "IL-JOB-01.two words",
                "IL-JOB-01.ends-",
                "IL-JOB-01.-starts",
                "IL-JOB-01.two--dashes",
                "IL-JOB-01.word[a=b]",
                "IL-JOB-01.word\n",
            })
    void whatIsNoRequirementAndWordIsRefused(String declared) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckId.of(declared, Map.of()))
                .withMessage("`" + declared + "` is no check; write IL-<AREA>-<nn>.<words-in-kebab-case>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,b", "a=b", "a[b", "a]b", "a\nb", "\u0000", "\t"})
    void anAxisThatWouldBlurTheIdIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckId.of("IL-JOB-01.answers", Map.of("value", text)))
                .withMessageContaining("IL-JOB-01.answers: the axis `value=");
        assertThatIllegalArgumentException().isThrownBy(() -> CheckId.of("IL-JOB-01.answers", Map.of(text, "value")));
    }

    @Test
    void anAxisWithoutANameIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CheckId.of("IL-JOB-01.answers", Map.of("", "value")));
    }

    @Test
    void idsAreSortedAsTheyAreWritten() {
        var ids = Stream.of("IL-JOB-02.a", "IL-JOB-01.b", "IL-JOB-01.a-c", "IL-JOB-01.a")
                .map(declared -> CheckId.of(declared, Map.of()))
                .sorted()
                .map(CheckId::toString);

        assertThat(ids).containsExactly("IL-JOB-01.a", "IL-JOB-01.a-c", "IL-JOB-01.b", "IL-JOB-02.a");
    }
}
