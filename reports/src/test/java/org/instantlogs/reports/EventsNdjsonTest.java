package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EventsNdjsonTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Samples.STARTED);

    @Test
    void writesOneObjectALineInTheOrderOfTheRun() throws IOException {
        var text = new StringWriter();
        try (var events = new EventsNdjson(text, CLOCK)) {
            events.declared("IL-JOB-01");
            events.started("IL-JOB-01");
            events.judged(Samples.ended("IL-JOB-01", "MUST", Verdict.INCONCLUSIVE));
            events.finished(Samples.report(Samples.ended("IL-JOB-01", "MUST", Verdict.INCONCLUSIVE)));
        }

        assertThat(text).hasToString("""
                        {"event":"declared","at":"2026-01-01T00:00:00Z","check":"IL-JOB-01"}
                        {"event":"started","at":"2026-01-01T00:00:00Z","check":"IL-JOB-01"}
                        {"event":"judged","at":"2026-01-01T00:00:00Z","check":"IL-JOB-01","verdict":"inconclusive",\
                        "durationMs":7,"reason":"throttled"}
                        {"event":"finished","at":"2026-01-01T00:00:00Z","outcome":"incomplete","checks":1,\
                        "trouble":"no check was judged"}
                        """);
    }

    @Test
    void eachLineIsThereBeforeTheNextEvent() throws IOException {
        var text = new StringWriter();
        try (var events = new EventsNdjson(text, CLOCK)) {
            events.declared("IL-JOB-01");

            assertThat(text.toString()).endsWith("\"IL-JOB-01\"}\n");
        }
    }

    @Test
    void linesOfManyThreadsNeverMix() throws Exception {
        var text = new StringWriter();
        var threads = Executors.newFixedThreadPool(8);
        try (var events = new EventsNdjson(text, CLOCK)) {
            var work = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        for (var i = 0; i < 200; i++) {
                            events.declared("IL-JOB-01.check[i=" + i + ",thread=" + thread + "]");
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        var checks = new HashSet<String>();
        for (var line : text.toString().lines().toList()) {
            checks.add(new ObjectMapper().readTree(line).get("check").textValue());
        }
        assertThat(checks).hasSize(8 * 200);
    }

    @Test
    void hostileTextStaysOnItsLine() throws IOException {
        var text = new StringWriter();
        try (var events = new EventsNdjson(text, CLOCK)) {
            events.judged(Samples.hostile("IL-JOB-01", Verdict.FAIL));
        }

        assertThat(text.toString().chars().filter(c -> c == '\n')).hasSize(1);
        assertThat(new ObjectMapper().readTree(text.toString()).get("reason").textValue())
                .isEqualTo(Legible.inJson(Samples.HOSTILE));
    }

    @Test
    void aLineThatCannotBeWrittenIsNotPassedOver() throws IOException {
        var text = new StringWriter();
        var events = new EventsNdjson(text, CLOCK);
        events.close();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> events.started("IL-JOB-01"))
                .withMessage("event `started` could not be written to events.ndjson");
    }
}
