package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.instantlogs.fixtures.TrialTarget;

/** Mistakes with fields that hold a list, such as {@code FirewallMatchesActions}. */
final class ListValueFaults {
    private ListValueFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                list(
                        "list-compares-numbers",
                        "elements that are numbers are compared as numbers",
                        "IL-FILTER-09.tells-numbers-in-lists-apart",
                        (list, value) -> list.stream().anyMatch(one -> TextFaults.sameNumber(one, value))),
                list(
                        "list-by-parts",
                        "a list holds a value if one of its elements does",
                        "IL-FILTER-09",
                        (list, value) -> list.stream().anyMatch(one -> one.contains(value))),
                list(
                        "list-by-beginnings",
                        "a list holds a value if one of its elements begins with it",
                        "IL-FILTER-09",
                        (list, value) -> list.stream().anyMatch(one -> one.startsWith(value))),
                list(
                        "list-by-its-text",
                        "a list holds a value if its elements, joined by commas, do",
                        "IL-FILTER-09",
                        (list, value) -> String.join(",", list).contains(value)),
                list(
                        "list-by-any-of-the-values",
                        "a value with commas is any of several",
                        "IL-FILTER-17",
                        (list, value) -> Arrays.stream(value.split(",", -1)).anyMatch(list::contains)),
                list(
                        "list-first-element-only",
                        "of a list the first element is looked at",
                        "IL-FILTER-09",
                        (list, value) -> !list.isEmpty() && list.get(0).equals(value)),
                list(
                        "list-ten-elements-only",
                        "of a list the first ten elements are looked at",
                        "IL-FILTER-09",
                        (list, value) ->
                                list.subList(0, Math.min(10, list.size())).contains(value)),
                list(
                        "list-of-one-only",
                        "a list holds a value if that is all it holds",
                        "IL-FILTER-09",
                        (list, value) -> list.equals(List.of(value))),
                list(
                        "list-case-folded",
                        "the elements of a list are compared without regard to case",
                        "IL-FILTER-16",
                        (list, value) -> list.stream()
                                .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)))));
    }

    private static TrialTarget list(String name, String says, String breaks, BiPredicate<List<String>, String> holds) {
        return fault(name, says)
                .breaks(breaks)
                .mayBreak(Consequences.ofLists())
                .of(Asked.mistaken(asked -> asked.isOnList() && asked.is("contains")
                        ? record ->
                                holds.test(Values.elements(record, asked.field().name()), asked.text())
                        : null));
    }
}
