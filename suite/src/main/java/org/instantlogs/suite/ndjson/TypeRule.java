package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.instantlogs.fixtures.Field;

/**
 * Whether a value has its field's type. Rule IL-NDJSON-04.
 *
 * <p>Null counts as no value and is of every type; whether it may stand there is IL-NDJSON-15's question. An int is a
 * number of whole value within 64 bits, signed or not: JSON knows no integers, so 1.0 and 1e0 are as good as 1. A float
 * may be written without a fraction. A timestamp is RFC 3339 text or such an int. An element of a list is never null.
 */
public final class TypeRule {
    private static final int LONGEST_SHOWN = 60;

    private TypeRule() {}

    /** What is wrong with the value; empty where it is of the type. A missing node is of no type. */
    public static Optional<String> check(Field field, JsonNode value) {
        if (value.isNull() || fits(field, value)) {
            return Optional.empty();
        }
        var wanted =
                field.timestamp() ? "RFC 3339 text or an integer" : field.type().label();
        return Optional.of("`" + field.name() + "` is to be " + wanted + " and is " + shown(value));
    }

    private static boolean fits(Field field, JsonNode value) {
        if (field.timestamp()) {
            return isInt(value)
                    || (value.isTextual() && Rfc3339.parse(value.textValue()).isPresent());
        }
        return switch (field.type()) {
            case STRING -> value.isTextual();
            case INT -> isInt(value);
            case FLOAT -> value.isNumber();
            case BOOL -> value.isBoolean();
            case STRING_ARRAY -> isArrayOf(value, JsonNode::isTextual);
            case INT_ARRAY -> isArrayOf(value, TypeRule::isInt);
            case OBJECT, MAP -> value.isObject();
        };
    }

    private static boolean isInt(JsonNode value) {
        return WholeNumber.of(value)
                .filter(number -> number.bitLength() <= (number.signum() < 0 ? Long.SIZE - 1 : Long.SIZE))
                .isPresent();
    }

    private static boolean isArrayOf(JsonNode value, Predicate<JsonNode> element) {
        if (!value.isArray()) {
            return false;
        }
        for (var member : value) {
            if (!element.test(member)) {
                return false;
            }
        }
        return true;
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "missing";
        }
        var text = value.isContainerNode() && value.size() > LONGEST_SHOWN ? "long" : value.toString();
        var type = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return "the " + type + " `" + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…")
                + "`";
    }
}
