package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixPageTest {

    @TempDir
    private Path folder;

    @Test
    void thePageStandsBesideItsDataAndHoldsThem() throws Exception {
        var data = Files.writeString(folder.resolve("fault-matrix.json"), "{\"faults\":[{\"name\":\"off-by-one\"}]}");

        var page = MatrixPage.write(data);

        assertThat(page).isEqualTo(folder.resolve("fault-matrix.html"));
        assertThat(Files.readString(page)).contains("\"off-by-one\"").contains("<title>Fault matrix");
    }

    @Test
    void whatAFaultIsCalledCannotBecomeMarkup() throws Exception {
        var data = Files.writeString(folder.resolve("m.json"), "{\"name\":\"</script><script>alert(1)</script>\"}");

        assertThat(Files.readString(MatrixPage.write(data))).doesNotContain("<script>alert");
    }

    @Test
    void whatIsNoJsonIsRefused() throws Exception {
        var data = Files.writeString(folder.resolve("m.json"), "{\"name\":");

        assertThatThrownBy(() -> MatrixPage.write(data)).isInstanceOf(JsonProcessingException.class);
        assertThat(folder.resolve("m.html")).doesNotExist();
    }
}
