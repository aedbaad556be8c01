package org.instantlogs.suite.cases.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;

/**
 * Filters and records drawn from one vocabulary, so that they meet often: values that are parts, neighbours and other numbers of
 * digits of each other, and nothing on which a SHOULD would decide (case, blanks, fields without value).
 */
final class RandomFilters {
    private static final List<String> COUNTRIES = List.of("pt", "om", "fr", "us", "t1");
    private static final List<String> PATHS =
            List.of("/", "/static", "/static/app.css", "/index.html", "/a_b", "/axb", "/api/v1/static", "/100%");
    private static final List<String> PARTS = List.of("/", "/static", ".css", "_", "s", "/index.html", "%", "b", "/a");
    private static final List<String> HOSTS =
            List.of("www.example.com", "shop.example.com", "example.com", "example.org");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "OPTIONS");
    private static final List<Integer> STATUSES = List.of(99, 100, 200, 201, 204, 301, 404, 499, 500, 999, 1_000);
    private static final List<String> ACTIONS = List.of("block", "log", "challenge", "managedChallenge");
    private static final List<Operator> TEXT = List.of(
            Operator.EQ, Operator.NEQ, Operator.STARTS_WITH, Operator.ENDS_WITH, Operator.CONTAINS, Operator.IN);
    private static final List<Operator> NUMBER =
            List.of(Operator.EQ, Operator.NEQ, Operator.GT, Operator.GEQ, Operator.LT, Operator.LEQ, Operator.IN);

    /** Three values given, one in some 400 is let through; what is not found among so many may well contradict itself. */
    private static final int MOST_DRAWN = 1_000;

    private final SplittableRandom random;
    private final Edition edition;

    RandomFilters(SplittableRandom random, Edition edition) {
        this.random = random;
        this.edition = edition;
    }

    /**
     * A filter of that kind and so many records for it. What keeps all of them back says little, and only silence tells that it
     * does: it is given one more record where one that it lets through is soon drawn, and else, once, drawn anew.
     *
     * @param kind draws the filter, from this
     */
    Drawn drawn(Supplier<Filter> kind, int count) {
        var first = withRecords(kind.get(), count);
        return first.letsAnyThrough() ? first : withRecords(kind.get(), count);
    }

    private Drawn withRecords(Filter filter, int count) {
        var records = new ArrayList<LogRecord>();
        for (int i = 0; i < count; i++) {
            records.add(record());
        }
        if (records.stream().noneMatch(filter::matches)) {
            Stream.generate(this::record)
                    .limit(MOST_DRAWN)
                    .filter(filter::matches)
                    .findFirst()
                    .ifPresent(records::add);
        }
        return new Drawn(filter, records);
    }

    /** A filter and the records to try it on. */
    record Drawn(Filter filter, List<LogRecord> records) {
        Drawn {
            records = List.copyOf(records);
        }

        boolean letsAnyThrough() {
            return records.stream().anyMatch(filter::matches);
        }
    }

    private LogRecord record() {
        return LogRecord.of("ClientCountry", one(COUNTRIES))
                .with("ClientRequestPath", one(PATHS))
                .with("ClientRequestHost", one(HOSTS))
                .with("ClientRequestMethod", one(METHODS))
                .with("EdgeResponseStatus", one(STATUSES))
                .with(
                        "FirewallMatchesActions",
                        ACTIONS.stream()
                                .filter(action -> random.nextInt(3) == 0)
                                .toList());
    }

    /** Up to so many predicates that all have to hold. */
    Filter and(int most) {
        var members = new ArrayList<Filter>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            members.add(predicate());
        }
        return Filter.and(members);
    }

    /** Groups of groups, so many levels deep at most. */
    Filter group(int depth) {
        var members = new ArrayList<Filter>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            members.add(depth > 1 && random.nextBoolean() ? group(depth - 1) : predicate());
        }
        return random.nextBoolean() ? Filter.and(members) : Filter.or(members);
    }

    private Filter predicate() {
        int kinds = edition == Edition.DOCS_2022 ? 6 : 5;
        return switch (random.nextInt(kinds)) {
            case 0 -> text("ClientCountry", COUNTRIES, COUNTRIES);
            case 1 -> text("ClientRequestPath", PATHS, PARTS);
            case 2 -> text("ClientRequestHost", HOSTS, List.of("www.", ".com", "example", "example.com", "shop"));
            case 3 -> text("ClientRequestMethod", METHODS, List.of("P", "T", "GET", "PUT", "O"));
            case 4 -> number();
            default -> Filter.predicate("FirewallMatchesActions", Operator.CONTAINS, one(ACTIONS));
        };
    }

    private Filter text(String key, List<String> values, List<String> parts) {
        var operator = one(TEXT);
        return switch (operator) {
            case EQ, NEQ -> Filter.predicate(key, operator, one(values));
            case IN -> Filter.predicate(key, operator, several(one(values), one(values)));
            default -> Filter.predicate(key, operator, one(parts));
        };
    }

    private Filter number() {
        var operator = one(NUMBER);
        var first = String.valueOf(one(STATUSES));
        return Filter.predicate(
                "EdgeResponseStatus",
                operator,
                operator == Operator.IN ? several(first, String.valueOf(one(STATUSES))) : first);
    }

    /** In the form that the edition binds a target to. */
    private Object several(String one, String other) {
        return edition == Edition.DOCS_2022 ? one + "," + other : List.of(one, other);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
