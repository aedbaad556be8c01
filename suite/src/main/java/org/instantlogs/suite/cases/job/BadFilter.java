package org.instantlogs.suite.cases.job;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/**
 * A filter that is wrong in one way, and would let every record through if that way were overlooked.
 *
 * @param filter the job's member
 * @param words those of which an error that names what is wrong holds one at least, in lower case
 */
record BadFilter(String name, JsonNode filter, Set<String> words) implements Variant {
    private static final Set<String> FORM = Set.of(
            "filter", "where", "predicate", "json", "syntax", "parse", "malformed", "token", "object", "condition");
    private static final Set<String> KEY =
            Set.of("key", "field", "column", "attribute", "property", "clientplanet", "constructor");
    private static final Set<String> OPERATOR = Set.of("operator", "comparison", "unlike", "tostring");
    /** An error may name the value, its kind, or the key that wants another. */
    private static final Set<String> VALUE =
            Set.of("value", "operand", "list", "array", "object", "string", "text", "type", "clientcountry");

    private static final Set<String> NUMBER =
            Set.of("value", "operand", "number", "integer", "int64", "numeric", "edgeresponsestatus", "type");

    private static final Set<String> TRUTH = Set.of("value", "operand", "bool", "true", "cachetieredfill", "type");

    private static final int DEEP = 5;

    private static final Set<String> TYPICAL = Set.of(
            "no-json",
            "open-brace",
            "array",
            "no-where",
            "predicate-without-where",
            "where-empty",
            "no-key",
            "no-operator",
            "no-value",
            "null-value",
            "unknown-key",
            "unknown-operator",
            "object-value",
            "nested-list",
            "text-for-a-number");

