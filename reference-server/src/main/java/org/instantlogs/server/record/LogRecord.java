package org.instantlogs.server.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request's log record: a value, or none, for each field of the dataset. Immutable.
 *
 * <p>Values are asked for by the field's ordinal in the {@link FieldTable}. Asking for another type than the field's is a
 * {@link ClassCastException}. Where there is no value, one gets the type's empty value.
 */
public final class LogRecord {
    private final @Nullable Object[] values;

    private LogRecord(@Nullable Object[] values) {
        this.values = values;
    }

    /** A builder of a record without values. */
    public static Builder builder() {
        return new Builder();
    }

    /** The value of a text field. */
    public String text(int ordinal) {
        var value = values[ordinal];
        return value == null ? "" : (String) value;
    }

    /** The value of an integer field. */
    public long integer(int ordinal) {
        var value = values[ordinal];
        return value == null ? 0 : (Long) value;
    }

    /** The value of a float field. */
    public BigDecimal decimal(int ordinal) {
        var value = values[ordinal];
        return value == null ? BigDecimal.ZERO : ((Decimal) value).value();
    }

    /** The value of a bool field. */
    public boolean truth(int ordinal) {
        var value = values[ordinal];
        return value != null && (Boolean) value;
    }

    /** The value of a timestamp field; null if there is none, as no time is empty. */
    public @Nullable Instant instant(int ordinal) {
        return (Instant) values[ordinal];
    }

    /** Whether the value of a list of texts has that element. */
    public boolean hasElement(int ordinal, String element) {
        var value = values[ordinal];
        return value != null && ((List<?>) value).contains(element);
    }

    /** Whether there is a value, be it an empty one. */
    public boolean hasValue(int ordinal) {
        return values[ordinal] != null;
    }

    void write(int ordinal, LineWriter line) {
        var value = values[ordinal];
        var form = FieldTable.form(ordinal);
        if (value == null) {
            form.writeEmpty(line);
        } else {
            form.write(line, value);
        }
    }

    /** Gathers a record's values; not safe for several threads. */
    public static final class Builder {
        private final @Nullable Object[] values = new @Nullable Object[FieldTable.size()];

        private Builder() {}

        /**
         * Gives a field its value: text, Long or Integer, any Number (a float), Boolean, Instant or RFC 3339 text (a timestamp),
         * List of texts or of integers, Map (an object); null for none.
         *
         * @throws IllegalArgumentException if there is no such field, or its values are of another type
         */
        public Builder set(String field, @Nullable Object value) {
            int ordinal = FieldTable.ordinal(field)
                    .orElseThrow(() -> new IllegalArgumentException("the dataset has no field `" + field + "`"));
            try {
                return put(
                        ordinal, value == null ? null : FieldTable.form(ordinal).take(value));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("`" + field + "` " + e.getMessage(), e);
            }
        }

        Builder put(int ordinal, @Nullable Object value) {
            values[ordinal] = value;
            return this;
        }

        /** The record with the values given so far. */
        public LogRecord build() {
            return new LogRecord(values.clone());
        }
    }
}
