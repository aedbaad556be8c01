package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {

    @TempDir
    private Path folder;

    @Test
    void eachRuleHasTheMistakesThatProveIt() throws IOException {
        var matrix = write("""
                {"faults": [{"name": "gt-as-text", "says": "compares numbers as text"}],
                 "rules": {"IL-FILTER-03": ["gt-as-text", "unheard-of"], "IL-JOB-01": []}}
                """);

        assertThat(Faults.read(matrix))
                .containsOnlyKeys("IL-FILTER-03", "IL-JOB-01")
                .extractingByKey("IL-FILTER-03")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("gt-as-text: compares numbers as text", "unheard-of: what it does is not said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "[]", "{\"rules\": [], \"faults\": []}"})
    void whatIsNoFaultMatrixIsRefusedInOneLine(String text) throws IOException {
        var file = write(text);

        assertThatIOException()
                .isThrownBy(() -> Faults.read(file))
                .withMessageStartingWith("`" + file + "` is no fault matrix: ");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> Faults.read(folder.resolve("none.json")))
                .withMessage("`" + folder.resolve("none.json") + "` cannot be read; give a fault-matrix.json");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("fault-matrix.json"), text);
    }
}
