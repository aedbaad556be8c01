package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.zone.JobSpec;

/** A filter that is wrong in one way, and would let every record through if that way were overlooked. */
enum BadFilter implements Variant {
    NO_JSON("ClientCountry neq zz"),
    OPEN_BRACE("{"),
    SINGLE_QUOTES("{'where':{'key':'ClientCountry','operator':'neq','value':'zz'}}"),
    CUT_OFF("{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}"),
    SOMETHING_BEHIND("{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}}x"),
    ARRAY("[]"),
    ARRAY_OF_A_FILTER("[{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}}]"),
    NUMBER("1"),
    NULL("null"),
    TEXT("\"ClientCountry\""),
    NO_WHERE("{}"),
    PREDICATE_WITHOUT_WHERE("{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}"),
    WHERE_NULL("{\"where\":null}"),
    WHERE_EMPTY("{\"where\":{}}"),
    WHERE_TEXT("{\"where\":\"ClientCountry\"}"),
    WHERE_EMPTY_ARRAY("{\"where\":[]}"),
    NO_KEY(predicate -> predicate.remove("key")),
    NO_OPERATOR(predicate -> predicate.remove("operator")),
    NO_VALUE(predicate -> predicate.remove("value")),
    NO_MEMBERS(ObjectNode::removeAll),
    NULL_KEY(predicate -> predicate.putNull("key")),
    NULL_OPERATOR(predicate -> predicate.putNull("operator")),
    NULL_VALUE(predicate -> predicate.putNull("value")),
    NUMBER_KEY(predicate -> predicate.put("key", 1)),
    NUMBER_OPERATOR(predicate -> predicate.put("operator", 1)),
    EMPTY_KEY(predicate -> predicate.put("key", "")),
    EMPTY_OPERATOR(predicate -> predicate.put("operator", "")),
    UNKNOWN_KEY(predicate -> predicate.put("key", "ClientPlanet")),
    INHERITED_KEY(predicate -> predicate.put("key", "constructor")),
    UNKNOWN_OPERATOR(predicate -> predicate.put("operator", "unlike")),
    INHERITED_OPERATOR(predicate -> predicate.put("operator", "toString")),
    OBJECT_VALUE(predicate -> predicate.putObject("value").put("not", "zz")),
    NESTED_LIST(predicate -> {
        predicate.put("operator", "in");
        predicate.putArray("value").addArray().add("pt");
    }),
    OBJECT_IN_A_LIST(predicate -> {
        predicate.put("operator", "in");
        predicate.putArray("value").addObject();
    }),
    TEXT_FOR_A_NUMBER(predicate -> status(predicate, "neq", "zz")),
    TEXT_AFTER_A_NUMBER(predicate -> status(predicate, "geq", "100abc")),
    EMPTY_TEXT_FOR_A_NUMBER(predicate -> status(predicate, "neq", "")),
    TEXT_LESS_THAN_A_NUMBER(predicate -> status(predicate, "lt", "zz")),
    NUMBER_MEMBER(IntNode.valueOf(1)),
    TRUE_MEMBER(BooleanNode.TRUE),
    ARRAY_MEMBER(JsonNodeFactory.instance.arrayNode());

    private final JsonNode filter;

    BadFilter(String text) {
        this.filter = TextNode.valueOf(text);
    }

    BadFilter(JsonNode member) {
        this.filter = member;
    }

    BadFilter(Consumer<ObjectNode> spoil) {
        var nodes = JsonNodeFactory.instance;
        var predicate = nodes.objectNode();
        predicate.put("key", "ClientCountry");
        predicate.put("operator", "neq");
        predicate.put("value", "zz");
        spoil.accept(predicate);
        var whole = nodes.objectNode();
        whole.putObject("where").putArray("and").add(predicate);
        this.filter = TextNode.valueOf(whole.toString());
    }

    static List<BadFilter> all() {
        return List.of(values());
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("filter", name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The job with this filter. */
    JobSpec in(JobSpec job) {
        return job.with("filter", filter);
    }

    /** Words of which an error that names what is wrong has one at least, in lower case. */
    Set<String> words() {
        return switch (this) {
            case NO_KEY, NULL_KEY, NUMBER_KEY, EMPTY_KEY -> Set.of("key", "field");
            case UNKNOWN_KEY -> Set.of("key", "field", "clientplanet");
            case INHERITED_KEY -> Set.of("key", "field", "constructor");
            case NO_OPERATOR, NULL_OPERATOR, NUMBER_OPERATOR, EMPTY_OPERATOR -> Set.of("operator");
            case UNKNOWN_OPERATOR -> Set.of("operator", "unlike");
            case INHERITED_OPERATOR -> Set.of("operator", "tostring");
            case NO_VALUE, NULL_VALUE, OBJECT_VALUE, NESTED_LIST, OBJECT_IN_A_LIST -> Set.of("value");
            case TEXT_FOR_A_NUMBER, TEXT_AFTER_A_NUMBER, EMPTY_TEXT_FOR_A_NUMBER, TEXT_LESS_THAN_A_NUMBER ->
                Set.of("value", "number", "integer", "edgeresponsestatus");
            default -> Set.of("filter", "where", "predicate", "json");
        };
    }

    private static void status(ObjectNode predicate, String operator, String value) {
        predicate.put("key", "EdgeResponseStatus");
        predicate.put("operator", operator);
        predicate.put("value", value);
    }
}
