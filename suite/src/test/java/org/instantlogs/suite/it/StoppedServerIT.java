package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A server that goes away in mid-run: the run ends all the same, with a complete report. Side by side, for the runs mostly wait. */
class StoppedServerIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration TO_GET_GOING = Duration.ofSeconds(60);
    private static final int NOT_CONFORMANT = 1;
    private static final int INCOMPLETE = 3;

    @TempDir
    private Path folder;

    private Server server;
    private Program suite;

    @BeforeEach
    void startARun() throws Exception {
        server = Server.start(folder, "--control", "0", "--zones", "4");
        suite = SuiteRun.start(server.descriptor(), folder.resolve("report"), List.of());
        awaitTheFirstVerdict();
    }

    @AfterEach
    void endBoth() {
        suite.close();
        server.close();
    }

    /** The plan has begun, and hardly: what is judged first is what is not executed. */
    private void awaitTheFirstVerdict() throws Exception {
        var events = new Growing(folder.resolve("report").resolve("events.ndjson"));
        assertThat(events.await("\"event\":\"judged\",", "\"verdict\":\"pass\"", TO_GET_GOING))
                .as(suite.err().soFar())
                .isTrue();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aRunWhoseServerIsKilledEndsWithACompleteReport() throws Exception {
        server.program().kill();

        assertThatTheRunEndedUndecided();
    }

    /** It still accepts connections then, and never says anything. */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aRunWhoseServerFreezesEndsWithACompleteReport() throws Exception {
        var freeze = new ProcessBuilder(
                        "kill", "-STOP", String.valueOf(server.program().pid()))
                .start();
        assertThat(freeze.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(freeze.exitValue())
                .as(new String(freeze.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();

        assertThatTheRunEndedUndecided();
    }

    private void assertThatTheRunEndedUndecided() throws Exception {
        var run = SuiteRun.end(suite, folder.resolve("report"), LONGEST)
                .isComplete()
                .isSound();
        assertThat(run.exit()).as(run.said()).isIn(NOT_CONFORMANT, INCOMPLETE);
        assertThat(run.with(Verdict.INCONCLUSIVE)).isNotEmpty();
        assertThat(Files.readString(run.folder().resolve("report.json"))).doesNotContain("\"outcome\": \"conformant\"");
    }
}
