package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.filter.RecordFilter;

/** Mistakes with the values of {@code in}. */
final class InFaults {
    private InFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                in(
                        "in-by-the-names-of-an-object",
                        "`in` looks its values up in an object, which has names of its own",
                        "IL-FILTER-10.takes-no-inherited-name-for-a-value",
                        asked -> asked.isOnText()
                                ? record -> asked.several().contains(record.text(asked.ordinal()))
                                        || List.of("constructor", "toString", "__proto__")
                                                .contains(record.text(asked.ordinal()))
                                : null),
                in(
                        "in-compares-doubles",
                        "`in` compares numbers as floating-point numbers, of 53 bits",
                        "IL-FILTER-10.tells-wide-numbers-apart",
                        asked -> asked.isOnNumber()
                                ? record -> asked.several().stream()
                                        .anyMatch(one ->
                                                Double.parseDouble(one) == (double) record.integer(asked.ordinal()))
                                : null),
                in(
                        "in-is-a-range",
                        "`in` of more than three numbers lets through all between the least and the greatest",
                        "IL-FILTER-10.heeds-each-of-many-values[key=EdgeResponseStatus]",
                        asked -> asked.isOnNumber() && asked.several().size() > 3 ? between(asked) : null),
                in(
                        "in-compares-numeric-text-by-number",
                        "values of `in` that are numbers are compared as numbers, texts too",
                        "IL-FILTER-16.tells-numbers-in-text-apart",
                        asked -> asked.isOnText()
                                ? record -> asked.several().stream()
                                        .anyMatch(one -> TextFaults.sameNumber(one, record.text(asked.ordinal())))
                                : null),
                in(
                        "in-sixteen-elements-only",
                        "of an array `in` looks at sixteen elements",
                        "IL-FILTER-12.heeds-each-of-many-values",
                        asked -> asked.value().isArray()
                                ? among(
                                        asked,
                                        asked.several()
                                                .subList(
                                                        0,
                                                        Math.min(
                                                                16,
                                                                asked.several().size())))
                                : null),
                values(
                        "in-first-value-only",
                        "`in` heeds its first value",
                        "IL-FILTER-10",
                        values -> values.subList(0, 1)),
                values(
                        "in-last-value-only",
                        "`in` heeds its last value",
                        "IL-FILTER-10",
                        values -> values.subList(values.size() - 1, values.size())),
                values(
                        "in-three-values-only",
                        "`in` heeds its first three values",
                        "IL-FILTER-10",
                        values -> values.subList(0, Math.min(3, values.size()))),
                values(
                        "in-ten-values-only",
                        "`in` heeds its first ten values",
                        "IL-FILTER-10.heeds-each-of-many-values",
                        values -> values.subList(0, Math.min(10, values.size()))),
                values(
                        "in-hundred-values-only",
                        "`in` heeds its first hundred values",
                        "IL-FILTER-10.heeds-each-of-as-many-values-as-a-filter-has-room-for",
                        values -> values.subList(0, Math.min(100, values.size()))),
                in(
                        "in-holds-the-text",
                        "`in` looks for the record's value within the text of the values",
                        "IL-FILTER-10",
                        asked -> record -> String.join(",", asked.several()).contains(asked.textOf(record))),
                in(
                        "in-begins-with-one",
                        "`in` lets through what begins with one of the values",
                        "IL-FILTER-10",
                        asked -> record -> asked.several().stream().anyMatch(asked.textOf(record)::startsWith)),
                split("in-splits-at-semicolons", ";", "IL-FILTER-17"),
                split("in-splits-at-bars", "\\|", "IL-FILTER-17"),
                split("in-splits-at-blanks", " ", "IL-FILTER-17"),
                in(
                        "in-splits-elements-at-semicolons",
                        "`in` splits the elements of an array at semicolons",
                        "IL-FILTER-12",
                        asked -> asked.value().isArray() && asked.isOnText() ? parted(asked, ";") : null),
                in(
                        "in-drops-an-empty-element",
                        "`in` drops an empty element of an array",
                        "IL-FILTER-12",
                        asked -> asked.value().isArray() && asked.isOnText()
                                ? among(
                                        asked,
                                        asked.several().stream()
                                                .filter(one -> !one.isEmpty())
                                                .toList())
                                : null),
                in(
                        "in-an-empty-element-is-anything",
                        "`in` lets everything through where an element of its array is empty",
                        "IL-FILTER-12",
                        asked -> asked.value().isArray() && asked.several().contains("") ? record -> true : null),
                in(
                        "in-refuses-duplicates",
                        "`in` refuses a value that is given twice",
                        "IL-FILTER-10",
                        asked -> new HashSet<>(asked.several()).size()
                                        < asked.several().size()
                                ? asked.refused()
                                : null),
                in(
                        "in-takes-no-text",
                        "`in` takes an array only",
                        "IL-FILTER-11",
                        asked -> asked.value().isTextual() ? asked.refused() : null),
                in(
                        "in-takes-its-text-whole",
                        "`in` takes the text of its values for one value",
                        "IL-FILTER-11",
                        asked -> asked.value().isTextual() && asked.isOnText()
                                ? record -> record.text(asked.ordinal()).equals(asked.text())
                                : null),
                in(
                        "in-takes-no-array",
                        "`in` takes one text only",
                        "IL-FILTER-12",
                        asked -> asked.value().isArray() ? asked.refused() : null),
                in(
                        "in-joins-its-array",
                        "`in` makes one text of an array and takes it apart at the commas",
                        "IL-FILTER-12",
                        asked -> asked.value().isArray()
                                ? asked.as("in", new TextNode(String.join(",", asked.several())))
                                : null),
                in(
                        "in-first-of-an-array",
                        "`in` heeds the first element of an array",
                        "IL-FILTER-12",
                        asked -> asked.value().isArray()
                                ? asked.as("in", new TextNode(asked.several().get(0)))
                                : null),
                in(
                        "in-array-of-json-numbers",
                        "`in` finds no number that is given as text in an array",
                        "IL-FILTER-12",
                        asked -> asked.value().isArray() && asked.isOnNumber()
                                ? record -> contains(asked, record.integer(asked.ordinal()), false)
                                : null),
                in(
                        "in-array-of-texts",
                        "`in` finds no number that is given as such in an array",
                        "IL-FILTER-12",
                        asked -> asked.value().isArray() && asked.isOnNumber()
                                ? record -> contains(asked, record.integer(asked.ordinal()), true)
                                : null),
                in(
                        "in-drops-blanks",
                        "`in` drops blanks around its values and the record's",
                        "IL-FILTER-16",
                        asked -> asked.isOnText()
                                ? record -> asked.several().stream()
                                        .anyMatch(one -> one.strip()
                                                .equals(record.text(asked.ordinal())
                                                        .strip()))
                                : null),
                in(
                        "in-drops-blanks-of-its-values",
                        "`in` drops blanks around the elements of an array",
                        "IL-FILTER-16",
                        asked -> asked.isOnText() && asked.value().isArray()
                                ? record -> asked.several().stream()
                                        .anyMatch(one -> one.strip().equals(record.text(asked.ordinal())))
                                : null));
    }

    private static TrialTarget split(String name, String at, String breaks) {
        return in(
                name,
                "`in` splits the text of its values at `" + at + "` as well as at commas",
                breaks,
                asked -> asked.value().isTextual() && asked.isOnText() ? parted(asked, at) : null);
    }

    private static RecordFilter parted(Asked asked, String at) {
        return among(
                asked,
                asked.several().stream()
                        .flatMap(one -> Stream.of(one.split(at)))
                        .toList());
    }

    private static boolean contains(Asked asked, long number, boolean asText) {
        for (var one : asked.value()) {
            if (one.isTextual() == asText && Long.parseLong(one.asText()) == number) {
                return true;
            }
        }
        return false;
    }

    private static TrialTarget values(String name, String says, String breaks, UnaryOperator<List<String>> heeded) {
        return in(name, says, breaks, asked -> among(asked, heeded.apply(asked.several())));
    }

    private static RecordFilter among(Asked asked, List<String> values) {
        return record -> values.contains(asked.textOf(record));
    }

    private static TrialTarget in(String name, String says, String breaks, Asked.Mistake mistake) {
        return fault(name, says)
                .breaks(breaks)
                .mayBreak(Consequences.ofIn())
                .of(Asked.mistaken(asked -> asked.is("in", "In") ? mistake.of(asked) : null));
    }

    private static RecordFilter between(Asked asked) {
        var range = asked.several().stream().mapToLong(Long::parseLong).summaryStatistics();
        return record ->
                record.integer(asked.ordinal()) >= range.getMin() && record.integer(asked.ordinal()) <= range.getMax();
    }
}
