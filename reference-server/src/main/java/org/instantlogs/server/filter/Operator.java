package org.instantlogs.server.filter;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator as a predicate spells it.
 *
 * @param name the spelling
 * @param relation what it asks of a value
 * @param negated whether it lets through exactly what the relation does not
 */
record Operator(String name, Relation relation, boolean negated) {
    private static final Map<String, Operator> BY_NAME = byName();

    /** What can be asked of a value. */
    enum Relation {
        EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
        STARTS_WITH,
        ENDS_WITH,
        CONTAINS,
        IN
    }

    /** The operator of that exact spelling, if there is one. */
    static @Nullable Operator named(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, Operator> byName() {
        Map<String, Operator> operators = new HashMap<>();
        // Source page: the table of operators, with both its spellings of "is in".
        add(operators, "eq", Relation.EQUAL, false);
        add(operators, "neq", Relation.EQUAL, true);
        add(operators, "lt", Relation.LESS, false);
        add(operators, "leq", Relation.AT_MOST, false);
        add(operators, "gt", Relation.GREATER, false);
        add(operators, "geq", Relation.AT_LEAST, false);
        add(operators, "startsWith", Relation.STARTS_WITH, false);
        add(operators, "endsWith", Relation.ENDS_WITH, false);
        add(operators, "contains", Relation.CONTAINS, false);
        add(operators, "in", Relation.IN, false);
        add(operators, "In", Relation.IN, false);
        // Later documents.
        add(operators, "!eq", Relation.EQUAL, true);
        add(operators, "!startsWith", Relation.STARTS_WITH, true);
        add(operators, "!endsWith", Relation.ENDS_WITH, true);
        add(operators, "!contains", Relation.CONTAINS, true);
        add(operators, "!in", Relation.IN, true);
        return Map.copyOf(operators);
    }

    private static void add(Map<String, Operator> operators, String name, Relation relation, boolean negated) {
        operators.put(name, new Operator(name, relation, negated));
    }
}
