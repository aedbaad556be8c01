package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFolderTest {

    @TempDir
    private Path root;

    @Test
    void holdsEverythingThatARunLeavesBehind() throws IOException {
        var folder = ReportFolder.open(root.resolve("not/there/yet"), "1.0.0");
        try (var events = folder.events(InstantSource.fixed(Samples.STARTED))) {
            events.declared("IL-FILTER-01.word");
        }
        var path = folder.write("IL-FILTER-01.word", new Exchange(List.of(), List.of()));
        var report = Samples.report(Samples.must(1, Verdict.PASS).withExchange(path));
        folder.write(report);

        assertThat(names(root.resolve("not/there/yet")))
                .containsExactly(
                        "TEST-instant-logs.FILTER.xml",
                        "badge.json",
                        "earl.jsonld",
                        "events.ndjson",
                        "exchanges",
                        "outcome.txt",
                        "report.json",
                        "summary.md");
        assertThat(root.resolve("not/there/yet").resolve(path)).exists();
        assertThat(ReportJson.read(folder.reportFile())).isEqualTo(report);
        assertThat(root.resolve("not/there/yet/outcome.txt")).hasContent("conformant: 1 check judged");
    }

    @Test
    void writesHostileTextAsUtf8() throws IOException {
        var folder = ReportFolder.open(root, "1.0.0");

        folder.write(Samples.hostileReport());

        for (var name : names(root)) {
            assertThat(Files.readString(root.resolve(name))).as(name).isNotEmpty();
        }
    }

    @Test
    void whatAnEarlierRunLeftIsGone() throws IOException {
        var earlier = ReportFolder.open(root, "1.0.0");
        earlier.write("IL-JOB-01", new Exchange(List.of(), List.of()));
        earlier.write(Samples.report(Samples.ended("IL-JOB-01", "MUST", Verdict.FAIL)));
        Files.writeString(root.resolve("notes.txt"), "mine");

        assertThat(ReportFolder.open(root, "1.0.0").reportFile()).doesNotExist();

        assertThat(names(root)).containsExactly("exchanges", "notes.txt");
        assertThat(names(root.resolve("exchanges"))).isEmpty();
    }

    @Test
    void aFolderInWhichNoRunHasBeenIsNotSwept() throws IOException {
        Files.createDirectory(root.resolve("exchanges"));
        Files.writeString(root.resolve("exchanges/mine.json"), "{}");

        ReportFolder.open(root, "1.0.0");

        assertThat(root.resolve("exchanges/mine.json")).exists();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefusedInOneLine() throws IOException {
        var file = Files.writeString(root.resolve("file"), "mine");

        for (var wanted : List.of(file, file.resolve("below"))) {
            assertThatIOException()
                    .isThrownBy(() -> ReportFolder.open(wanted, "1.0.0"))
                    .withMessage("the output folder `" + wanted
                            + "` is a file, or lies below one; give --out a folder that" + " can be written");
        }
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderInWhichAReportCannotBeReplacedIsRefusedInOneLine() throws IOException {
        Files.createDirectories(root.resolve("report.json/full"));

        assertThatIOException()
                .isThrownBy(() -> ReportFolder.open(root, "1.0.0"))
                .withMessage(
                        "the output folder `" + root + "` cannot be written; give --out a folder that can be written");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
