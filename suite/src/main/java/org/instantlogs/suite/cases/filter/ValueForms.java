package org.instantlogs.suite.cases.filter;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.suite.oracle.And;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.FilterReader;
import org.instantlogs.suite.oracle.Or;
import org.instantlogs.suite.oracle.Predicate;

/**
 * The forms in which the values of a filter may be given: a number as its decimal text or as a JSON number, the values of
 * {@code in} as one text or as an array. Rules IL-FILTER-11, 12 and 15 judge the forms themselves; for all others any will do.
 */
final class ValueForms {
    private ValueForms() {}

    /** All of them as what they make of a filter; the first changes nothing. */
    static List<UnaryOperator<Filter>> changes() {
        return List.of(
                filter -> filter,
                filter -> changed(filter, ValueForms::listed),
                filter -> changed(filter, predicate -> numbered(listed(predicate))),
                filter -> changed(filter, ValueForms::numbered));
    }

    /** The filter as it stands first, then with its values in the other forms. */
    static List<String> of(String wire) {
        var filter = FilterReader.read(wire);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(wire);
        changes().stream().skip(1).map(change -> change.apply(filter).toWire()).forEach(forms::add);
        // The same filter with other white space or escapes is no form of its own.
        if (!filter.toWire().equals(wire)) {
            forms.remove(filter.toWire());
        }
        return List.copyOf(forms);
    }

    private static Predicate listed(Predicate predicate) {
        if (predicate.operator().takesSeveral() && predicate.value() instanceof String text) {
            return new Predicate(predicate.key(), predicate.operator(), Arrays.asList(text.split(",", -1)));
        }
        return predicate;
    }

    private static Predicate numbered(Predicate predicate) {
        if (predicate.field().type() != FieldType.INT) {
            return predicate;
        }
        if (predicate.value() instanceof List<?> list) {
            return new Predicate(
                    predicate.key(),
                    predicate.operator(),
                    list.stream().map(one -> Long.valueOf(String.valueOf(one))).toList());
        }
        boolean isScalar = !predicate.operator().takesSeveral();
        return isScalar && predicate.value() instanceof String text
                ? new Predicate(predicate.key(), predicate.operator(), Long.valueOf(text))
                : predicate;
    }

    private static Filter changed(Filter filter, UnaryOperator<Predicate> change) {
        if (filter instanceof Predicate predicate) {
            return change.apply(predicate);
        }
        if (filter instanceof And and) {
            return new And(and.members().stream()
                    .map(member -> changed(member, change))
                    .toList());
        }
        if (filter instanceof Or or) {
            return new Or(
                    or.members().stream().map(member -> changed(member, change)).toList());
        }
        return filter;
    }
}
