package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.instantlogs.reports.replay.ReplayFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failing check did is done again, against the same target and against a mended one. */
class ReplayIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String BINARY = "IL-NDJSON-08.messages-are-text-frames";
    private static final String FILE = "exchanges/" + BINARY + ".replay.json";

    @TempDir
    private Path folder;

    @Test
    void theSameComesFromTheSameTargetAndSomethingElseFromAMendedOne() throws Exception {
        var report = folder.resolve("report");
        try (var binary = Server.start(made("binary"), "--control", "0", "--manner", "binary")) {
            var run = SuiteRun.of(binary.descriptor(), report, LONGEST, "--only", BINARY);

            assertThat(run.report().checks())
                    .filteredOn(check -> check.id().equals(BINARY))
                    .extracting(check -> check.replay().orElse(""))
                    .containsExactly("java -jar suite/target/instant-logs-suite.jar replay '" + report.resolve(FILE)
                            + "' --target " + binary.descriptor());
            assertThat(replayed(List.of(report.resolve(FILE)), binary, 0))
                    .contains(
                            "1/6  reset: POST http://",
                            "3/6  socket 1: connect to {{session 1}}",
                            "  came      HTTP 101")
                    .contains("  came      (binary) {", "all 6 steps: the same came as had come")
                    .contains("judged anew: java -jar");
        }
        try (var mended = Server.start(made("mended"), "--control", "0")) {
            assertThat(replayed(List.of(report.resolve(FILE)), mended, 1))
                    .contains("something else came than had come:")
                    .contains("  socket 1: came, and had not: {\"")
                    .contains("  socket 1: had come, and did not: (binary) {\"");
            assertThat(replayed(List.of(report.resolve(FILE), report.resolve(FILE)), mended, 1)
                            .lines()
                            .filter("something else came than had come:"::equals))
                    .hasSize(2);
        }
        assertThat(ReplayFile.read(report.resolve(FILE)).recording().steps()).hasSize(6);
    }

    @Test
    void aTargetThatLacksWhatIsNeededIsRefusedBeforeTheFirstStep() throws Exception {
        var file = Files.writeString(folder.resolve("a.json"), """
                {"replay": 1, "check": "IL-JOB-01", "target": {}, "byHand": [], "steps": [
                  {"do": "request", "purpose": "x", "method": "GET", "url": "{{no such}}", "headers": [], "status": 200, "came": []}]}
                """);
        try (var server = Server.start(made("server"), "--control", "0");
                var replay = replay(List.of(file), server)) {
            assertThat(replay.exit(LONGEST)).isEqualTo(2);
            assertThat(replay.err().all())
                    .isEqualTo(
                            "the recording needs `no such`, for which this target's descriptor has no value; replay it"
                                    + " against one that has");
        }
    }

    private Path made(String name) throws Exception {
        return Files.createDirectory(folder.resolve(name));
    }

    private Program replay(List<Path> files, Server server) throws Exception {
        var command = new ArrayList<>(
                List.of("replay", "--target", server.descriptor().toString()));
        files.forEach(file -> command.add(file.toString()));
        return Program.start("suite.jar", folder, List.of(), command);
    }

    private String replayed(List<Path> files, Server server, int exit) throws Exception {
        try (var replay = replay(files, server)) {
            assertThat(replay.exit(LONGEST))
                    .as(replay.out().all() + replay.err().all())
                    .isEqualTo(exit);
            return replay.out().all();
        }
    }
}
