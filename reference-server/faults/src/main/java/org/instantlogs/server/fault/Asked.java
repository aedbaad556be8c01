package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.instantlogs.fixtures.Field;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.FilterRefused;
import org.instantlogs.server.filter.Predicates;
import org.instantlogs.server.filter.RecordFilter;
import org.instantlogs.server.record.FieldTable;
import org.instantlogs.server.record.LogRecord;
import org.jspecify.annotations.Nullable;

/** One predicate of a filter, on an existing field, as one sees it who is about to make a mistake of it. */
record Asked(Field field, int ordinal, String operator, JsonNode value) {
    private static final Set<String> OF_ORDER = Set.of("eq", "neq", "gt", "geq", "lt", "leq");

    /** What is made of a predicate instead of the right thing; null where it comes out right. */
    @FunctionalInterface
    interface Mistake {
        @Nullable
        RecordFilter of(Asked asked) throws FilterRefused;
    }

    /** A server that makes the mistake, and all else right. */
    static Parts mistaken(Mistake mistake) {
        return new Parts() {
            @Override
            public Predicates predicates() {
                return predicatesOf(mistake);
            }
        };
    }

    /** Predicates with the mistake. */
    static Predicates predicatesOf(Mistake mistake) {
        return (key, operator, value) -> {
            // What is to be refused is refused first.
            var right = Predicates.BY_TYPE.compile(key, operator, value);
            var ordinal = FieldTable.ordinal(key.asText());
            if (ordinal.isEmpty()) {
                return right;
            }
            int at = ordinal.getAsInt();
            var mistaken = mistake.of(new Asked(FieldTable.field(at), at, operator.asText(), value));
            return mistaken == null ? right : mistaken;
        };
    }

    /** Whether it is one of these operators. */
    boolean is(String... operators) {
        return Arrays.asList(operators).contains(operator);
    }

    boolean isOn(String key) {
        return field.name().equals(key);
    }

    boolean isOnText() {
        return field.type() == FieldType.STRING && !field.timestamp();
    }

    boolean isOnNumber() {
        return field.type() == FieldType.INT;
    }

    boolean isOnList() {
        return field.type() == FieldType.STRING_ARRAY;
    }

    /** A number that is compared for its order, or for equality. */
    boolean isComparison() {
        return isOnNumber() && OF_ORDER.contains(operator);
    }

    /** The value's text; of a number its decimal digits. */
    String text() {
        return value.asText();
    }

    long number() {
        return Long.parseLong(text());
    }

    /** The values of {@code in}. */
    List<String> several() {
        if (!value.isArray()) {
            return Arrays.asList(text().split(",", -1));
        }
        var values = new ArrayList<String>();
        value.forEach(one -> values.add(one.asText()));
        return values;
    }

    /** The record's value: a text as it is, a number as its decimal digits. */
    String textOf(LogRecord record) {
        return isOnNumber() ? String.valueOf(record.integer(ordinal)) : record.text(ordinal);
    }

    /** What a comparison of this outcome makes of a comparing operator. */
    boolean holds(int comparison) {
        return switch (operator) {
            case "eq" -> comparison == 0;
            case "neq" -> comparison != 0;
            case "gt" -> comparison > 0;
            case "geq" -> comparison >= 0;
            case "lt" -> comparison < 0;
            case "leq" -> comparison <= 0;
            default -> throw new IllegalStateException(operator);
        };
    }

    /** The right filter of another operator or another value. */
    RecordFilter as(String otherOperator, JsonNode otherValue) throws FilterRefused {
        return Predicates.BY_TYPE.compile(new TextNode(field.name()), new TextNode(otherOperator), otherValue);
    }

    /** Likewise, of another operator. */
    RecordFilter as(String otherOperator) throws FilterRefused {
        return as(otherOperator, value);
    }

    /** The same question to another field. */
    RecordFilter of(String otherField) throws FilterRefused {
        return Predicates.BY_TYPE.compile(new TextNode(otherField), new TextNode(operator), value);
    }

    /** The refusal of the predicate, for want of the operator. */
    RecordFilter refused() throws FilterRefused {
        return as("unsupported " + operator);
    }
}
