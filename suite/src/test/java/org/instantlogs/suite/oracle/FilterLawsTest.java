package org.instantlogs.suite.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.suite.Seeds.oneOf;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.instantlogs.suite.Seeds;
import org.junit.jupiter.api.Test;

final class FilterLawsTest {
    private static final List<Integer> STATUSES = List.of(0, 99, 100, 200, 999, 1000);
    private static final List<String> PATHS = List.of("", "/", "/a", "/A", "/a,b", "/😀");
    private static final int TRIES = 500;
    private static final int DEEPEST = 3;

    @Test
    void aFilterReadBackFromItsWireTextIsTheSameFilter() {
        Seeds.each(TRIES, random -> {
            var filter = filter(random, DEEPEST);

            assertThat(FilterReader.read(filter.toWire()).toWire()).isEqualTo(filter.toWire());
            assertThat(FilterReader.read(filter.toWire()).meansTheSameAs(filter))
                    .isTrue();
        });
    }

    @Test
    void filtersOfOneMeaningLetTheSameRecordsThrough() {
        Seeds.each(TRIES, random -> {
            var one = filter(random, DEEPEST);
            var other = filter(random, DEEPEST);
            var swapped = Filter.and(other, Filter.and(one));
            assertThat(swapped.meansTheSameAs(Filter.and(one, other))).isTrue();
            for (LogRecord record : allRecords()) {
                assertThat(swapped.matches(record)).isEqualTo(one.matches(record) && other.matches(record));
                assertThat(Filter.or(one, other).matches(record))
                        .isEqualTo(one.matches(record) || other.matches(record));
            }
        });
    }

    @Test
    void neqLetsThroughWhatEqHoldsBack() {
        for (LogRecord record : allRecords()) {
            for (int status : STATUSES) {
                var equal = Filter.predicate("EdgeResponseStatus", Operator.EQ, status);
                var unequal = Filter.predicate("EdgeResponseStatus", Operator.NEQ, String.valueOf(status));

                assertThat(unequal.matches(record))
                        .as("%s, %s", record.toLine(), unequal.toWire())
                        .isNotEqualTo(equal.matches(record));
            }
        }
    }

    @Test
    void theFiveOrdersAreOneOrder() {
        for (LogRecord record : allRecords()) {
            for (int status : STATUSES) {
                boolean less = lets(record, Operator.LT, status);
                boolean greater = lets(record, Operator.GT, status);
                boolean equal = lets(record, Operator.EQ, status);

                assertThat(List.of(less, greater, equal))
                        .as("%s against %d", record.toLine(), status)
                        .containsOnlyOnce(true);
                assertThat(lets(record, Operator.LEQ, status)).isEqualTo(less || equal);
                assertThat(lets(record, Operator.GEQ, status)).isEqualTo(greater || equal);
            }
        }
    }

    private static boolean lets(LogRecord record, Operator operator, int status) {
        return Filter.predicate("EdgeResponseStatus", operator, status).matches(record);
    }

    private static List<LogRecord> allRecords() {
        return PATHS.stream()
                .flatMap(path -> STATUSES.stream()
                        .map(status -> LogRecord.of("ClientRequestPath", path).with("EdgeResponseStatus", status)))
                .toList();
    }

    private static Filter filter(SplittableRandom random, int deepest) {
        if (deepest == 0 || random.nextInt(3) == 0) {
            return predicate(random);
        }
        var members = Stream.generate(() -> filter(random, deepest - 1))
                .limit(random.nextInt(1, 4))
                .toList();
        return random.nextBoolean() ? Filter.and(members) : Filter.or(members);
    }

    private static Filter predicate(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                Filter.predicate(
                        "ClientRequestPath",
                        oneOf(
                                random,
                                Operator.EQ,
                                Operator.NEQ,
                                Operator.STARTS_WITH,
                                Operator.CONTAINS,
                                Operator.NOT_IN),
                        oneOf(random, "", "/", "/a", "a,b", "😀", "\"", "\\"));
            case 1 ->
                Filter.predicate(
                        "EdgeResponseStatus",
                        oneOf(random, Operator.EQ, Operator.GT, Operator.LEQ),
                        oneOf(random, STATUSES));
            default ->
                Filter.predicate(
                        "EdgeResponseStatus",
                        Operator.IN,
                        Stream.generate(() -> oneOf(random, STATUSES))
                                .limit(random.nextInt(1, 4))
                                .toList());
        };
    }
}
