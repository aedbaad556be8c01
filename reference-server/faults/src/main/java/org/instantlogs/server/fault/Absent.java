package org.instantlogs.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.Encoder;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.record.Projection;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** Servers that show otherwise what a request has no value of. */
final class Absent {
    private static final byte[] NO_VALUES = Projection.of(Dataset.httpRequests().fields().stream()
                    .map(field -> field.name())
                    .toList())
            .encode(LogRecord.builder().build(), 1);

    private Absent() {}

    /** Does that to each member whose value is what stands for none. */
    static Parts parts(BiConsumer<ObjectNode, String> change) {
        var none = values();
        return LineChange.members((record, line) -> List.copyOf(line.properties()).stream()
                        .filter(member -> member.getValue().equals(none.get(member.getKey()))
                                && !member.getKey().equals("sampleInterval"))
                        .forEach(member -> change.accept(line, member.getKey())))
                .parts();
    }

    /** What stands for no value, by the fields' names. */
    static ObjectNode values() {
        return read(new String(NO_VALUES, StandardCharsets.UTF_8));
    }

    /** Shows absent values of a type, by its name in the dataset's check ids, in that wrong way. */
    static Parts parts(String type, String right, String wrong) {
        var wanted = read("{\"value\":" + wrong + "}").get("value");
        var given = read("{\"value\":" + right + "}").get("value");
        return TypeFaults.changed(
                field -> !field.timestamp()
                        && field.type()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')
                                .equals(type),
                value -> value.equals(given) ? wanted : value);
    }

    /** Shows the time of writing for a timestamp without a value. */
    static Parts timestamps() {
        var clock = new AtomicReference<InstantSource>(InstantSource.fixed(Instant.EPOCH));
        return new Parts() {
            @Override
            public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
                clock.set(realTime);
                return Parts.super.sessions(zoneIds, settings, realTime);
            }

            @Override
            public Encoder encoder(List<String> fields) {
                return TypeFaults.changed(
                                field -> field.timestamp(),
                                value -> value.asText().isEmpty() ? now(Objects.requireNonNull(clock.get())) : value)
                        .encoder(fields);
            }
        };
    }

    private static TextNode now(InstantSource clock) {
        return new TextNode(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) LineChange.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
