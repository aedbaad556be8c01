package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request log record: names of the dataset's fields and their values.
 *
 * <p>Immutable. A value is a {@link String}, {@link Long}, {@link Double}, {@link Boolean}, a {@link List} of texts or of
 * longs, or a {@link Map}; a timestamp is RFC 3339 text or a {@link Long} of nanoseconds. {@code sampleInterval} is no
 * field of a record. Source: "Datasets available"; the target contract, section 2.
 */
public final class LogRecord {
    private static final LogRecord EMPTY = new LogRecord(Map.of());

    private final Map<String, Object> values;
    /** As it was written before, if it was: records are written again and again, each time with another mark. */
    private volatile @Nullable String line;

    private LogRecord(Map<String, Object> values) {
        this.values = values;
    }

    /** A record without any value. */
    public static LogRecord empty() {
        return EMPTY;
    }

    /** A record with one value; see {@link #with}. */
    public static LogRecord of(String field, Object value) {
        return EMPTY.with(field, value);
    }

    /** A record of many values, put together without a copy for each. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The record of a JSON object such as a line of a corpus; members that are null have no value.
     *
     * @throws IllegalArgumentException if a name is unknown or a value is of another type than its field
     */
    public static LogRecord of(JsonNode object) {
        var values = new LinkedHashMap<String, Object>();
        for (var member : object.properties()) {
            if (!member.getValue().isNull()) {
                var field = fieldOf(member.getKey());
                values.put(field.name(), FieldValue.checked(field, FieldValue.ofJson(member.getValue())));
            }
        }
        return new LogRecord(Collections.unmodifiableMap(values));
    }

    /**
     * The same record with that field's value, in the place it had or else last.
     *
     * @param value as the class says; an {@link Integer}, {@link Short} or {@link Float} is widened, whole numbers do for
     *     fields of type float, an {@link java.time.Instant} does for timestamps
     * @throws IllegalArgumentException if there is no such field or the value is of another type
     */
    public LogRecord with(String field, Object value) {
        var kept = FieldValue.checked(fieldOf(field), value);
        var changed = new LinkedHashMap<>(values);
        boolean isLast = changed.put(field, kept) == null;
        var made = new LogRecord(Collections.unmodifiableMap(changed));
        var written = line;
        if (isLast && written != null && !values.isEmpty()) {
            made.line = written.substring(0, written.length() - 1) + ",\"" + field + "\":" + JsonText.of(kept) + "}";
        }
        return made;
    }

    /** The same record without a value for that field. */
    public LogRecord without(String field) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(fieldOf(field).name());
        return new LogRecord(Collections.unmodifiableMap(changed));
    }

    /** The names of the fields that have a value, in the order in which they were given. */
    public Set<String> fields() {
        return values.keySet();
    }

    /** The value that was given, if any. */
    public Optional<Object> given(String field) {
        return Optional.ofNullable(values.get(fieldOf(field).name()));
    }

    /** The value; where none was given the empty value of the field's type: empty text, 0, 0.0, false, an empty list or map. */
    public Object value(String field) {
        var known = fieldOf(field);
        return given(field).orElseGet(() -> FieldValue.empty(known));
    }

    /**
     * The value of a text field, empty where none was given.
     *
     * @throws IllegalArgumentException if the value is no text
     */
    public String text(String field) {
        if (value(field) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("`" + field + "` holds no text");
    }

    /** The JSON text of the value that was given; empty where none was. */
    public String json(String field) {
        return given(field).map(JsonText::of).orElse("");
    }

    /** One line for injection, without its newline: compact JSON; a lone surrogate as its escape. */
    public String toLine() {
        var written = line;
        if (written == null) {
            written = JsonText.of(values);
            line = written;
        }
        return written;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogRecord record && values.equals(record.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return toLine();
    }

    private static Field fieldOf(String name) {
        return Dataset.httpRequests()
                .field(name)
                .orElseThrow(() -> new IllegalArgumentException("`" + name + "` is no field of the dataset"));
    }

    /** What a record is made from, value by value. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Builder() {}

        /** Sets a value; see {@link LogRecord#with}. */
        public Builder with(String field, Object value) {
            values.put(field, FieldValue.checked(fieldOf(field), value));
            return this;
        }

        /** The record of the values so far. */
        public LogRecord build() {
            return new LogRecord(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
        }
    }
}