    private static final List<BadFilter> ALL = List.of(
            of("no-json", "ClientCountry neq zz"),
            of("open-brace", "{"),
            of("single-quotes", "{'where':{'key':'ClientCountry','operator':'neq','value':'zz'}}"),
            of("cut-off", "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}"),
            of("something-behind", "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}}x"),
            of("array", "[]"),
            of("array-of-a-filter", "[{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}}]"),
            of("number", "1"),
            of("null", "null"),
            of("text", "\"ClientCountry\""),
            of("no-where", "{}"),
            of("predicate-without-where", "{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}"),
            of("where-null", "{\"where\":null}"),
            // an empty node is a predicate that lacks a key, as the real service says of one
            new BadFilter("where-empty", TextNode.valueOf("{\"where\":{}}"), eitherOf(FORM, KEY)),
            of("where-text", "{\"where\":\"ClientCountry\"}"),
            of(
                    "where-unknown-group",
                    "{\"where\":{\"nor\":[{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"zz\"}]}}"),
            of("where-empty-array", "{\"where\":[]}"),
            of("where-true", "{\"where\":true}"),
            of("where-of-a-list", "{\"where\":[{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"zz\"}]}"),
            of("where-in-other-case", "{\"Where\":{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"zz\"}}"),
            of("empty-text", "\"\""),
            of("empty-array-with-a-blank", "[ ]"),
            of("and-without-where", "{\"and\":[{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}]}"),
            of("or-without-where", "{\"or\":[{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}]}"),
            of("and-null", "{\"where\":{\"and\":null}}"),
            of("or-null", "{\"where\":{\"or\":null}}"),
            of("and-text", "{\"where\":{\"and\":\"ClientCountry\"}}"),
            of("or-true", "{\"where\":{\"or\":true}}"),
            // who takes the one predicate for a list of one lets nothing through either
            of("and-object", "{\"where\":{\"and\":{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"zz\"}}}"),
            of("or-object", "{\"where\":{\"or\":{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"zz\"}}}"),
            spoilt("no-key", KEY, predicate -> predicate.remove("key")),
            spoilt("no-operator", OPERATOR, predicate -> predicate.remove("operator")),
            spoilt("no-value", VALUE, predicate -> predicate.remove("value")),
            spoilt("no-members", FORM, ObjectNode::removeAll),
            spoilt("unknown-group", FORM, predicate -> {
                var member = predicate.deepCopy().put("operator", "eq");
                predicate.removeAll();
                predicate.putArray("nor").add(member);
            }),
            spoilt("key-by-another-name", KEY, predicate -> predicate.set("field", predicate.remove("key"))),
            spoilt(
                    "operator-by-another-name",
                    OPERATOR,
                    predicate -> predicate.set("op", predicate.remove("operator"))),
            spoilt("value-by-another-name", VALUE, predicate -> predicate.set("val", predicate.remove("value"))),
            spoilt("null-key", KEY, predicate -> predicate.putNull("key")),
            spoilt("null-operator", OPERATOR, predicate -> predicate.putNull("operator")),
            spoilt("null-value", VALUE, predicate -> predicate.putNull("value")),
            spoilt("number-key", KEY, predicate -> predicate.put("key", 1)),
            spoilt("number-operator", OPERATOR, predicate -> predicate.put("operator", 1)),
            spoilt("empty-key", KEY, predicate -> predicate.put("key", "")),
            spoilt("empty-operator", OPERATOR, predicate -> predicate.put("operator", "")),
            spoilt("unknown-key", KEY, predicate -> predicate.put("key", "ClientPlanet")),
            spoilt("key-cut-off", KEY, predicate -> predicate.put("key", "ClientCountr")),
            spoilt("key-goes-on", KEY, predicate -> predicate.put("key", "ClientCountryCode")),
            spoilt("inherited-key", KEY, predicate -> predicate.put("key", "constructor")),
            spoilt("unknown-operator", OPERATOR, predicate -> predicate.put("operator", "unlike")),
            spoilt("operator-in-other-case", OPERATOR, predicate -> predicate.put("operator", "startswith")),
            spoilt(
                    "null-equal",
                    VALUE,
                    predicate -> predicate
                            .put("key", "WorkerStatus")
                            .put("operator", "eq")
                            .putNull("value")),
            spoilt("inherited-operator", OPERATOR, predicate -> predicate.put("operator", "toString")),
            spoiltBehind("unknown-key-behind-a-right-one", KEY, predicate -> predicate.put("key", "ClientPlanet")),
            spoiltBehind(
                    "unknown-operator-behind-a-right-one", OPERATOR, predicate -> predicate.put("operator", "unlike")),
            spoiltBehind("no-value-behind-a-right-one", VALUE, predicate -> predicate.remove("value")),
            spoiltBehind("no-members-behind-a-right-one", FORM, ObjectNode::removeAll),
            spoiltWithin("unknown-key-in-a-group-of-a-group", KEY, predicate -> predicate.put("key", "ClientPlanet")),
            spoiltWithin(
                    "unknown-operator-in-a-group-of-a-group",
                    OPERATOR,
                    predicate -> predicate.put("operator", "unlike")),
            spoiltWithin("no-value-in-a-group-of-a-group", VALUE, predicate -> predicate.remove("value")),
            spoiltInAnOr("unknown-key-in-an-or", KEY, predicate -> predicate.put("key", "ClientPlanet")),
            spoiltInAnOr("unknown-operator-in-an-or", OPERATOR, predicate -> predicate.put("operator", "unlike")),
            spoiltInAnOr("no-value-in-an-or", VALUE, predicate -> predicate.remove("value")),
            besideARightOneInAnOr(
                    "unknown-key-beside-a-right-one", KEY, predicate -> predicate.put("key", "ClientPlanet")),
            besideARightOneInAnOr("no-value-beside-a-right-one", VALUE, predicate -> predicate.remove("value")),
            besideARightOneInAnOr(
                    "text-for-a-number-beside-a-right-one", NUMBER, predicate -> status(predicate, "eq", "zz")),
            spoiltDeepDown("unknown-key-deep-down", KEY, predicate -> predicate.put("key", "ClientPlanet")),
            spoiltDeepDown("unknown-operator-deep-down", OPERATOR, predicate -> predicate.put("operator", "unlike")),
            spoiltDeepDown("no-value-deep-down", VALUE, predicate -> predicate.remove("value")),
            spoilt(
                    "object-value",
                    VALUE,
                    predicate -> predicate.putObject("value").put("not", "zz")),
            withObject("contains"),
            withObject("startsWith"),
            withObject("endsWith"),
            withObject("in"),
            spoilt(
                    "null-for-contains",
                    VALUE,
                    predicate -> predicate.put("operator", "contains").putNull("value")),
            spoilt(
                    "null-for-startsWith",
                    VALUE,
                    predicate -> predicate.put("operator", "startsWith").putNull("value")),
            spoilt(
                    "null-for-in",
                    VALUE,
                    predicate -> predicate.put("operator", "in").putNull("value")),
            spoilt("object-for-a-number", NUMBER, predicate -> {
                status(predicate, "geq", "");
                predicate.putObject("value");
            }),
            spoilt("text-for-a-truth", TRUTH, predicate -> truth(predicate, "eq")),
            spoilt("text-for-a-truth-neq", TRUTH, predicate -> truth(predicate, "neq")),
            spoilt("null-for-a-number", NUMBER, predicate -> {
                status(predicate, "geq", "");
                predicate.putNull("value");
            }),
            spoilt("true-for-a-number", NUMBER, predicate -> {
                status(predicate, "neq", "");
                predicate.put("value", true);
            }),
            spoilt(
                    "true-for-a-text",
                    VALUE,
                    predicate -> predicate.put("operator", "eq").put("value", true)),
            spoilt(
                    "true-for-in",
                    VALUE,
                    predicate -> predicate.put("operator", "in").put("value", true)),
            spoilt(
                    "true-in-a-list",
                    VALUE,
                    predicate ->
                            predicate.put("operator", "in").putArray("value").add(true)),
            spoilt(
                    "empty-list-for-in",
                    VALUE,
                    predicate -> predicate.put("operator", "in").putArray("value")),
            spoilt("empty-text-for-a-list-of-numbers", NUMBER, predicate -> status(predicate, "in", "")),
            beside("list-for-a-predicate", "[{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"zz\"}]"),
            beside("text-for-a-predicate", "\"\""),
            beside("false-for-a-predicate", "false"),
            spoilt("text-greater-than-a-number", NUMBER, predicate -> status(predicate, "geq", "zz")),
            spoilt("text-in-a-list-of-numbers", NUMBER, predicate -> {
                status(predicate, "in", "");
                predicate.putArray("value").add("zz");
            }),
            spoilt("text-among-numbers", NUMBER, predicate -> {
                status(predicate, "in", "");
                predicate.putArray("value").add(200).add("abc").add(404);
            }),
            spoilt("text-among-numbers-in-text", NUMBER, predicate -> status(predicate, "in", "200,abc,404")),
            spoilt("nan-for-a-fraction", NUMBER, predicate -> {
                status(predicate, "neq", "nan");
                predicate.put("key", "EdgeResponseCompressionRatio");
            }),
            spoilt(
                    "list-for-a-text",
                    VALUE,
                    predicate -> predicate.putArray("value").add("zz")),
            spoilt("list-for-a-number", NUMBER, predicate -> {
                status(predicate, "neq", "");
                predicate.putArray("value").add(599);
            }),
            spoilt("nested-list", VALUE, predicate -> {
                predicate.put("operator", "in");
                predicate.putArray("value").addArray().add("pt");
            }),
            spoilt("object-in-a-list", VALUE, predicate -> {
                predicate.put("operator", "in");
                predicate.putArray("value").addObject();
            }),
            spoilt("text-for-a-number", NUMBER, predicate -> status(predicate, "neq", "zz")),
            spoilt("text-after-a-number", NUMBER, predicate -> status(predicate, "geq", "100abc")),
            spoilt("empty-text-for-a-number", NUMBER, predicate -> status(predicate, "neq", "")),
            spoilt("text-less-than-a-number", NUMBER, predicate -> status(predicate, "lt", "zz")),
            spoilt("fraction-for-an-integer", NUMBER, predicate -> status(predicate, "eq", "200.5")),
            spoilt("fractional-number", NUMBER, predicate -> {
                status(predicate, "eq", "");
                predicate.put("value", 200.5);
            }),
            // 2^64 + 200: what is left of it in 64 bits is the usual status.
            spoilt("number-beyond-64-bits", NUMBER, predicate -> status(predicate, "eq", "18446744073709551816")),
            of("blanks", "   "),
            new BadFilter("number-member", IntNode.valueOf(1), FORM),
            new BadFilter("zero-member", IntNode.valueOf(0), FORM),
            new BadFilter("true-member", BooleanNode.TRUE, FORM),
            new BadFilter("false-member", BooleanNode.FALSE, FORM),
            new BadFilter("array-member", JsonNodeFactory.instance.arrayNode(), FORM));

