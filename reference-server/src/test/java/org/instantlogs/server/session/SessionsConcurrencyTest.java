package org.instantlogs.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.time.RealTime;
import org.junit.jupiter.api.Test;

class SessionsConcurrencyTest {

    @Test
    void zonesUsedFromManyThreadsKeepTheirRecordsApartAndInOrder() throws Exception {
        int rounds = 40;
        int records = 200;
        var zones = List.of("a", "b", "c", "d");
        var settings = new Settings(
                Duration.ofMinutes(60),
                Duration.ofMinutes(5),
                new ConnectLimit(1000, Duration.ofMinutes(1)),
                1_000_000,
                1);
        try (var time = new RealTime();
                var sessions = new Sessions(zones, settings, time, SessionParts.RIGHT)) {
            run(zones, zone -> {
                for (int round = 0; round < rounds; round++) {
                    var reader = FakeReader.listening();
                    var job = sessions.create(
                            zone, SessionParts.RIGHT.jobReader().read("{\"fields\":\"RayID\"}".getBytes(UTF_8)));
                    var attachment = sessions.attach(job.sessionId(), reader);
                    sessions.publish(zone, records(zone, records));
                    sessions.advance(zone, Duration.ofMinutes(6))
                            .toCompletableFuture()
                            .get(10, TimeUnit.SECONDS);
                    attachment.detach();
                    assertThat(reader.lines)
                            .isEqualTo(IntStream.range(0, records)
                                    .mapToObj(i -> "{\"RayID\":\"" + zone + i + "\",\"sampleInterval\":1}")
                                    .toList());
                    assertThat(reader.ends).isEmpty();
                }
                return zone;
            });
        }
    }

    @Test
    void oneZoneUsedFromManyThreadsNeverFeedsTwoSessions() throws Exception {
        int published = 3000;
        var workers = List.of("create", "create", "reset", "advance", "publish");
        var settings = new Settings(
                Duration.ofMinutes(60),
                Duration.ofMinutes(5),
                new ConnectLimit(1_000_000, Duration.ofMinutes(1)),
                1_000_000,
                1);
        try (var time = new RealTime();
                var sessions = new Sessions(List.of("a"), settings, time, SessionParts.RIGHT)) {
            List<FakeReader> readers = Collections.synchronizedList(new ArrayList<>());
            run(workers, worker -> {
                for (int i = 0; i < (worker.equals("publish") ? published : 300); i++) {
                    switch (worker) {
                        case "create" -> createAndAttach(sessions, readers);
                        case "reset" -> sessions.reset("a");
                        case "advance" ->
                            sessions.advance("a", Duration.ofMinutes(1))
                                    .toCompletableFuture()
                                    .get(10, TimeUnit.SECONDS);
                        default -> sessions.publish("a", List.of(ray("r" + i)));
                    }
                }
                return worker;
            });
            sessions.reset("a");

            assertThat(readers)
                    .isNotEmpty()
                    .allSatisfy(reader -> assertThat(reader.ends).hasSize(1));
            assertThat(readers.stream().flatMap(reader -> reader.lines.stream()))
                    .doesNotHaveDuplicates();
        }
    }

    private static void createAndAttach(Sessions sessions, List<FakeReader> readers) throws JobRefused {
        var job = sessions.create("a", SessionParts.RIGHT.jobReader().read("{\"fields\":\"RayID\"}".getBytes(UTF_8)));
        var reader = FakeReader.listening();
        try {
            sessions.attach(job.sessionId(), reader);
            readers.add(reader);
        } catch (AttachRefused e) {
            assertThat(e.why()).as("another create or a reset came between").isEqualTo(AttachRefused.Cause.ENDED);
        }
    }

    private static List<LogRecord> records(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> ray(prefix + i)).toList();
    }

    private static LogRecord ray(String ray) {
        return LogRecord.builder().set("RayID", ray).build();
    }

    private static void run(List<String> names, Work work) throws Exception {
        var threads = Executors.newFixedThreadPool(names.size());
        try {
            List<Callable<String>> calls = new ArrayList<>();
            names.forEach(name -> calls.add(() -> work.on(name)));
            List<String> done = new ArrayList<>();
            for (Future<String> result : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                done.add(result.get());
            }
            assertThat(done).isEqualTo(names);
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Work {
        String on(String name) throws Exception;
    }
}
