package org.instantlogs.reports.known;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Finds few patterns for a set of checks that match these and no other check of a run. */
final class CheckPatterns {

    private CheckPatterns() {}

    /**
     * Returns the patterns, sorted: the given globs as far as they still hold, a rule of which all checks are wanted as a glob,
     * a check of which all variants are wanted by its name, and the rest by their ids.
     *
     * @param wanted ids of checks, all of them among {@code all}
     * @param globs what somebody has written by hand
     */
    static List<String> smallest(Set<String> wanted, Collection<String> all, List<String> globs) {
        var left = new TreeSet<>(wanted);
        var patterns = new TreeSet<String>();
        for (var glob : globs) {
            take(glob, left, wanted, all, patterns, 1);
        }
        for (UnaryOperator<String> wider : List.<UnaryOperator<String>>of(id -> rule(id) + ".*", CheckPatterns::name)) {
            for (var id : new ArrayList<>(left)) {
                take(wider.apply(id), left, wanted, all, patterns, 2);
            }
        }
        patterns.addAll(left);
        return List.copyOf(patterns);
    }

    private static void take(
            String pattern,
            Set<String> left,
            Set<String> wanted,
            Collection<String> all,
            Set<String> patterns,
            int fewest) {
        var matched =
                all.stream().filter(id -> LedgerEntry.matches(pattern, id)).toList();
        if (matched.size() >= fewest && wanted.containsAll(matched) && left.removeAll(matched)) {
            patterns.add(pattern);
        }
    }

    private static String rule(String id) {
        var dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    private static String name(String id) {
        var axes = id.indexOf('[');
        return axes < 0 ? id : id.substring(0, axes);
    }
}
