package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;

/** Numbers, times and lists that do not come out as they went in, and values that nobody gave. */
final class ValueFaults {
    private ValueFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("head-is-get", "a HEAD through the edge is a GET in its record")
                        .breaks("IL-NDJSON-13.requests-of-each-kind-through-the-edge-are-told-of")
                        .mayBreak("IL-NDJSON-13")
                        .of(LineChange.members((record, line) -> {
                                    if (Records.byEdge(record)
                                            && line.path("ClientRequestMethod")
                                                    .asText()
                                                    .equals("HEAD")) {
                                        line.put("ClientRequestMethod", "GET");
                                    }
                                })
                                .parts()),
                fault("edge-agents-cut", "of a user agent that comes through the edge 256 characters are kept")
                        .breaks("IL-NDJSON-13.requests-of-each-kind-through-the-edge-are-told-of")
                        .of(LineChange.members((record, line) -> {
                                    var agent =
                                            line.path("ClientRequestUserAgent").asText();
                                    if (Records.byEdge(record) && agent.length() > 256) {
                                        line.put("ClientRequestUserAgent", agent.substring(0, 256));
                                    }
                                })
                                .parts()),
                fault("noon-is-midnight", "the hour of twelve is written as nought")
                        .breaks("IL-NDJSON-06.timestamps-name-the-same-instant")
                        .mayBreak("IL-NDJSON-06", "IL-NDJSON-13")
                        .of(times(value -> value.isTextual()
                                ? TextNode.valueOf(value.asText().replace("T12:", "T00:"))
                                : value)),
                fault("integers-as-doubles", "integers go through a 64-bit float")
                        .breaks("IL-NDJSON-06.integers-come-out-to-the-last-digit[value=2p53+1]")
                        .mayBreak("IL-NDJSON-06", "IL-NDJSON-04")
                        .of(ints(value -> LongNode.valueOf((long) (double) value))),
                fault("integers-of-32-bits", "integers end at 2^31-1")
                        .breaks("IL-NDJSON-06.integers-come-out-to-the-last-digit[value=2p31]")
                        .mayBreak("IL-NDJSON-06")
                        .of(ints(value -> LongNode.valueOf(Math.min(value, Integer.MAX_VALUE)))),
                fault("fractions-of-two-digits", "fractions have two decimal places")
                        .breaks("IL-NDJSON-06.fractions-come-out-as-they-went-in")
                        .mayBreak("IL-NDJSON-06")
                        .of(floats(value -> Math.rint(value * 100) / 100)),
                fault("list-sorted", "lists come out sorted")
                        .breaks("IL-NDJSON-06.lists-come-out-in-order-and-whole")
                        .mayBreak("IL-NDJSON-06")
                        .of(lists(Stream::sorted)),
                fault("list-without-repetitions", "of equal elements a list shows one")
                        .breaks("IL-NDJSON-06.lists-come-out-in-order-and-whole")
                        .mayBreak("IL-NDJSON-06")
                        .of(lists(Stream::distinct)),
                fault("list-of-a-hundred", "a list shows a hundred elements at most")
                        .breaks("IL-NDJSON-06.lists-come-out-in-order-and-whole")
                        .of(lists(elements -> elements.limit(100))),
                fault("list-split-at-commas", "a list was a text with commas on its way")
                        .breaks("IL-NDJSON-06.lists-come-out-in-order-and-whole")
                        .mayBreak("IL-NDJSON-06")
                        .of(lists(elements -> elements.flatMap(element -> Arrays.stream(element.split(",", -1))))),
                fault("timestamps-an-hour-late", "timestamps are those of a time zone an hour ahead, said to be UTC")
                        .breaks("IL-NDJSON-06.timestamps-name-the-same-instant")
                        .mayBreak("IL-NDJSON-06")
                        .of(times(value -> Times.later(value, 3_600))),
                fault("timestamps-rounded-up", "a timestamp is shown as the end of its second")
                        .breaks("IL-NDJSON-06.timestamps-name-the-same-instant")
                        .mayBreak("IL-NDJSON-06")
                        .of(times(value -> Times.later(value, 1))),
                fault("timestamps-in-nanoseconds", "timestamps are integers")
                        .breaks("IL-NDJSON-12")
                        .of(times(Times::inNanos)),
                absent("absent-text-as-a-dash", "a text without a value is a dash", "string", "\"-\""),
                absent("absent-integer-as-minus-one", "an integer without a value is -1", "int", "-1"),
                absent("absent-integer-as-text", "an integer without a value is empty text", "int", "\"\""),
                absent("absent-truth-as-true", "a truth value that nobody gave is true", "bool", "true"),
                absent(
                        "absent-list-of-nothing",
                        "a list without a value holds an empty text",
                        "string-array",
                        "[\"\"]"),
                fault("absent-values-omitted", "what has no value is not there")
                        .breaks("IL-NDJSON-15")
                        .mayBreak("IL-NDJSON-03")
                        .of(Absent.parts((line, name) -> line.remove(name))),
                fault("absent-values-null", "what has no value is null")
                        .breaks("IL-NDJSON-15")
                        .of(Absent.parts((line, name) -> line.set(name, NullNode.instance))),
                fault("absent-timestamp-is-now", "a timestamp without a value is the time of writing")
                        .breaks("IL-NDJSON-15.a-timestamp-without-a-value-is-not-made-up")
                        .mayBreak("IL-NDJSON-13")
                        .of(Absent.timestamps()));
    }

    private static TrialTarget absent(String name, String says, String type, String wrong) {
        return fault(name, says)
                .breaks("IL-NDJSON-15.a-field-without-a-value-is-empty[type=" + type + "]")
                .mayBreak("IL-NDJSON-03", "IL-NDJSON-04", "IL-NDJSON-13")
                .of(Absent.parts(type, wrong));
    }

    private static Parts ints(Function<Long, JsonNode> change) {
        return TypeFaults.changed(
                field -> field.type() == FieldType.INT && !field.timestamp(), value -> change.apply(value.longValue()));
    }

    private static Parts floats(java.util.function.DoubleUnaryOperator change) {
        return TypeFaults.changed(
                field -> field.type() == FieldType.FLOAT,
                value -> DoubleNode.valueOf(change.applyAsDouble(value.doubleValue())));
    }

    private static Parts times(UnaryOperator<JsonNode> change) {
        return TypeFaults.changed(field -> field.timestamp(), change);
    }

    private static Parts lists(UnaryOperator<Stream<String>> change) {
        return TypeFaults.changed(field -> field.type() == FieldType.STRING_ARRAY, value -> {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            change.apply(StreamSupport.stream(value.spliterator(), false).map(JsonNode::textValue))
                    .map(TextNode::new)
                    .forEach(list::add);
            return list;
        });
    }
}
