package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.instantlogs.fixtures.Field;
import org.instantlogs.fixtures.FieldType;

/** The value of a predicate in the form in which it is sent: text, number, true or false, or an array of these. */
final class Operand {
    /** What decimal text is beyond doubt; no sign, zero or exponent that somebody could read in another way. */
    private static final Pattern PLAIN_WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Operand() {}

    /** An immutable copy of the value, refused where it is of no kind that the key and the operator take. */
    static Object checked(Field field, Operator operator, Object value) {
        boolean isList = value instanceof List;
        if (operator.takesSeveral() && !isList && !(value instanceof String)) {
            throw refused(field, operator, value, "takes an array or a text with commas");
        }
        if (!operator.takesSeveral() && isList) {
            throw refused(field, operator, value, "takes one value");
        }
        if (isList && ((List<?>) value).isEmpty()) {
            throw refused(field, operator, value, "takes at least one value");
        }
        for (var element : values(operator, value)) {
            if (!fits(field.type(), element)) {
                throw refused(
                        field,
                        operator,
                        value,
                        "takes values of " + field.type().label());
            }
        }
        return value instanceof List<?> list ? List.copyOf(list) : value;
    }

    private static IllegalArgumentException refused(Field field, Operator operator, Object value, String rule) {
        return new IllegalArgumentException(
                "`" + operator.wire() + "` on `" + field.name() + "` " + rule + ", not `" + value + "`");
    }

    private static boolean fits(FieldType type, Object element) {
        return switch (type) {
            case STRING, STRING_ARRAY -> isScalar(element);
            case INT, FLOAT, INT_ARRAY ->
                isScalar(element)
                        && !(element instanceof Boolean)
                        && DECIMAL.matcher(String.valueOf(element)).matches();
            case BOOL ->
                String.valueOf(element).equals("true")
                        || String.valueOf(element).equals("false");
            case OBJECT, MAP -> isScalar(element);
        };
    }

    private static boolean isScalar(Object element) {
        return element instanceof String
                || element instanceof Boolean
                || element instanceof Integer
                || element instanceof Long
                || element instanceof Double
                || element instanceof BigInteger
                || element instanceof BigDecimal;
    }

    /** The values to compare with: one, or for {@code in} each of the array's or of the text's between its commas. */
    static List<Object> values(Operator operator, Object value) {
        if (value instanceof List<?> list) {
            return List.copyOf(list);
        }
        if (operator.takesSeveral() && value instanceof String text) {
            return List.copyOf(Arrays.asList(text.split(",", -1)));
        }
        return List.of(value);
    }

    /** Whether the documents leave no doubt about what the value is. */
    static boolean isSettled(Operator operator, Field field, Object value) {
        return values(operator, value).stream().allMatch(element -> switch (field.type()) {
            case STRING, STRING_ARRAY ->
                element instanceof String text && UnicodeText.wellFormed(text).equals(text);
            case INT -> isSettledWhole(element);
            case BOOL -> element instanceof Boolean;
            case FLOAT, INT_ARRAY, OBJECT, MAP -> false;
        });
    }

    private static boolean isSettledWhole(Object element) {
        if (!PLAIN_WHOLE.matcher(String.valueOf(element)).matches()) {
            return false;
        }
        var number = new BigDecimal(String.valueOf(element));
        return number.compareTo(LEAST) >= 0 && number.compareTo(GREATEST) <= 0;
    }

    static JsonNode toJson(Object value) {
        var nodes = JsonNodeFactory.instance;
        if (value instanceof List<?> list) {
            var array = nodes.arrayNode();
            list.forEach(element -> array.add(toJson(element)));
            return array;
        }
        if (value instanceof Boolean bool) {
            return nodes.booleanNode(bool);
        }
        if (value instanceof Integer || value instanceof Long) {
            return nodes.numberNode(((Number) value).longValue());
        }
        if (value instanceof BigInteger number) {
            return nodes.numberNode(number);
        }
        if (value instanceof Double number) {
            return nodes.numberNode(number);
        }
        if (value instanceof BigDecimal number) {
            return nodes.numberNode(number);
        }
        return nodes.textNode(String.valueOf(value));
    }

    /** The value of a JSON node of a filter; numbers keep every digit. */
    static Object ofJson(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isArray()) {
            var elements = new ArrayList<Object>();
            for (var element : node) {
                if (element.isArray()) {
                    throw new IllegalArgumentException("a list within a list is no value of a predicate");
                }
                elements.add(ofJson(element));
            }
            return elements;
        }
        throw new IllegalArgumentException("`" + node + "` is no value of a predicate");
    }
}
