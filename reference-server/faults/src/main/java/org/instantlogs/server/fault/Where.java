package org.instantlogs.server.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.FilterCompiler;
import org.instantlogs.server.filter.Filters;

/** What {@code where} holds, misread: the tree of a filter is changed before the filter is made, which is right of itself. */
final class Where {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Where() {}

    /** A server that misreads the trees of right filters. */
    static Parts misread(UnaryOperator<JsonNode> mistake) {
        return new Parts() {
            @Override
            public Filters filters() {
                var right = new FilterCompiler(predicates(), groups());
                return text -> {
                    var asIs = right.compile(text);
                    return text.isEmpty() ? asIs : right.compile(changed(text, mistake));
                };
            }
        };
    }

    /** What {@code where} holds in a right filter. */
    static JsonNode of(String text) {
        try {
            return MAPPER.readTree(text).path("where");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the filter was right a moment ago", e);
        }
    }

    /** The filter's text with another tree. */
    static String changed(String text, UnaryOperator<JsonNode> change) {
        return JsonNodeFactory.instance
                .objectNode()
                .set("where", change.apply(of(text)))
                .toString();
    }

    static boolean isGroup(JsonNode node) {
        return node.has("and") || node.has("or");
    }

    /** The name of a group: {@code and} or {@code or}. */
    static String name(JsonNode group) {
        return group.has("and") ? "and" : "or";
    }

    static List<JsonNode> members(JsonNode group) {
        var members = new ArrayList<JsonNode>();
        group.path(name(group)).forEach(members::add);
        return members;
    }

    static ObjectNode group(String name, List<JsonNode> members) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        members.forEach(array::add);
        return JsonNodeFactory.instance.objectNode().set(name, array);
    }

    /** A predicate that holds of every record. */
    static ObjectNode everything() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", "ClientRequestPath")
                .put("operator", "contains")
                .put("value", "");
    }

    /** All predicates of a tree, from left to right. */
    static List<JsonNode> predicates(JsonNode node) {
        return isGroup(node)
                ? members(node).stream()
                        .flatMap(one -> predicates(one).stream())
                        .toList()
                : List.of(node);
    }

    /** The tree with something in place of every group, or predicate, at that depth; {@code where} itself holds depth 1. */
    static JsonNode at(int depth, JsonNode node, UnaryOperator<JsonNode> change) {
        if (depth <= 1) {
            return change.apply(node);
        }
        return isGroup(node)
                ? group(
                        name(node),
                        members(node).stream()
                                .map(one -> at(depth - 1, one, change))
                                .toList())
                : node;
    }
}
