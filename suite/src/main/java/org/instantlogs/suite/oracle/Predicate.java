package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;

/**
 * One question to one field. See {@link Filter#predicate}.
 *
 * @param key as it is sent: a field's name or one of the source page's short names
 * @param operator as it is sent
 * @param value as it is sent
 */
public record Predicate(String key, Operator operator, Object value) implements Filter {
    public Predicate {
        value = Operand.checked(fieldNamed(key), operator, value);
    }

    /** The field that the key stands for. */
    public Field field() {
        return fieldNamed(key);
    }

    @Override
    public boolean matches(LogRecord record) {
        var field = field();
        // An operator that the type does not know lets nothing through, negated or not: there is no right reading of
        // it.
        return Comparison.isKnown(operator, field.type())
                && operator.negates()
                        != Comparison.holds(
                                operator.base(),
                                field.type(),
                                record.value(field.name()),
                                Operand.values(operator, value));
    }

    @Override
    public JsonNode toJson() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("key", key);
        node.put("operator", operator.wire());
        node.set("value", Operand.toJson(value));
        return node;
    }

    @Override
    public boolean isSettled() {
        return Comparison.isDocumented(operator, field()) && Operand.isSettled(operator, field(), value);
    }

    @Override
    public String toString() {
        return key + " " + operator.wire() + " " + JsonText.of(Operand.toJson(value));
    }

    private static Field fieldNamed(String key) {
        var dataset = Dataset.httpRequests();
        return dataset.field(key)
                .or(() -> dataset.field(dataset.aliases().getOrDefault(key, "")))
                .orElseThrow(() -> new IllegalArgumentException(
                        "`" + key + "` is neither a field of the dataset nor a short name of one"));
    }
}
