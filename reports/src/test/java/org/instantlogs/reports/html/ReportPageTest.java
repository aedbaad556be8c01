package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Exchange.Direction;
import org.instantlogs.reports.Exchange.Frame;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.Samples;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is inside of the page; how it looks and acts is tried in a browser. */
final class ReportPageTest {

    /** A page that takes longer to open than to read would be of no use; measured: 0.5 MB for 1,277 checks. */
    private static final int LARGEST_BYTES = 8_000_000;

    @TempDir
    private Path root;

    @Test
    void holdsEveryCheckAndEachRuleOnce() throws IOException {
        var data = data(Samples.report(
                Samples.violation(), Samples.must(1, Verdict.PASS), Samples.ended("IL-JOB-01", "OPEN", Verdict.NOTE)));

        assertThat(data.path("checks"))
                .extracting(check -> check.path("id").asText())
                .containsExactly("IL-FILTER-01.delivers[field=RayID]", "IL-FILTER-01.word", "IL-JOB-01");
        assertThat(data.path("rules"))
                .extracting(rule -> rule.path("id").asText())
                .containsExactly("IL-FILTER-01", "IL-JOB-01");
        assertThat(data.path("says").asText()).startsWith("not conformant: 1 of 3 checks violated a MUST");
    }

    @Test
    void holdsTheExchangeOfACheckFromTheFileBesideTheReport() throws IOException {
        var folder = ReportFolder.open(root, "1.0.0");
        var path = folder.write(
                "IL-FILTER-01.delivers[field=RayID]",
                new Exchange(List.of(HarTest.http(0, 1, 200, "answer", Optional.empty())), List.of()));

        var exchange = data(Samples.report(Samples.violation().withExchange(path)))
                .path("exchanges")
                .path(path);

        assertThat(exchange.path("problem").asText()).isEmpty();
        assertThat(exchange.path("steps")).hasSize(2);
    }

    @Test
    void saysWhyAnExchangeIsNotShown() throws IOException {
        Files.createDirectory(root.resolve("exchanges"));
        Files.writeString(root.resolve("exchanges/broken.json"), "{");
        Files.writeString(root.resolve("exchanges/other.json"), "[]");

        assertThat(problem("exchanges/broken.json")).startsWith("the file is no recorded exchange: ");
        assertThat(problem("exchanges/other.json"))
                .isEqualTo("the file is no recorded exchange: it has no `log.entries`");
        assertThat(problem("exchanges/missing.json")).isEqualTo("the file is not beside the report");
    }

    @Test
    void ofALongExchangeTheMiddleIsLeftOutAndThatIsSaid() throws IOException {
        var path = exchange("IL-FILTER-01.delivers", 1_000, "x".repeat(500));

        var exchange = data(Samples.report(Samples.violation().withExchange(path)))
                .path("exchanges")
                .path(path);

        var labels = new ArrayList<String>();
        exchange.path("steps").forEach(step -> labels.add(step.path("label").asText()));
        assertThat(labels).hasSizeBetween(50, 200);
        assertThat(labels.get(0)).endsWith("(handshake)");
        assertThat(labels.get(labels.size() - 1)).isEqualTo("closed by the suite");
        assertThat(labels)
                .filteredOn(label -> label.contains("left out"))
                .singleElement()
                .satisfies(label -> {
                    var leftOut = exchange.path("total").asInt() - labels.size() + 1;
                    assertThat(label).isEqualTo(leftOut + " steps in between are left out here; they are in the file");
                });
    }

    @Test
    void staysSmallHoweverMuchWasRecordedAndRedLinesComeFirst() throws IOException {
        var folder = ReportFolder.open(root, "1.0.0");
        var frames = Collections.nCopies(
                10, new Frame(Duration.ofMillis(1), Direction.RECEIVED, "text", 4_000, "<".repeat(4_000)));
        var exchange = new Exchange(List.of(), List.of(HarTest.socket(0, frames)));
        var checks = new ArrayList<CheckResult>();
        for (var number : IntStream.range(0, 120).toArray()) {
            var id = String.format("IL-FILTER-01.word[n=%03d]", number);
            checks.add(Samples.ended(id, "MUST", number == 119 ? Verdict.FAIL : Verdict.PASS)
                    .withExchange(folder.write(id, exchange)));
        }

        var report = Samples.report(false, checks.size(), checks);
        var data = data(report);

        assertThat(Files.size(root.resolve(ReportPage.NAME))).isLessThan(LARGEST_BYTES);
        assertThat(data.path("exchanges")
                        .path(checks.get(119).exchange().orElseThrow())
                        .path("steps"))
                .isNotEmpty();
        assertThat(data.path("exchanges")
                        .path(checks.get(118).exchange().orElseThrow())
                        .path("problem")
                        .asText())
                .isEqualTo("left out: the page would be too large");
    }

    private String exchange(String id, int frames, String payload) throws IOException {
        var frame = new Frame(Duration.ofMillis(1), Direction.RECEIVED, "text", payload.length(), payload);
        return ReportFolder.open(root, "1.0.0")
                .write(id, new Exchange(List.of(), List.of(HarTest.socket(0, Collections.nCopies(frames, frame)))));
    }

    private String problem(String path) throws IOException {
        return data(Samples.report(Samples.violation().withExchange(path)))
                .path("exchanges")
                .path(path)
                .path("problem")
                .asText();
    }

    private JsonNode data(Report report) throws IOException {
        var page = Files.readString(ReportPage.write(report, root));
        var start = page.indexOf("id=\"data\">") + "id=\"data\">".length();
        return new ObjectMapper().readTree(page.substring(start, page.indexOf("</script>", start)));
    }
}
