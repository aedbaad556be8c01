package org.instantlogs.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Exchange.HttpEntry;
import org.instantlogs.reports.Known;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.Terminal;
import org.instantlogs.reports.Verdict;
import org.instantlogs.reports.known.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecorderTest {
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final Exchange NOTHING = new Exchange(List.of(), List.of());
    private final Exchange something = new Exchange(
            List.of(new HttpEntry(
                    clock.instant(),
                    Duration.ofMillis(1),
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

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"PASS", "NOTE", "NOT_TESTED", "DESELECTED"})
    void theExchangeOfWhatIsRightIsNotKeptUnlessAllAre(Verdict verdict) throws IOException {
        assertThat(judged(verdict, something, false).exchange()).isEmpty();
        assertThat(folder.resolve("exchanges")).doesNotExist();

        assertThat(judged(verdict, something, true).exchange()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"FAIL", "WARN", "INCONCLUSIVE", "ERROR", "KNOWN", "STALE"})
    void theExchangeOfWhatIsNotRightIsKeptWhereThereIsOne(Verdict verdict) throws IOException {
        assertThat(judged(verdict, NOTHING, false).exchange()).isEmpty();

        assertThat(folder.resolve(judged(verdict, something, false).exchange().orElseThrow()))
                .isNotEmptyFile();
    }

    @Test
    void eachEventIsALineThatIsThereAtOnce() throws IOException {
        try (var recorder = recorder(false)) {
            recorder.declared("IL-JOB-01.word");
            recorder.started("IL-JOB-01.word");
            recorder.judged(result(Verdict.PASS), () -> NOTHING);

            assertThat(Files.readAllLines(folder.resolve("events.ndjson")))
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).contains("IL-JOB-01.word", "2026-01-02T03:04:05Z"));
        }
        assertThat(console.toString(UTF_8).strip()).isEqualTo("1 of 1 checks, 0 violated");
    }

    private CheckResult judged(Verdict verdict, Exchange exchange, boolean keepAll) throws IOException {
        try (var recorder = recorder(keepAll)) {
            recorder.declared("IL-JOB-01.word");
            return recorder.judged(result(verdict), () -> exchange);
        }
    }

    private Recorder recorder(boolean keepAll) throws IOException {
        return new Recorder(
                ReportFolder.open(folder, "1"),
                clock,
                keepAll,
                Ledger.EMPTY,
                path -> "replay " + path,
                Terminal.NONE,
                new PrintStream(console, true, UTF_8));
    }

    private static CheckResult result(Verdict verdict) {
        var result = CheckResult.of("IL-JOB-01.word", "IL-JOB-01", "JOB", "MUST", "says", "source")
                .reason("reason")
                .observed("observed");
        if (verdict == Verdict.KNOWN || verdict == Verdict.STALE) {
            var entry = new Known.Entry("IL-JOB-01.word", "on purpose", Optional.empty(), Optional.empty());
            result.known(new Known(entry, Verdict.FAIL, Optional.empty()));
        }
        return result.build(verdict);
    }
}
