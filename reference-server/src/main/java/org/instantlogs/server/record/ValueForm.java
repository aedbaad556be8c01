package org.instantlogs.server.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.instantlogs.fixtures.Field;

/**
 * What the values of a field's type are: how they are read from JSON, taken from a program, held, and written. A value that is
 * not of the form is an {@link IllegalArgumentException} whose message goes on from the field's name.
 */
enum ValueForm {
    /** Held as String. */
    TEXT("\"\"") {
        @Override
        Object read(JsonParser json) throws IOException {
            return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : refuse(json, "text");
        }

        @Override
        Object take(Object value) {
            return value instanceof String ? value : refuse(value, "text");
        }

        @Override
        void write(LineWriter line, Object value) {
            line.text((String) value);
        }
    },
    /** Held as Long. */
    INT("0") {
        @Override
        Object read(JsonParser json) throws IOException {
            return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? sixtyFourBits(json) : refuse(json, "an integer");
        }

        @Override
        Object take(Object value) {
            return value instanceof Long || value instanceof Integer
                    ? (Object) ((Number) value).longValue()
                    : refuse(value, "an integer");
        }

        @Override
        void write(LineWriter line, Object value) {
            line.integer((Long) value);
        }
    },
    /** Held as {@link Decimal}. */
    FLOAT("0") {
        @Override
        Object read(JsonParser json) throws IOException {
            return isNumber(json) ? Decimal.of(json.getText()) : refuse(json, "a number");
        }

        @Override
        Object take(Object value) {
            return value instanceof Number ? Decimal.of(value.toString()) : refuse(value, "a number");
        }

        @Override
        void write(LineWriter line, Object value) {
            line.json(((Decimal) value).text());
        }
    },
    /** Held as Boolean. */
    BOOL("false") {
        @Override
        Object read(JsonParser json) throws IOException {
            return json.currentToken().isBoolean() ? (Object) json.getBooleanValue() : refuse(json, "true or false");
        }

        @Override
        Object take(Object value) {
            return value instanceof Boolean ? value : refuse(value, "true or false");
        }

        @Override
        void write(LineWriter line, Object value) {
            line.json(value.toString());
        }
    },
    /** Held as Instant. A timestamp without value is shown as empty text: never as now, nor as any time. */
    TIMESTAMP("\"\"") {
        @Override
        Object read(JsonParser json) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_STRING -> Timestamp.parse(json.getText());
                case VALUE_NUMBER_INT -> Timestamp.ofNanos(sixtyFourBits(json));
                default -> refuse(json, "RFC 3339 text or integer nanoseconds");
            };
        }

        @Override
        Object take(Object value) {
            if (value instanceof Instant instant) {
                // Nobody can be shown a year of five digits.
                return Timestamp.parse(instant.toString());
            }
            return value instanceof String text ? Timestamp.parse(text) : refuse(value, "an instant or RFC 3339 text");
        }

        @Override
        void write(LineWriter line, Object value) {
            line.raw('"');
            line.json(Timestamp.show((Instant) value));
            line.raw('"');
        }
    },
    /** Held as List of String. */
    TEXTS("[]") {
        @Override
        Object read(JsonParser json) throws IOException {
            return elements(TEXT, json, "a list of texts");
        }

        @Override
        Object take(Object value) {
            return elements(TEXT, value, "a list of texts");
        }

        @Override
        void write(LineWriter line, Object value) {
            writeElements(TEXT, line, value);
        }
    },
    /** Held as List of Long. */
    INTS("[]") {
        @Override
        Object read(JsonParser json) throws IOException {
            return elements(INT, json, "a list of integers");
        }

        @Override
        Object take(Object value) {
            return elements(INT, value, "a list of integers");
        }

        @Override
        void write(LineWriter line, Object value) {
            writeElements(INT, line, value);
        }
    },
    /** Held as compact JSON text. */
    OBJECT("{}") {
        @Override
        Object read(JsonParser json) throws IOException {
            return json.currentToken() == JsonToken.START_OBJECT ? JsonCopy.compact(json) : refuse(json, "an object");
        }

        @Override
        Object take(Object value) {
            return value instanceof Map<?, ?> map ? JsonCopy.of(map) : refuse(value, "an object");
        }

        @Override
        void write(LineWriter line, Object value) {
            line.json((String) value);
        }
    },
    /** An object from names to numbers. Held as compact JSON text. */
    MAP("{}") {
        @Override
        Object read(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return refuse(json, "an object of numbers");
            }
            return JsonCopy.numbers(json);
        }

        @Override
        Object take(Object value) {
            return OBJECT.take(value);
        }

        @Override
        void write(LineWriter line, Object value) {
            OBJECT.write(line, value);
        }
    };

    private final String empty;

    ValueForm(String empty) {
        this.empty = empty;
    }

    static ValueForm of(Field field) {
        if (field.timestamp()) {
            return TIMESTAMP;
        }
        return switch (field.type()) {
            case STRING -> TEXT;
            case INT -> INT;
            case FLOAT -> FLOAT;
            case BOOL -> BOOL;
            case STRING_ARRAY -> TEXTS;
            case INT_ARRAY -> INTS;
            case OBJECT -> OBJECT;
            case MAP -> MAP;
        };
    }

    /** The value at the parser, which is left at its last token. */
    abstract Object read(JsonParser json) throws IOException;

    /** The value that a program gives. */
    abstract Object take(Object value);

    abstract void write(LineWriter line, Object value);

    /** Writes what stands for no value: the type's empty value, as the live service does. */
    void writeEmpty(LineWriter line) {
        line.json(empty);
    }

    private static boolean isNumber(JsonParser json) {
        return json.currentToken().isNumeric();
    }

    private static long sixtyFourBits(JsonParser json) throws IOException {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new IllegalArgumentException("is beyond 64 bits");
        }
        return json.getLongValue();
    }

    private static Object elements(ValueForm form, JsonParser json, String wanted) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return refuse(json, wanted);
        }
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(form.read(json));
        }
        return List.copyOf(elements);
    }

    private static Object elements(ValueForm form, Object value, String wanted) {
        return value instanceof List<?> list ? list.stream().map(form::take).toList() : refuse(value, wanted);
    }

    private static void writeElements(ValueForm form, LineWriter line, Object value) {
        char separator = '[';
        for (Object element : (List<?>) value) {
            line.raw(separator);
            form.write(line, element);
            separator = ',';
        }
        if (separator == '[') {
            line.raw('[');
        }
        line.raw(']');
    }

    private static Object refuse(JsonParser json, String wanted) {
        throw new IllegalArgumentException("is " + kind(json.currentToken()) + "; it takes " + wanted);
    }

    private static Object refuse(Object value, String wanted) {
        throw new IllegalArgumentException("is a " + value.getClass().getSimpleName() + "; it takes " + wanted);
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT -> "an integer";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction or exponent";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NULL -> "null";
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            default -> "no value";
        };
    }
}
