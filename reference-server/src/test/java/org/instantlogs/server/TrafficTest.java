package org.instantlogs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.instantlogs.server.demo.DemoTraffic;
import org.instantlogs.server.record.Projection;
import org.instantlogs.server.replay.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void demoTrafficHasItsRateAndItsFieldsAgree() throws Exception {
        try (var running = RunningServer.with(ServerOptions.embedded().withZones(2))) {
            var fields = java.util.List.of(
                    "ClientRequestURI",
                    "ClientRequestPath",
                    "EdgeStartTimestamp",
                    "EdgeEndTimestamp",
                    "EdgeResponseStatus");
            var traffic = new DemoTraffic(running.server().zones(), 100, 7).after(5, Instant.EPOCH);

            assertThat(traffic.values().stream().mapToInt(java.util.List::size).sum())
                    .isEqualTo(500);
            assertThat(traffic).hasSize(2);
            for (var records : traffic.values()) {
                for (var record : records) {
                    var line = JSON.readTree(Projection.of(fields).encode(record, 1));
                    assertThat(line.required("ClientRequestURI").textValue())
                            .startsWith(line.required("ClientRequestPath").textValue());
                    assertThat(Instant.parse(line.required("EdgeStartTimestamp").textValue()))
                            .isBeforeOrEqualTo(Instant.parse(
                                    line.required("EdgeEndTimestamp").textValue()));
                    assertThat(line.required("EdgeResponseStatus").intValue()).isBetween(100, 599);
                }
            }
        }
    }

    @Test
    void aRecordingIsReadPlainAndZipped(@TempDir Path folder) throws Exception {
        var text = "{\"RayID\":\"a\"}\n\n{\"RayID\":\"b\"}\n{\"RayID\":\"c\"}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var plain = Files.write(folder.resolve("plain.ndjson"), text);
        var zipped = folder.resolve("zipped.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(text);
        }
        for (Path file : new Path[] {plain, zipped}) {
            try (var recording = Recording.open(file)) {
                assertThat(recording.next(2)).hasSize(2);
                assertThat(recording.next(2)).hasSize(1);
                assertThat(recording.next(2)).isEmpty();
            }
        }
    }

    @Test
    void aLineThatIsNoRecordIsNamed(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("bad.ndjson"), "{\"RayID\":\"a\"}\nnonsense\n");
        try (var recording = Recording.open(file)) {
            var refused = org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> recording.next(5));

            assertThat(refused).hasMessageContaining("line 2").hasMessageContaining("bad.ndjson");
        }
    }

    @Test
    void aRecordingPlaysIntoTheFirstZone(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("r.ndjson"), "{\"RayID\":\"a\"}\n{\"RayID\":\"b\"}\n");
        try (var running = RunningServer.with(ServerOptions.embedded());
                var stream = running.stream(running.job("RayID"))) {
            Playback.replay(running.server(), Recording.open(file), 1_000, said -> {});

            assertThat(RunningServer.texts(stream, "RayID", 2)).containsExactly("a", "b");
        }
    }

    @Test
    void demoTrafficArrives() throws Exception {
        try (var running = RunningServer.with(ServerOptions.embedded());
                var stream = running.stream(running.job("RayID"))) {
            Playback.demo(running.server(), 200);

            assertThat(RunningServer.texts(stream, "RayID", 20)).doesNotHaveDuplicates();
        }
    }
}
