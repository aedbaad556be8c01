package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.suite.oracle.And;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Or;
import org.instantlogs.suite.oracle.Predicate;

/** The fields that a filter asks about. */
final class Keys {
    private Keys() {}

    static List<String> of(Filter filter) {
        return fields(filter).distinct().toList();
    }

    private static Stream<String> fields(Filter filter) {
        if (filter instanceof Predicate predicate) {
            return Stream.of(predicate.field().name());
        }
        if (filter instanceof And and) {
            return and.members().stream().flatMap(Keys::fields);
        }
        if (filter instanceof Or or) {
            return or.members().stream().flatMap(Keys::fields);
        }
        return Stream.empty();
    }
}
