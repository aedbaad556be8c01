package org.instantlogs.server.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.instantlogs.fixtures.Field;
import org.instantlogs.server.record.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * The value of a predicate, read as the key's type demands: text for text, a number or its decimal text for numbers, likewise for truth values. A list, for
 * {@code in}, is an array or one text with commas: of texts each part is literal, of numbers blanks around it are dropped.
 */
final class PredicateValue {
    private static final int LONGEST_QUOTE = 60;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Field field;
    private final Operator operator;
    private final JsonNode value;

    PredicateValue(Field field, Operator operator, JsonNode value) {
        this.field = field;
        this.operator = operator;
        this.value = value;
    }

    String text() throws FilterRefused {
        return text(value);
    }

    Set<String> texts() throws FilterRefused {
        return list(false, this::text);
    }

    long integer() throws FilterRefused {
        return integer(value);
    }

    Set<Long> integers() throws FilterRefused {
        return list(true, this::integer);
    }

    BigDecimal decimal() throws FilterRefused {
        return decimal(value);
    }

    Set<BigDecimal> decimals() throws FilterRefused {
        return list(true, this::decimal);
    }

    boolean truth() throws FilterRefused {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        // As with numbers, clients send the value's text as well.
        if ("true".equals(value.textValue()) || "false".equals(value.textValue())) {
            return "true".equals(value.textValue());
        }
        throw wrong("true or false");
    }

    /** An instant, or none for the empty text: the value of a record without one. */
    Optional<Instant> instant() throws FilterRefused {
        return instant(value);
    }

    Set<Optional<Instant>> instants() throws FilterRefused {
        return list(true, this::instant);
    }

    static Optional<Instant> optional(@Nullable Instant instant) {
        return Optional.ofNullable(instant);
    }

    /** The refusal of the value, where {@code wanted} would be right. */
    FilterRefused wrong(String wanted) {
        return new FilterRefused("bad predicate: the value " + quote(value) + " of `" + field.name() + "` is not "
                + wanted + ", which operator `" + operator.name() + "` takes there");
    }

    /** JSON as a message can show it: not too long, and without what would break a log line. */
    static String quote(JsonNode json) {
        var text = json.toString();
        var start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return start.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD");
    }

    private String text(JsonNode one) throws FilterRefused {
        if (!one.isTextual()) {
            throw wrong("text");
        }
        return one.textValue();
    }

    private long integer(JsonNode one) throws FilterRefused {
        if (one.isIntegralNumber() && one.canConvertToLong()) {
            return one.longValue();
        }
        if (one.isTextual() && DECIMAL.matcher(one.textValue()).matches()) {
            try {
                return Long.parseLong(one.textValue());
            } catch (NumberFormatException e) {
                throw wrong("an integer within 64 bits");
            }
        }
        throw wrong("an integer within 64 bits");
    }

    private BigDecimal decimal(JsonNode one) throws FilterRefused {
        if (one.isNumber()) {
            return one.decimalValue();
        }
        if (one.isTextual() && DECIMAL.matcher(one.textValue()).matches()) {
            return new BigDecimal(one.textValue());
        }
        throw wrong("a number");
    }

    private Optional<Instant> instant(JsonNode one) throws FilterRefused {
        if (one.isIntegralNumber()
                || (one.isTextual() && DECIMAL.matcher(one.textValue()).matches())) {
            return Optional.of(Timestamp.ofNanos(integer(one)));
        }
        var text = text(one);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Timestamp.parse(text));
        } catch (IllegalArgumentException e) {
            throw wrong("RFC 3339 text or integer nanoseconds");
        }
    }

    private <T> Set<T> list(boolean trimmed, Reading<T> reading) throws FilterRefused {
        List<JsonNode> elements = new ArrayList<>();
        if (value.isTextual()) {
            for (String part : value.textValue().split(",", -1)) {
                elements.add(TextNode.valueOf(trimmed ? part.strip() : part));
            }
        } else if (value.isArray() && !value.isEmpty()) {
            value.forEach(elements::add);
        } else {
            throw wrong("a list or comma-separated text");
        }
        Set<T> list = new LinkedHashSet<>();
        for (JsonNode element : elements) {
            list.add(reading.read(element));
        }
        return Set.copyOf(list);
    }

    private interface Reading<T> {
        T read(JsonNode element) throws FilterRefused;
    }
}
