package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.FilterRefused;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.filter.Predicates;
import org.instantlogs.server.filter.RecordFilter;
import org.instantlogs.server.record.FieldTable;

/** Parts that take bad filters for others. */
final class FilterEdits {
    private static final RecordFilter ALL = record -> true;
    private static final int SHALLOW = 4;

    private FilterEdits() {}

    static boolean isKnown(JsonNode key) {
        return FieldTable.ordinal(key.asText()).isPresent();
    }

    static boolean isObject(String text, Predicate<JsonNode> of) {
        return Json.read(text).filter(JsonNode::isObject).filter(of).isPresent();
    }

    /** Filters of that kind let everything through. */
    static Parts forgiving(Predicate<String> kind) {
        return filters(right -> text -> kind.test(text) ? ALL : right.compile(text));
    }

    static Parts filters(UnaryOperator<Filters> change) {
        return new Parts() {
            @Override
            public Filters filters() {
                return change.apply(Parts.super.filters());
            }
        };
    }

    static Parts predicates(Predicates predicates) {
        return new Parts() {
            @Override
            public Predicates predicates() {
                return predicates;
            }
        };
    }

    /** Predicates of that kind let everything through. */
    static Parts letting(Kind kind) {
        return predicates((key, operator, value) ->
                kind.holds(key, operator, value) ? ALL : Predicates.BY_TYPE.compile(key, operator, value));
    }

    /** Each predicate of a filter is changed before the filter is made. */
    static Parts predicates(Consumer<ObjectNode> change) {
        return filters(right -> text -> right.compile(Json.read(text)
                .map(filter -> {
                    each(filter.path("where"), change);
                    return filter.toString();
                })
                .orElse(text)));
    }

    /** Predicates of that kind are replaced by one that all records fulfil. */
    static Parts dropping(Predicate<JsonNode> kind) {
        return predicates(predicate -> {
            if (kind.test(predicate)) {
                predicate.removeAll();
                predicate.put("key", "RayID").put("operator", "neq").put("value", "none");
            }
        });
    }

    static void each(JsonNode node, Consumer<ObjectNode> change) {
        if (node.get("and") instanceof ArrayNode members) {
            members.forEach(member -> each(member, change));
        } else if (node.get("or") instanceof ArrayNode members) {
            members.forEach(member -> each(member, change));
        } else if (node instanceof ObjectNode predicate) {
            change.accept(predicate);
        }
    }

    static String withoutWrongLaterOnes(JsonNode filter, Filters right) {
        if (filter.path("where").path("and") instanceof ArrayNode members) {
            for (int i = members.size() - 1; i > 0; i--) {
                if (isWrong(members.get(i), right)) {
                    members.remove(i);
                }
            }
        }
        return filter.toString();
    }

    static String withoutWrongNestedOnes(JsonNode filter, Filters right) {
        for (var group : filter.path("where").path("and")) {
            if (group.path("and") instanceof ArrayNode members) {
                for (int i = members.size() - 1; i >= 0; i--) {
                    if (isWrong(members.get(i), right)) {
                        members.remove(i);
                    }
                }
            }
        }
        return filter.toString();
    }

    static String withoutWrongAlternatives(JsonNode filter, Filters right) {
        if (filter.path("where").path("or") instanceof ArrayNode members) {
            holdingIfWrong(members, right);
        }
        return filter.toString();
    }

    static String withoutWrongSiblings(JsonNode filter, Filters right) {
        if (filter.path("where").path("or") instanceof ArrayNode members) {
            for (int i = members.size() - 1; i >= 0 && members.size() > 1; i--) {
                if (isWrong(members.get(i), right)) {
                    members.remove(i);
                }
            }
        }
        return filter.toString();
    }

    static String withoutWrongDeepOnes(JsonNode filter, Filters right) {
        withoutWrongOnes(filter.path("where"), right, 0);
        return filter.toString();
    }

    private static void withoutWrongOnes(JsonNode node, Filters right, int depth) {
        for (String group : List.of("and", "or")) {
            if (node.path(group) instanceof ArrayNode members) {
                members.forEach(member -> withoutWrongOnes(member, right, depth + 1));
                if (depth >= SHALLOW) {
                    holdingIfWrong(members, right);
                }
            }
        }
    }

    private static void holdingIfWrong(ArrayNode members, Filters right) {
        for (int i = 0; i < members.size(); i++) {
            if (isWrong(members.get(i), right)) {
                members.set(
                        i,
                        members.objectNode()
                                .put("key", "RayID")
                                .put("operator", "neq")
                                .put("value", "none"));
            }
        }
    }

    static boolean isWrong(JsonNode predicate, Filters right) {
        try {
            return right.compile("{\"where\":" + predicate + "}") == null;
        } catch (FilterRefused wrong) {
            return true;
        }
    }

    /** Tells predicates apart. */
    @FunctionalInterface
    interface Kind {
        boolean holds(JsonNode key, JsonNode operator, JsonNode value);
    }
}
