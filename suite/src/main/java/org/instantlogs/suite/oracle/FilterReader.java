package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.instantlogs.suite.ndjson.StrictJson;

/** Reads the text of a filter, and only one that the documents give a meaning. Rules IL-JOB-09 and IL-JOB-21. */
public final class FilterReader {
    private static final Set<String> PREDICATE = Set.of("key", "operator", "value");
    private static final int DEEPEST = 100;

    private FilterReader() {}

    /**
     * The filter of that text; the empty text is {@link Everything}.
     *
     * @throws IllegalArgumentException if it is no JSON object with {@code where} alone, or a node of it is neither one
     *     group with members nor one predicate that a {@link Predicate} can be; its message says where and why
     */
    public static Filter read(String wire) {
        if (wire.isEmpty()) {
            return Filter.everything();
        }
        var reading = StrictJson.read(wire);
        var document = reading.value()
                .filter(value -> reading.defects().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("the filter is no JSON: " + reading.defects()));
        if (!document.isObject() || !names(document).equals(Set.of("where"))) {
            throw new IllegalArgumentException(
                    "a filter is an object with `where` alone, not one with " + names(document));
        }
        return node(document.path("where"), "where", 0);
    }

    private static Filter node(JsonNode node, String path, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the filter nests deeper than " + DEEPEST + " levels");
        }
        var names = names(node);
        if (names.equals(Set.of("and"))) {
            return Filter.and(members(node.path("and"), path + ".and", depth));
        }
        if (names.equals(Set.of("or"))) {
            return Filter.or(members(node.path("or"), path + ".or", depth));
        }
        if (names.equals(PREDICATE)) {
            return predicate(node, path);
        }
        throw new IllegalArgumentException(
                path + " is neither `and`, nor `or`, nor `key`, `operator` and `value`, but has " + names);
    }

    private static List<Filter> members(JsonNode array, String path, int depth) {
        if (!array.isArray()) {
            throw new IllegalArgumentException(path + " is no array");
        }
        var members = new ArrayList<Filter>();
        for (var member : array) {
            members.add(node(member, path + "[" + members.size() + "]", depth + 1));
        }
        return members;
    }

    private static Filter predicate(JsonNode node, String path) {
        var key = text(node, "key", path);
        var spelling = text(node, "operator", path);
        var operator = Operator.spelled(spelling)
                .orElseThrow(() -> new IllegalArgumentException(path + ".operator is `" + spelling + "`, no operator"));
        return Filter.predicate(key, operator, Operand.ofJson(node.path("value")));
    }

    private static String text(JsonNode node, String name, String path) {
        if (node.path(name).isTextual()) {
            return node.path(name).textValue();
        }
        throw new IllegalArgumentException(path + "." + name + " is no text");
    }

    private static Set<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
