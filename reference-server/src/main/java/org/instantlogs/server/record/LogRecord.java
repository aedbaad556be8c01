package org.instantlogs.server.record;

/** One HTTP request's log record: a value, or none, for each field of the dataset. Immutable. */
public final class LogRecord {
    LogRecord() {}

    /** A builder of a record without values. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers a record's values; not safe for several threads. */
    public static final class Builder {
        Builder() {}

        /**
         * Gives a field its value: text, Long or Integer, Double or BigDecimal, Boolean, Instant or RFC 3339 text (a timestamp),
         * List of texts or of integers, Map (an object); null for none.
         *
         * @throws IllegalArgumentException if there is no such field, or its values are of another type
         */
        public Builder set(String field, @org.jspecify.annotations.Nullable Object value) {
            throw new UnsupportedOperationException();
        }

        /** The record with the values given so far. */
        public LogRecord build() {
            throw new UnsupportedOperationException();
        }
    }
}
