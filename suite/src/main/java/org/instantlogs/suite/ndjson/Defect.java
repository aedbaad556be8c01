package org.instantlogs.suite.ndjson;

/**
 * Something wrong with a line, and where.
 *
 * @param kind what it is
 * @param offset where it begins, in bytes from the start of the line
 * @param text what was found, in words
 */
public record Defect(Kind kind, int offset, String text) {
    /** What can be wrong with a line. */
    public enum Kind {
        INVALID_UTF8,
        BYTE_ORDER_MARK,
        BLANK,
        NOT_JSON,
        TRAILING_TEXT,
        NOT_A_NUMBER,
        COMMENT,
        DUPLICATE_KEY,
        TOO_DEEP,
        TOO_MANY_VALUES,
        NOT_AN_OBJECT,
        /** No violation of its own: an escape that stands for half a character. */
        LONE_SURROGATE
    }

    public Defect {
        if (offset < 0) {
            throw new IllegalArgumentException("`offset` is " + offset + "; it counts bytes from 0");
        }
    }

    @Override
    public String toString() {
        return text + " (byte " + offset + ")";
    }
}
