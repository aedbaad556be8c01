package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.reports.diff.Reports.ID;
import static org.instantlogs.reports.diff.Reports.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is inside of the page; how it looks and acts is tried in a browser. */
final class ComparisonPageTest {

    @TempDir
    private Path root = Path.of("");

    @Test
    void holdsEachValueOnceAndForEachReportWhichItIs() throws IOException {
        var data = data(written("a", check(ID, "note works")), written("b", check(ID, "note refused")));

        assertThat(data.path("rows").get(0).toString())
                .isEqualTo("{\"id\":\"IL-JOB-01.word\",\"rule\":\"IL-JOB-01\",\"change\":\"otherwise\",\"values\":"
                        + "[{\"verdict\":\"note\",\"says\":\"works\"},{\"verdict\":\"note\",\"says\":\"refused\"}],"
                        + "\"cells\":[0,1]}");
        assertThat(data.path("sides"))
                .extracting(side -> side.path("name").asText())
                .containsExactly("a", "b");
    }

    @Test
    void holdsTheExchangesOfWhatDiffersWithAWayToTheFiles() throws IOException {
        var data = data(
                written("a", check(ID, "fail 404"), check("IL-JOB-02", "fail 404")),
                written("b", check(ID, "fail 500"), check("IL-JOB-02", "fail 404")));

        assertThat(data.path("exchanges").size()).isEqualTo(1);
        var exchange = data.path("exchanges").path(ID).path("1");
        assertThat(exchange.path("path").asText()).isEqualTo("../b/exchanges/IL-JOB-01.word.json");
        assertThat(exchange.path("steps").get(0).path("label").asText()).isEqualTo("GET http://127.0.0.1/b  (list)");
    }

    @Test
    void hostileTextStaysText() throws IOException {
        var page = page(
                written("</script><script>alert(1)</script>", check(ID, "note </script><!--")),
                written("b", check(ID, "note " + Samples.HOSTILE)));

        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page).doesNotContain("<!--").contains("<title>&lt;/script&gt;&lt;script&gt;alert(1)");
    }

    private Path written(String target, CheckResult... checks) throws IOException {
        return ComparedReports.written(root, target, checks);
    }

    private String page(Path... folders) throws IOException {
        return ComparedReports.text(root.resolve("comparison"), folders);
    }

    private JsonNode data(Path... files) throws IOException {
        var page = page(files);
        var start = "id=\"data\">";
        var from = page.indexOf(start) + start.length();
        return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    }
}
