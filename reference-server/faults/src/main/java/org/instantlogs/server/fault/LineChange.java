package org.instantlogs.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.Encoder;
import org.instantlogs.server.record.LogRecord;

/** What becomes of a line that was written right. */
@FunctionalInterface
interface LineChange {
    JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * The changed line.
     *
     * @param number counts the lines of a session, from 1
     */
    byte[] of(LogRecord record, byte[] line, long number);

    /** A change of the line's text. */
    static LineChange text(UnaryOperator<String> change) {
        return (record, line, number) ->
                change.apply(new String(line, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** A change of the line's members. */
    static LineChange members(BiConsumer<LogRecord, ObjectNode> change) {
        return (record, line, number) -> {
            try {
                var members = (ObjectNode) JSON.readTree(line);
                change.accept(record, members);
                return write(members).getBytes(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The members on one line. */
    static String write(ObjectNode members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for each {@code nth} line of a session only. */
    default LineChange each(int nth) {
        return (record, line, number) -> number % nth == 0 ? of(record, line, number) : line;
    }

    /** The same for some records only. */
    default LineChange where(Predicate<LogRecord> some) {
        return (record, line, number) -> some.test(record) ? of(record, line, number) : line;
    }

    /** A server whose sessions write such lines. */
    default Parts parts() {
        var change = this;
        return new Parts() {
            @Override
            public Encoder encoder(List<String> fields) {
                var right = Parts.super.encoder(fields);
                var lines = new AtomicLong();
                return (record, interval) -> change.of(record, right.encode(record, interval), lines.incrementAndGet());
            }
        };
    }
}
