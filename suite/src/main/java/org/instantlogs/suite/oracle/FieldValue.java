package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.instantlogs.fixtures.Field;
import org.instantlogs.fixtures.FieldType;

/** The values that a field may hold, in the one form in which records keep them. */
final class FieldValue {
    private FieldValue() {}

    /** What a field without a value counts as. Rule IL-NDJSON-15. */
    static Object empty(Field field) {
        return switch (field.type()) {
            case STRING -> "";
            case INT -> 0L;
            case FLOAT -> 0.0;
            case BOOL -> false;
            case STRING_ARRAY, INT_ARRAY -> List.of();
            case OBJECT, MAP -> Map.of();
        };
    }

    /** The value in its kept form, refused where it is of another type than the field. */
    static Object checked(Field field, Object given) {
        var value = kept(given);
        if (field.timestamp()) {
            return checkedTimestamp(field, value);
        }
        if (field.type() == FieldType.FLOAT && value instanceof Long whole) {
            return whole.doubleValue();
        }
        boolean fits = switch (field.type()) {
            case STRING -> value instanceof String;
            case INT -> value instanceof Long;
            case FLOAT -> value instanceof Double number && Double.isFinite(number);
            case BOOL -> value instanceof Boolean;
            case STRING_ARRAY -> isListOf(String.class, value);
            case INT_ARRAY -> isListOf(Long.class, value);
            case OBJECT, MAP -> value instanceof Map;
        };
        if (!fits) {
            throw refused(field, given, field.type().label());
        }
        return value;
    }

    private static Object checkedTimestamp(Field field, Object value) {
        if (value instanceof Long) {
            return value;
        }
        if (value instanceof String text) {
            try {
                OffsetDateTime.parse(text);
                return text;
            } catch (DateTimeException e) {
                throw (IllegalArgumentException)
                        refused(field, value, "a timestamp").initCause(e);
            }
        }
        throw refused(field, value, "a timestamp");
    }

    private static IllegalArgumentException refused(Field field, Object given, String wanted) {
        return new IllegalArgumentException("`" + field.name() + "` takes " + wanted + ", not `" + given + "` of "
                + given.getClass().getSimpleName());
    }

    private static boolean isListOf(Class<?> type, Object value) {
        return value instanceof List<?> list && list.stream().allMatch(type::isInstance);
    }

    private static Object kept(Object given) {
        if (given instanceof Integer || given instanceof Short || given instanceof Byte) {
            return ((Number) given).longValue();
        }
        if (given instanceof Float number) {
            return number.doubleValue();
        }
        if (given instanceof Instant instant) {
            return instant.toString();
        }
        if (given instanceof List<?> list) {
            return list.stream().map(FieldValue::kept).toList();
        }
        if (given instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), kept(value)));
            return Collections.unmodifiableMap(copy);
        }
        return given;
    }

    /** The value of a JSON node; whole numbers keep their 64 bits. */
    static Object ofJson(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            if (!node.canConvertToLong()) {
                throw new IllegalArgumentException("`" + node + "` does not fit into 64 bits");
            }
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(element -> list.add(ofJson(element)));
            return Collections.unmodifiableList(list);
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), ofJson(member.getValue())));
            return Collections.unmodifiableMap(map);
        }
        throw new IllegalArgumentException("`" + node + "` is no value of a record");
    }
}
