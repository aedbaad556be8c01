package org.instantlogs.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.Encoder;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** Servers that show otherwise what a request has no value of. */
final class Absent {
    private Absent() {}

    /** Does that to each member whose field the request has no value of. */
    static Parts parts(BiConsumer<ObjectNode, String> change) {
        return LineChange.members((record, line) -> List.copyOf(line.properties()).stream()
                        .map(member -> member.getKey())
                        .filter(name -> !name.equals("sampleInterval") && !Records.has(record, name))
                        .forEach(name -> change.accept(line, name)))
                .parts();
    }

    /** Shows absent values of a type, by its name in check ids, in that wrong way. */
    static Parts parts(String type, String wrong) {
        var wanted = read("{\"value\":" + wrong + "}").get("value");
        return parts((line, name) -> {
            var field = Dataset.httpRequests().field(name).orElseThrow();
            var its = field.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (!field.timestamp() && its.equals(type)) {
                line.set(name, wanted);
            }
        });
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
