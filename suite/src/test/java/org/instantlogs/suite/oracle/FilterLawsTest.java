package org.instantlogs.suite.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FilterLawsTest {
    @Property(tries = 500, seed = "20220203")
    void aFilterReadBackFromItsWireTextIsTheSameFilter(@ForAll("filters") Filter filter) {
        assertThat(FilterReader.read(filter.toWire()).toWire()).isEqualTo(filter.toWire());
        assertThat(FilterReader.read(filter.toWire()).meansTheSameAs(filter)).isTrue();
    }

    @Property(tries = 500, seed = "20220203")
    void filtersOfOneMeaningLetTheSameRecordsThrough(
            @ForAll("filters") Filter one, @ForAll("filters") Filter other, @ForAll("records") LogRecord record) {
        var swapped = Filter.and(other, Filter.and(one));
        assertThat(swapped.meansTheSameAs(Filter.and(one, other))).isTrue();
        assertThat(swapped.matches(record)).isEqualTo(one.matches(record) && other.matches(record));
        assertThat(Filter.or(one, other).matches(record)).isEqualTo(one.matches(record) || other.matches(record));
    }

    @Property(tries = 500, seed = "20220203")
    void neqLetsThroughWhatEqHoldsBack(@ForAll("records") LogRecord record, @ForAll("statuses") int status) {
        var equal = Filter.predicate("EdgeResponseStatus", Operator.EQ, status);
        var unequal = Filter.predicate("EdgeResponseStatus", Operator.NEQ, String.valueOf(status));

        assertThat(unequal.matches(record)).isNotEqualTo(equal.matches(record));
    }

    @Property(tries = 500, seed = "20220203")
    void theFiveOrdersAreOneOrder(@ForAll("records") LogRecord record, @ForAll("statuses") int status) {
        boolean less =
                Filter.predicate("EdgeResponseStatus", Operator.LT, status).matches(record);
        boolean greater =
                Filter.predicate("EdgeResponseStatus", Operator.GT, status).matches(record);
        boolean equal =
                Filter.predicate("EdgeResponseStatus", Operator.EQ, status).matches(record);

        assertThat(List.of(less, greater, equal)).containsOnlyOnce(true);
        assertThat(Filter.predicate("EdgeResponseStatus", Operator.LEQ, status).matches(record))
                .isEqualTo(less || equal);
        assertThat(Filter.predicate("EdgeResponseStatus", Operator.GEQ, status).matches(record))
                .isEqualTo(greater || equal);
    }

    @Provide
    Arbitrary<Integer> statuses() {
        return Arbitraries.of(0, 99, 100, 200, 999, 1000);
    }

    @Provide
    Arbitrary<LogRecord> records() {
        var paths = Arbitraries.of("", "/", "/a", "/A", "/a,b", "/😀");
        return Combinators.combine(paths, statuses())
                .as((path, status) -> LogRecord.of("ClientRequestPath", path).with("EdgeResponseStatus", status));
    }

    @Provide
    Arbitrary<Filter> filters() {
        var texts = Arbitraries.of(Operator.EQ, Operator.NEQ, Operator.STARTS_WITH, Operator.CONTAINS, Operator.NOT_IN)
                .flatMap(operator -> Arbitraries.of("", "/", "/a", "a,b", "😀", "\"", "\\")
                        .map(text -> (Filter) Filter.predicate("ClientRequestPath", operator, text)));
        var numbers = Arbitraries.of(Operator.EQ, Operator.GT, Operator.LEQ)
                .flatMap(operator ->
                        statuses().map(status -> (Filter) Filter.predicate("EdgeResponseStatus", operator, status)));
        var several = statuses().list().ofMinSize(1).ofMaxSize(3).map(statuses ->
                (Filter) Filter.predicate("EdgeResponseStatus", Operator.IN, statuses));
        return Arbitraries.recursive(
                () -> Arbitraries.oneOf(texts, numbers, several),
                inner -> inner.list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .flatMap(members -> Arbitraries.of((Filter) Filter.and(members), Filter.or(members))),
                0,
                3);
    }
}