    private static Set<String> eitherOf(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(toUnmodifiableSet());
    }

    static List<BadFilter> all() {
        return ALL;
    }

    /** A predicate that has none that is known, and is alone. */
    static List<BadFilter> withoutOperator() {
        var names = Set.of(
                "no-operator",
                "operator-by-another-name",
                "null-operator",
                "number-operator",
                "empty-operator",
                "unknown-operator");
        return ALL.stream().filter(bad -> names.contains(bad.name())).toList();
    }

    /** Those that people really write. */
    static List<BadFilter> typical() {
        return ALL.stream().filter(bad -> TYPICAL.contains(bad.name())).toList();
    }

    private static BadFilter of(String name, String text) {
        return new BadFilter(name, TextNode.valueOf(text), FORM);
    }

    /** A filter of one right predicate that lets all usual records through, spoilt. */
    private static BadFilter spoilt(String name, Set<String> words, Consumer<ObjectNode> spoil) {
        var filter = JsonNodeFactory.instance.objectNode();
        var predicate = filter.putObject("where").putArray("and").addObject();
        usual(predicate);
        spoil.accept(predicate);
        return new BadFilter(name, TextNode.valueOf(filter.toString()), words);
    }

    /** Behind that predicate the same once more, spoilt. */
    private static BadFilter spoiltBehind(String name, Set<String> words, Consumer<ObjectNode> spoil) {
        var filter = JsonNodeFactory.instance.objectNode();
        var members = filter.putObject("where").putArray("and");
        usual(members.addObject());
        var later = members.addObject();
        usual(later);
        spoil.accept(later);
        return new BadFilter(name, TextNode.valueOf(filter.toString()), words);
    }

