package org.instantlogs.suite.oracle;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.FieldType;

/** A filter without the differences of form that make no difference: two equal meanings let the same records through. */
sealed interface Meaning {
    record Everything() implements Meaning {}

    record Question(String field, Operator base, boolean negated, Set<Object> values) implements Meaning {}

    record Group(boolean all, Set<Meaning> members) implements Meaning {}

    static Meaning of(Filter filter) {
        if (filter instanceof Predicate predicate) {
            return question(predicate);
        }
        if (filter instanceof And and) {
            return group(true, and.members());
        }
        if (filter instanceof Or or) {
            return group(false, or.members());
        }
        return new Everything();
    }

    private static Meaning question(Predicate predicate) {
        var type = predicate.field().type();
        var values = Operand.values(predicate.operator(), predicate.value()).stream()
                .map(value -> comparable(type, value))
                .collect(Collectors.toUnmodifiableSet());
        var base = predicate.operator().base();
        // `in` with one value asks what `eq` asks, but on lists, where `eq` has no meaning.
        boolean isList = type == FieldType.STRING_ARRAY || type == FieldType.INT_ARRAY;
        var asked = base == Operator.IN && values.size() == 1 && !isList ? Operator.EQ : base;
        return new Question(
                predicate.field().name(), asked, predicate.operator().negates(), values);
    }

    private static Object comparable(FieldType type, Object value) {
        return switch (type) {
            case INT, INT_ARRAY, FLOAT -> new BigDecimal(String.valueOf(value)).stripTrailingZeros();
            default -> UnicodeText.wellFormed(String.valueOf(value));
        };
    }

    private static Meaning group(boolean all, List<Filter> members) {
        Set<Meaning> meanings = new LinkedHashSet<>();
        for (var member : members) {
            var meaning = of(member);
            if (meaning instanceof Group inner && inner.all() == all) {
                meanings.addAll(inner.members());
            } else {
                meanings.add(meaning);
            }
        }
        return meanings.size() == 1 ? meanings.iterator().next() : new Group(all, Set.copyOf(meanings));
    }
}
