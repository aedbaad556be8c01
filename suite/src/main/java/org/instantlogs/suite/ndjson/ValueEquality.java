package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.fixtures.Field;

/** Whether a value came out as it went in. Rule IL-NDJSON-06. */
public final class ValueEquality {
    private static final char REPLACEMENT = '\uFFFD';

    private ValueEquality() {}

    /**
     * Whether the delivered value is the sent one.
     *
     * <p>Text is equal character by character; a lone surrogate may come as U+FFFD or as itself. Whole numbers are equal
     * to the last digit, others as doubles. A timestamp names the same instant, whole or cut off to seconds or any decimal
     * part of them: as RFC 3339 text with any offset, or as an integer of seconds, milli-, micro- or nanoseconds. Lists
     * are equal in order, objects by their members.
     *
     * @param sent a {@link String}, {@link Number}, {@link Boolean}, {@link List} or {@link Map}; of a timestamp, RFC 3339
     *     text or nanoseconds
     */
    public static boolean same(Field field, Object sent, JsonNode delivered) {
        if (field.timestamp()) {
            return Timestamp.isSame(Timestamp.nanosOfSent(sent), delivered);
        }
        return same(sent, delivered);
    }

    /**
     * Whether the delivered value says that there was none: null, or the empty value of the field's type. Of a timestamp
     * this can't be told from its value and holds of any. Rule IL-NDJSON-15.
     */
    public static boolean isNoValue(Field field, JsonNode delivered) {
        return delivered.isNull() || isEmptyValue(field, delivered);
    }

    /** Whether the delivered value is the empty value of the field's type, or what the dataset says of none: see {@link #isNoValue}. */
    public static boolean isEmptyValue(Field field, JsonNode delivered) {
        if (field.timestamp()) {
            return delivered.isTextual() || delivered.isNumber();
        }
        return switch (field.type()) {
            case STRING ->
                same("", delivered)
                        || field.absent().filter(text -> same(text, delivered)).isPresent();
            case INT -> same(0L, delivered);
            case FLOAT -> same(0.0, delivered);
            case BOOL -> same(false, delivered);
            case STRING_ARRAY, INT_ARRAY -> same(List.of(), delivered);
            case OBJECT, MAP -> same(Map.of(), delivered);
        };
    }

    /** The instant that a delivered timestamp names, whatever its form; empty where it names none. */
    public static Optional<Instant> instant(JsonNode delivered) {
        return Timestamp.of(delivered);
    }

    private static boolean same(Object sent, JsonNode delivered) {
        if (sent instanceof String text) {
            return delivered.isTextual() && sameText(text, delivered.textValue());
        }
        if (sent instanceof Boolean bool) {
            return delivered.isBoolean() && delivered.booleanValue() == bool;
        }
        if (sent instanceof Double || sent instanceof Float) {
            return delivered.isNumber() && delivered.doubleValue() == ((Number) sent).doubleValue();
        }
        if (sent instanceof Number number) {
            var whole = new BigInteger(number.toString());
            return WholeNumber.of(delivered).filter(whole::equals).isPresent();
        }
        if (sent instanceof List<?> list) {
            return delivered.isArray() && sameElements(list, delivered);
        }
        if (sent instanceof Map<?, ?> map) {
            return delivered.isObject()
                    && delivered.size() == map.size()
                    && map.entrySet().stream()
                            .allMatch(
                                    member -> same(member.getValue(), delivered.path(String.valueOf(member.getKey()))));
        }
        throw new IllegalArgumentException("`" + sent + "` is no value of a record");
    }

    private static boolean sameElements(List<?> sent, JsonNode delivered) {
        if (sent.size() != delivered.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!same(sent.get(i), delivered.path(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameText(String sent, String delivered) {
        if (sent.length() != delivered.length()) {
            return false;
        }
        for (int i = 0; i < sent.length(); i++) {
            char wanted = sent.charAt(i);
            char came = delivered.charAt(i);
            if (wanted != came && !(came == REPLACEMENT && isLone(sent, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLone(String text, int i) {
        char unit = text.charAt(i);
        if (Character.isHighSurrogate(unit)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(unit) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
