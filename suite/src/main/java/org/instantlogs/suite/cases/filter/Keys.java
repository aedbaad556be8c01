package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.oracle.And;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Or;
import org.instantlogs.suite.oracle.Predicate;

/** The fields that a filter asks about, and what today's documents call them. */
final class Keys {
    static final String ACTIONS = "FirewallMatchesActions";
    static final String RULE_IDS = "FirewallMatchesRuleIDs";

    /** Today's names of the keys that got another. */
    private static final Map<String, String> RENAMED = Map.of(ACTIONS, "SecurityActions", RULE_IDS, "SecurityRuleIDs");

    private Keys() {}

    /** The names under which a key may be asked for: under docs-2024 either does. */
    static List<String> namesOf(String key, Edition edition) {
        var renamed = RENAMED.get(key);
        return renamed == null || edition == Edition.DOCS_2022 ? List.of(key) : List.of(key, renamed);
    }

    /** The record with that value of a key's field, under every name that the field has had. */
    static LogRecord with(LogRecord record, String key, Object value) {
        var renamed = RENAMED.get(key);
        var named = record.with(key, value);
        return renamed == null ? named : named.with(renamed, value);
    }

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
