package org.instantlogs.server.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;
import org.instantlogs.server.record.FieldTable;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.record.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Makes one predicate into a filter, by the type of its key. Comparison is exact; a record without a value compares as its
 * type's empty value.
 */
final class PredicateCompiler {
    private final int ordinal;
    private final Operator operator;
    private final PredicateValue value;

    private PredicateCompiler(int ordinal, Operator operator, JsonNode value) {
        this.ordinal = ordinal;
        this.operator = operator;
        this.value = new PredicateValue(FieldTable.field(ordinal), operator, value);
    }

    static RecordFilter compile(JsonNode key, JsonNode operator, JsonNode value) throws FilterRefused {
        var ordinal = ordinal(key);
        var field = FieldTable.field(ordinal);
        var named = operator.isTextual() ? Operator.named(operator.textValue()) : null;
        if (named == null) {
            throw new FilterRefused("bad predicate: there is no operator " + PredicateValue.quote(operator));
        }
        if (!field.filterable()) {
            throw new FilterRefused(
                    "bad predicate: `" + field.name() + "` (" + field.type().label()
                            + ") can't be a key; filters act on text, numbers, truth values and lists of text");
        }
        var filter = new PredicateCompiler(ordinal, named, value).relation(field);
        return named.negated() ? record -> !filter.matches(record) : filter;
    }

    private static int ordinal(JsonNode key) throws FilterRefused {
        if (!key.isTextual()) {
            throw new FilterRefused("bad predicate: the key " + PredicateValue.quote(key) + " is no text");
        }
        var name = key.textValue();
        OptionalInt ordinal =
                FieldTable.ordinal(Dataset.httpRequests().aliases().getOrDefault(name, name));
        return ordinal.orElseThrow(() -> new FilterRefused(
                "bad predicate: the dataset has no field " + PredicateValue.quote(key) + " that could be a key"));
    }

    private RecordFilter relation(Field field) throws FilterRefused {
        if (field.timestamp()) {
            return timestamp();
        }
        return switch (field.type()) {
            case STRING -> text();
            case INT -> integer();
            case FLOAT -> decimal();
            case BOOL -> truth();
            case STRING_ARRAY -> list();
            case INT_ARRAY, OBJECT, MAP -> throw unsupported();
        };
    }

    private RecordFilter text() throws FilterRefused {
        if (operator.relation() == Operator.Relation.IN) {
            Set<String> wanted = value.texts();
            return record -> wanted.contains(record.text(ordinal));
        }
        var wanted = value.text();
        return switch (operator.relation()) {
            case EQUAL -> record -> record.text(ordinal).equals(wanted);
            case STARTS_WITH -> record -> record.text(ordinal).startsWith(wanted);
            case ENDS_WITH -> record -> record.text(ordinal).endsWith(wanted);
            case CONTAINS -> record -> record.text(ordinal).contains(wanted);
            case LESS, AT_MOST, GREATER, AT_LEAST, IN -> throw unsupported();
        };
    }

    private RecordFilter integer() throws FilterRefused {
        if (operator.relation() == Operator.Relation.IN) {
            Set<Long> wanted = value.integers();
            return record -> wanted.contains(record.integer(ordinal));
        }
        requireOrder();
        long wanted = value.integer();
        return switch (operator.relation()) {
            case EQUAL -> record -> record.integer(ordinal) == wanted;
            case LESS -> record -> record.integer(ordinal) < wanted;
            case AT_MOST -> record -> record.integer(ordinal) <= wanted;
            case GREATER -> record -> record.integer(ordinal) > wanted;
            case AT_LEAST -> record -> record.integer(ordinal) >= wanted;
            case STARTS_WITH, ENDS_WITH, CONTAINS, IN -> throw unsupported();
        };
    }

    private RecordFilter decimal() throws FilterRefused {
        if (operator.relation() == Operator.Relation.IN) {
            Set<BigDecimal> wanted = value.decimals();
            return record -> wanted.stream().anyMatch(one -> one.compareTo(record.decimal(ordinal)) == 0);
        }
        requireOrder();
        var wanted = value.decimal();
        return record -> ordered(record.decimal(ordinal).compareTo(wanted));
    }

    private RecordFilter truth() throws FilterRefused {
        if (operator.relation() != Operator.Relation.EQUAL) {
            throw unsupported();
        }
        boolean wanted = value.truth();
        return record -> record.truth(ordinal) == wanted;
    }

    private RecordFilter list() throws FilterRefused {
        if (operator.relation() != Operator.Relation.CONTAINS) {
            throw unsupported();
        }
        var wanted = value.text();
        return record -> record.hasElement(ordinal, wanted);
    }

    /** Instants are compared as instants, to the nanosecond; parts of their text as streams show it. */
    private RecordFilter timestamp() throws FilterRefused {
        return switch (operator.relation()) {
            case IN -> {
                var wanted = value.instants();
                yield record -> wanted.contains(PredicateValue.optional(record.instant(ordinal)));
            }
            case EQUAL -> {
                var wanted = value.instant();
                yield record -> wanted.equals(PredicateValue.optional(record.instant(ordinal)));
            }
            case LESS, AT_MOST, GREATER, AT_LEAST -> {
                var wanted = value.instant().orElseThrow(() -> value.wrong("RFC 3339 text or integer nanoseconds"));
                yield record -> isOrdered(record.instant(ordinal), wanted);
            }
            case STARTS_WITH -> {
                var wanted = value.text();
                yield record -> shown(record).startsWith(wanted);
            }
            case ENDS_WITH -> {
                var wanted = value.text();
                yield record -> shown(record).endsWith(wanted);
            }
            case CONTAINS -> {
                var wanted = value.text();
                yield record -> shown(record).contains(wanted);
            }
        };
    }

    /** No time at all is neither before nor after any. */
    private boolean isOrdered(@Nullable Instant instant, Instant wanted) {
        return instant != null && ordered(instant.compareTo(wanted));
    }

    private String shown(LogRecord record) {
        var instant = record.instant(ordinal);
        return instant == null ? "" : Timestamp.show(instant);
    }

    private boolean ordered(int comparison) {
        return switch (operator.relation()) {
            case EQUAL -> comparison == 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
            case STARTS_WITH, ENDS_WITH, CONTAINS, IN -> throw new IllegalStateException(operator.name());
        };
    }

    private void requireOrder() throws FilterRefused {
        switch (operator.relation()) {
            case EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> {}
            case STARTS_WITH, ENDS_WITH, CONTAINS, IN -> throw unsupported();
        }
    }

    private FilterRefused unsupported() {
        var field = FieldTable.field(ordinal);
        return new FilterRefused("bad predicate: operator `" + operator.name() + "` is not supported on `"
                + field.name() + "` (" + field.type().label() + ")");
    }
}