    /** Likewise, both of them in a group within the group. */
    private static BadFilter spoiltWithin(String name, Set<String> words, Consumer<ObjectNode> spoil) {
        var filter = JsonNodeFactory.instance.objectNode();
        var members = filter.putObject("where").putArray("and").addObject().putArray("and");
        usual(members.addObject());
        var later = members.addObject();
        usual(later);
        spoil.accept(later);
        return new BadFilter(name, TextNode.valueOf(filter.toString()), words);
    }

    /** Behind that predicate something that is none. */
    private static BadFilter beside(String name, String other) {
        return of(
                name,
                "{\"where\":{\"and\":[{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"zz\"}," + other
                        + "]}}");
    }

    /** The only member of an {@code or}. */
    private static BadFilter spoiltInAnOr(String name, Set<String> words, Consumer<ObjectNode> spoil) {
        var filter = JsonNodeFactory.instance.objectNode();
        var only = filter.putObject("where").putArray("or").addObject();
        usual(only);
        spoil.accept(only);
        return new BadFilter(name, TextNode.valueOf(filter.toString()), words);
    }

    /** Behind that predicate in an {@code or}, which lets everything through without it. */
    private static BadFilter besideARightOneInAnOr(String name, Set<String> words, Consumer<ObjectNode> spoil) {
        var filter = JsonNodeFactory.instance.objectNode();
        var members = filter.putObject("where").putArray("or");
        usual(members.addObject());
        var later = members.addObject();
        usual(later);
        spoil.accept(later);
        return new BadFilter(name, TextNode.valueOf(filter.toString()), words);
    }

    /** The only predicate of five groups within each other, by turns {@code and} and {@code or}. */
    private static BadFilter spoiltDeepDown(String name, Set<String> words, Consumer<ObjectNode> spoil) {
        var filter = JsonNodeFactory.instance.objectNode();
        var within = filter.putObject("where");
        for (int depth = 0; depth < DEEP; depth++) {
            within = within.putArray(depth % 2 == 0 ? "and" : "or").addObject();
        }
        usual(within);
        spoil.accept(within);
        return new BadFilter(name, TextNode.valueOf(filter.toString()), words);
    }

    private static BadFilter withObject(String operator) {
        return spoilt(
                "object-for-" + operator,
                VALUE,
                predicate ->
                        predicate.put("operator", operator).putObject("value").put("not", "zz"));
    }

    private static void usual(ObjectNode predicate) {
        predicate.put("key", "ClientCountry");
        predicate.put("operator", "neq");
        predicate.put("value", "zz");
    }

    private static void truth(ObjectNode predicate, String operator) {
        predicate.put("key", "CacheTieredFill");
        predicate.put("operator", operator);
        predicate.put("value", "yes");
    }

    private static void status(ObjectNode predicate, String operator, String value) {
        predicate.put("key", "EdgeResponseStatus");
        predicate.put("operator", operator);
        predicate.put("value", value);
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("filter", name);
    }

    /** Asks for a job with this filter, to judge the answer. */
    CreateAnswer sentTo(Zone zone) {
        var job = JobSpec.job(Zone.MARKED).with("filter", filter);
        return zone.sendLean(ApiRequest.create(zone.id(), job.toJson()));
    }
}
