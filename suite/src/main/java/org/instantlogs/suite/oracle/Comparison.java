package org.instantlogs.suite.oracle;

import java.math.BigDecimal;
import java.util.List;
import org.instantlogs.fixtures.Field;
import org.instantlogs.fixtures.FieldType;

/** What an operator asks of a value of each type. Source page: "Create an Instant Logs Job", Filters. */
final class Comparison {
    private Comparison() {}

    /** Whether some reading of the documents gives the operator a meaning on that type. */
    static boolean isKnown(Operator operator, FieldType type) {
        var base = operator.base();
        return switch (type) {
            case STRING ->
                switch (base) {
                    case EQ, IN, STARTS_WITH, ENDS_WITH, CONTAINS -> true;
                    default -> false;
                };
            case INT, FLOAT ->
                switch (base) {
                    case EQ, IN, GT, GEQ, LT, LEQ -> true;
                    default -> false;
                };
            case BOOL -> base == Operator.EQ;
            case STRING_ARRAY, INT_ARRAY -> base == Operator.CONTAINS || base == Operator.IN;
            case OBJECT, MAP -> false;
        };
    }

    /** Whether the documents state it for that field. */
    static boolean isDocumented(Operator operator, Field field) {
        if (!field.filterable() || field.timestamp() || !isKnown(operator, field.type())) {
            return false;
        }
        return switch (field.type()) {
            case STRING, INT, BOOL -> true;
            // `in` on lists was in the documents' table until 2024, and nowhere said what it meant.
            case STRING_ARRAY -> operator.base() == Operator.CONTAINS;
            case FLOAT, INT_ARRAY, OBJECT, MAP -> false;
        };
    }

    /**
     * Whether the affirmative operator holds between a record's value and the predicate's.
     *
     * @param wanted the predicate's values: one, or for {@code in} any number
     */
    static boolean holds(Operator base, FieldType type, Object actual, List<Object> wanted) {
        return switch (type) {
            case STRING ->
                wanted.stream().anyMatch(text -> textHolds(base, String.valueOf(actual), String.valueOf(text)));
            case INT, FLOAT -> wanted.stream().anyMatch(number -> numberHolds(base, type, (Number) actual, number));
            case BOOL -> wanted.stream().anyMatch(bool -> actual.equals(Boolean.valueOf(String.valueOf(bool))));
            case STRING_ARRAY ->
                elements(actual).stream()
                        .anyMatch(element -> wanted.stream()
                                .anyMatch(
                                        text -> textHolds(Operator.EQ, String.valueOf(element), String.valueOf(text))));
            case INT_ARRAY ->
                elements(actual).stream()
                        .anyMatch(element -> wanted.stream()
                                .anyMatch(number -> numberHolds(Operator.EQ, FieldType.INT, (Number) element, number)));
            case OBJECT, MAP -> false;
        };
    }

    private static List<?> elements(Object list) {
        return (List<?>) list;
    }

    private static boolean textHolds(Operator base, String actual, String wanted) {
        // UTF-16 compares as code points do, as long as no half of a pair stands alone.
        var text = UnicodeText.wellFormed(actual);
        var value = UnicodeText.wellFormed(wanted);
        return switch (base) {
            case EQ, IN -> text.equals(value);
            case STARTS_WITH -> text.startsWith(value);
            case ENDS_WITH -> text.endsWith(value);
            case CONTAINS -> text.contains(value);
            default -> throw new IllegalArgumentException("`" + base.wire() + "` asks nothing of text");
        };
    }

    private static boolean numberHolds(Operator base, FieldType type, Number actual, Object wanted) {
        var value = new BigDecimal(String.valueOf(wanted));
        int order = type == FieldType.FLOAT
                ? BigDecimal.valueOf(actual.doubleValue()).compareTo(BigDecimal.valueOf(value.doubleValue()))
                : BigDecimal.valueOf(actual.longValue()).compareTo(value);
        return switch (base) {
            case EQ, IN -> order == 0;
            case GT -> order > 0;
            case GEQ -> order >= 0;
            case LT -> order < 0;
            case LEQ -> order <= 0;
            default -> throw new IllegalArgumentException("`" + base.wire() + "` asks nothing of a number");
        };
    }
}
