package org.instantlogs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

final class DiffCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void leavesThreeFilesAndSaysByItsExitCodeWhetherAnythingGotWorse() throws Exception {
        var right = report("right", Verdict.PASS);
        var wrong = report("wrong", Verdict.FAIL);

        assertThat(execute(right, wrong)).isEqualTo(1);

        assertThat(out.toString().lines())
                .containsExactly(
                        "worse  IL-JOB-01.word  1: pass | 2: fail 404",
                        "worse than the base: 1 check: IL-JOB-01.word",
                        "comparison: " + folder.resolve("comparison").resolve("comparison.html"));
        assertThat(Stream.of("comparison.html", "comparison.md", "comparison.json")
                        .map(folder.resolve("comparison")::resolve))
                .allSatisfy(file -> assertThat(file).content().contains("IL-JOB-01.word"));
        assertThat(execute(wrong, right)).isZero();
        assertThat(execute(right, report("lost", Verdict.INCONCLUSIVE))).isEqualTo(3);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsOneLineAndExitCode2() throws Exception {
        var right = report("right", Verdict.PASS);

        assertThat(refused(right)).isEqualTo("there is 1 report to compare; give two to 50");
        assertThat(refused()).isEqualTo("there are 0 reports to compare; give two to 50");
        assertThat(refused(right, folder.resolve("none")))
                .isEqualTo(
                        "`" + folder.resolve("none") + "` cannot be read; give a report.json that a run has written");
        Files.writeString(folder.resolve("comparison"), "in the way");
        assertThat(refused(right, right))
                .isEqualTo("the folder `" + folder.resolve("comparison")
                        + "` cannot be written; give --out a folder that can be");
    }

    private String refused(Path... reports) {
        err.getBuffer().setLength(0);
        assertThat(execute(reports)).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
        return err.toString().strip();
    }

    private int execute(Path... reports) {
        return SuiteCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(
                                Stream.of(
                                        "diff",
                                        "--out",
                                        folder.resolve("comparison").toString()),
                                Stream.of(reports).map(Path::toString))
                        .toArray(String[]::new));
    }

    private Path report(String name, Verdict verdict) throws IOException {
        var check = CheckResult.of("IL-JOB-01.word", "IL-JOB-01", "JOB", "MUST", "the rule", "page: here")
                .expected("201")
                .actual("404")
                .reason("slow")
                .build(verdict);
        var report = Report.of(
                new SuiteInfo("1.0.0", "sha256:abc", "docs-2022", 42),
                new TargetInfo(name, "https://127.0.0.1/client/v4", List.of(), List.of()),
                Instant.EPOCH,
                Duration.ZERO,
                false,
                1,
                Speed.UNKNOWN,
                List.of(check));
        return Files.writeString(folder.resolve(name + ".json"), ReportJson.text(report));
    }
}
