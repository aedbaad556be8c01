package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.instantlogs.reports.Fingerprint;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deviation is listed, lets runs pass with its name in every report, and makes them red once it is gone. */
class KnownDeviationsIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String BINARY = "IL-NDJSON-08.messages-are-text-frames";

    @TempDir
    private Path folder;

    @Test
    void whatIsListedIsGreenUntilTheTargetIsMended() throws Exception {
        var list = folder.resolve("known.yaml");
        try (var binary =
                Server.start(Files.createDirectory(folder.resolve("binary")), "--control", "0", "--manner", "binary")) {
            var red = run(binary, "red", "--strict");
            assertThat(red.exit()).as(red.said()).isEqualTo(1);

            assertThat(updated(red, list))
                    .isEqualTo("added    " + BINARY + ": warn, " + fingerprint(red) + "\n1 entry for 1 checks");
            var green = run(binary, "green", "--strict", "--known", list.toString());

            assertThat(green.exit()).as(green.said()).isZero();
            assertThat(green.with(Verdict.KNOWN)).hasSize(1);
            assertThat(green.out())
                    .contains("violated as known")
                    .contains("binary on purpose (https://tracker.example/7)");
            assertThat(Files.readString(green.folder().resolve("TEST-instant-logs.NDJSON.xml")))
                    .contains("binary on purpose");
            assertThat(updated(green, list)).isEqualTo("nothing changed; 1 entry for 1 checks");
        }
        try (var mended = Server.start(Files.createDirectory(folder.resolve("mended")), "--control", "0")) {
            var stale = run(mended, "stale", "--known", list.toString());

            assertThat(stale.exit()).as(stale.said()).isEqualTo(1);
            assertThat(stale.with(Verdict.STALE)).hasSize(1);
            assertThat(stale.out()).contains("stale: passes, though it is listed as known");
            assertThat(updated(stale, list)).isEqualTo("removed  " + BINARY + ": passes\n0 entries for 0 checks");
            assertThat(run(mended, "clean", "--known", list.toString()).exit()).isZero();
        }
    }

    private SuiteRun run(Server server, String name, String... options) throws Exception {
        var all = new ArrayList<>(List.of("--only", BINARY));
        all.addAll(List.of(options));
        return SuiteRun.of(server.descriptor(), folder.resolve(name), LONGEST, all.toArray(String[]::new))
                .isComplete()
                .isSound();
    }

    private static String fingerprint(SuiteRun run) throws Exception {
        return run.report().checks().stream()
                .flatMap(check -> Fingerprint.of(check).stream())
                .findFirst()
                .orElseThrow();
    }

    private String updated(SuiteRun run, Path list) throws Exception {
        var report = run.folder().resolve("report.json").toString();
        try (var update = Program.start(
                "suite.jar",
                folder,
                List.of(),
                List.of(
                        "known",
                        "update",
                        "--report",
                        report,
                        "--known",
                        list.toString(),
                        "--reason",
                        "binary on purpose",
                        "--link",
                        "https://tracker.example/7"))) {
            assertThat(update.exit(LONGEST)).as(update.err().all()).isZero();
            return update.out().all();
        }
    }
}
