package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.reports.diff.Reports.ID;
import static org.instantlogs.reports.diff.Reports.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.Samples;
import org.instantlogs.reports.diff.Comparison;
import org.instantlogs.reports.diff.Reports;
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
        assertThat(exchange.path("steps").get(0).path("label").asText()).startsWith("GET http");
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
        var name = target.replaceAll("[^a-z]", "");
        var folder = ReportFolder.open(root.resolve(name), "1");
        for (var i = 0; i < checks.length; i++) {
            var path = folder.write(checks[i].id(), exchange());
            checks[i] = checks[i].withExchange(path);
        }
        folder.write(Reports.report(target, "docs-2022", List.of(), checks));
        return root.resolve(name);
    }

    private static Exchange exchange() {
        return new Exchange(
                List.of(new Exchange.HttpEntry(
                        Samples.STARTED,
                        Duration.ofMillis(3),
                        "list",
                        "GET",
                        "http://127.0.0.1/",
                        List.of(),
                        "",
                        200,
                        List.of(),
                        "{}",
                        Optional.empty())),
                List.of());
    }

    private String page(Path... files) throws IOException {
        return ComparisonPage.text(Comparison.read(List.of(files)), root.resolve("comparison"));
    }

    private JsonNode data(Path... files) throws IOException {
        var page = page(files);
        var start = "id=\"data\">";
        var from = page.indexOf(start) + start.length();
        return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    }
}
