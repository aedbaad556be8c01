package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.sstoehr.harreader.HarReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.taskdefs.optional.junit.AggregateTransformer;
import org.apache.tools.ant.taskdefs.optional.junit.XMLResultAggregator;
import org.apache.tools.ant.types.EnumeratedAttribute;
import org.apache.tools.ant.types.FileSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for other programs, read back by readers that others wrote. */
final class OtherReadersTest {

    @TempDir
    private Path folder;

    @Test
    void surefiresOwnReaderCountsTheJUnitFilesAsWeDo() throws IOException {
        write(Samples.hostileReport());

        var suites = new SurefireReportParser(List.of(folder.toFile()), new NullConsoleLogger()).parseXMLReportFiles();

        assertThat(suites).extracting(ReportTestSuite::getName).containsExactly("JOB");
        var suite = suites.get(0);
        assertThat(suite.getNumberOfTests()).isEqualTo(10);
        assertThat(suite.getNumberOfFailures()).isEqualTo(2);
        assertThat(suite.getNumberOfErrors()).isEqualTo(2);
        assertThat(suite.getNumberOfSkipped()).isEqualTo(2);
        assertThat(suite.getTestCases())
                .filteredOn(testCase -> testCase.hasFailure() || testCase.hasError())
                .allSatisfy(testCase ->
                        assertThat(testCase.getFailureMessage()).contains("<script>alert(1)</script> & \"q\""));
    }

    @Test
    void antsReportCountsTheJUnitFilesAsWeDo() throws IOException {
        write(Samples.hostileReport());

        var report = antReport();

        assertThat(report.replaceAll("\\s+", " "))
                .contains("<td>10</td><td>2</td><td>2</td><td>2</td>")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void aReaderOfHarsFindsEveryRequestAndEverySocketOfAnExchange() throws Exception {
        var http = new Exchange.HttpEntry(
                Samples.STARTED,
                Duration.ofMillis(12),
                "create",
                "POST",
                "https://127.0.0.1/zones?a=1",
                List.of(new Exchange.Header("Content-Type", "application/json")),
                "{\"text\":\"" + Samples.HOSTILE + "\"}",
                201,
                List.of(),
                "{}",
                Optional.empty());
        var socket = new Exchange.SocketEntry(
                Samples.STARTED.plusMillis(20),
                "wss://127.0.0.1/session",
                List.of(),
                101,
                List.of(),
                List.of(new Exchange.Frame(Duration.ofMillis(1), Exchange.Direction.RECEIVED, "text", 2, "{}")),
                Optional.of("closed"));
        var text = HarExchange.text("IL-JOB-01", new Exchange(List.of(http), List.of(socket)), "1.0.0");

        var log = new HarReader().readFromString(text).log();

        assertThat(log.version()).isEqualTo("1.2");
        assertThat(log.creator().name()).isEqualTo("instant-logs-suite");
        assertThat(log.entries()).hasSize(2);
        var entry = log.entries().get(0);
        assertThat(entry.startedDateTime().toInstant()).isEqualTo(Samples.STARTED);
        assertThat(entry.request().url()).isEqualTo("https://127.0.0.1/zones?a=1");
        assertThat(entry.request().postData().text()).contains("]]> <script>alert(1)</script>");
        assertThat(entry.response().status()).isEqualTo(201);
        var opened = log.entries().get(1);
        assertThat(opened.response().status()).isEqualTo(101);
        assertThat(opened.additional()).containsKeys("_webSocketMessages", "_webSocketEnding");
    }

    private void write(Report report) throws IOException {
        for (var file : JUnitXml.files(report).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private String antReport() throws IOException {
        var project = new Project();
        var files = new FileSet();
        files.setProject(project);
        files.setDir(folder.toFile());
        files.setIncludes("TEST-*.xml");
        var task = new XMLResultAggregator();
        task.setProject(project);
        task.setTodir(folder.toFile());
        task.addFileSet(files);
        var html = task.createReport();
        html.setTodir(folder.toFile());
        html.setFormat((AggregateTransformer.Format)
                EnumeratedAttribute.getInstance(AggregateTransformer.Format.class, AggregateTransformer.NOFRAMES));
        task.execute();
        return Files.readString(folder.resolve("junit-noframes.html"));
    }
}
