package org.instantlogs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportJson;
import org.instantlogs.reports.Speed;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.reports.TargetInfo;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void rendersTheFoldersReportAgain() throws Exception {
        Files.writeString(folder.resolve("report.json"), ReportJson.text(report()));

        assertThat(execute(folder.toString())).isEqualTo(ExitCode.OK);

        assertThat(out).hasToString("report: " + folder.resolve("report.html") + System.lineSeparator());
        assertThat(folder.resolve("report.html")).content().contains("my-edge");
        assertThat(folder.resolve("TEST-instant-logs.FILTER.xml")).exists();
    }

    @Test
    void rendersAFileOfAnyName() throws Exception {
        var file = Files.writeString(folder.resolve("yesterday.json"), ReportJson.text(report()));

        assertThat(execute(file.toString())).isEqualTo(ExitCode.OK);

        assertThat(folder.resolve("report.html")).exists();
    }

    @Test
    void printsAnnotationsWhereTheyAreAskedFor() throws Exception {
        Files.writeString(folder.resolve("report.json"), ReportJson.text(report()));

        execute(folder.toString(), "--annotations");

        assertThat(out.toString()).startsWith("::error title=IL-FILTER-01.word::IL-FILTER-01.word  MUST  violated: ");
    }

    @Test
    void whatIsNoReportIsOneLineAndExitCode2() throws Exception {
        var file = Files.writeString(folder.resolve("report.json"), "{}");

        assertThat(execute(folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().strip())
                .startsWith("`" + file + "` is no usable report: ")
                .hasLineCount(1);
        assertThat(folder.resolve("report.html")).doesNotExist();
    }

    @Test
    void aFolderWithoutAReportIsOneLineAndExitCode2() {
        assertThat(execute(folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().strip())
                .contains("cannot be read; give a report.json")
                .hasLineCount(1);
    }

    private int execute(String... given) {
        return SuiteCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("report"), Stream.of(given)).toArray(String[]::new));
    }

    private static Report report() {
        var check = CheckResult.of("IL-FILTER-01.word", "IL-FILTER-01", "FILTER", "MUST", "the rule", "page: here")
                .build(Verdict.FAIL);
        return Report.of(
                new SuiteInfo("1.0.0", "sha256:abc", "docs-2022", 42),
                new TargetInfo("my-edge", "https://127.0.0.1/client/v4", List.of(), List.of()),
                Instant.EPOCH,
                Duration.ZERO,
                false,
                1,
                Speed.UNKNOWN,
                List.of(check));
    }
}
