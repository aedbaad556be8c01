package org.instantlogs.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.server.RawSocket.BINARY;
import static org.instantlogs.server.RawSocket.CLOSE;
import static org.instantlogs.server.RawSocket.FINAL;
import static org.instantlogs.server.RawSocket.TEXT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.server.front.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is permitted and unusual: nothing is lost by it. */
class MannerTest {
    private static final int RECORDS = 200;

    @Test
    void shuffledRecordsOvertakeEachOther() throws Exception {
        try (var running = with(Set.of(Manner.SHUFFLED));
                var stream = running.stream(running.job("RayID"))) {
            running.inject(records());

            var came = RunningServer.texts(stream, "RayID", RECORDS);

            assertThat(came).containsExactlyInAnyOrderElementsOf(ids()).isNotEqualTo(ids());
        }
    }

    @Test
    void whatIsHeldBackComesBeforeTheEndOfTheSession() throws Exception {
        try (var running = with(Set.of(Manner.SHUFFLED));
                var stream = running.stream(running.job("RayID"))) {
            running.inject(records());
            running.post(
                    running.control("/reset"), "{\"zone\":\"" + running.zone().id() + "\"}");

            assertThat(RunningServer.texts(stream, "RayID", RECORDS)).containsExactlyInAnyOrderElementsOf(ids());
            assertThat(stream.nextButPings().firstByte()).isEqualTo(FINAL | CLOSE);
        }
    }

    @Test
    void batchedLinesShareMessagesAndKeepTheirOrder() throws Exception {
        try (var running = with(Set.of(Manner.BATCHED));
                var stream = running.stream(running.job("RayID"))) {
            running.inject(records());

            List<String> lines = new ArrayList<>();
            int messages = 0;
            while (lines.size() < RECORDS) {
                var message = stream.text();
                assertThat(message).endsWith("\n");
                lines.addAll(message.lines().toList());
                messages++;
            }
            assertThat(lines)
                    .containsExactlyElementsOf(ids().stream()
                            .map(id -> "{\"RayID\":\"" + id + "\",\"sampleInterval\":1}")
                            .toList());
            assertThat(messages).isBetween(RECORDS / 5, RECORDS / 2);
        }
    }

    @Test
    void binaryMessagesHoldTheSameBytes() throws Exception {
        try (var running = with(Set.of(Manner.BINARY));
                var stream = running.stream(running.job("RayID"))) {
            running.inject("{\"RayID\":\"a\"}");

            var frame = stream.nextButPings();

            assertThat(frame.firstByte()).isEqualTo(FINAL | BINARY);
            assertThat(new String(frame.payload(), UTF_8)).isEqualTo("{\"RayID\":\"a\",\"sampleInterval\":1}");
        }
    }

    @Test
    void aLateAnswerIsTheSameAnswer() throws Exception {
        try (var running = with(Set.of(Manner.LATE))) {
            long from = System.nanoTime();
            var job = running.job("RayID");

            assertThat(System.nanoTime() - from).isGreaterThan(140_000_000L);
            try (var stream = running.stream(job)) {
                running.inject("{\"RayID\":\"a\"}");

                assertThat(stream.nextButPings().firstByte()).isEqualTo(FINAL | TEXT);
            }
        }
    }

    @Test
    void aCurtEndIsNoCloseFrame() throws Exception {
        try (var running = with(Set.of(Manner.CURT));
                var stream = running.stream(running.job("RayID"))) {
            running.post(
                    running.control("/reset"), "{\"zone\":\"" + running.zone().id() + "\"}");

            assertThat(stream.ends()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void theDescriptorPromisesOrderUnlessRecordsAreShuffled(Manner manner) throws Exception {
        try (var running = with(Set.of(manner))) {
            var descriptor = DescriptorText.of(running.server(), "mannered", EnumSet.allOf(Offer.class));

            assertThat(descriptor.contains("ordered: true")).isEqualTo(manner != Manner.SHUFFLED);
        }
    }

    private static RunningServer with(Set<Manner> manners) throws Exception {
        return RunningServer.with(ServerOptions.embedded().withControl(0).withManners(manners));
    }

    private static List<String> ids() {
        return IntStream.range(0, RECORDS).mapToObj(n -> "r" + n).toList();
    }

    private static String records() {
        return ids().stream().map(id -> "{\"RayID\":\"" + id + "\"}").collect(Collectors.joining("\n"));
    }
}
