package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;

/** Values of other types than their fields have. */
final class TypeFaults {
    private static final Dataset DATASET = Dataset.httpRequests();

    private TypeFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                wrong("integers-as-text", "integers are texts", FieldType.INT, value -> new TextNode(value.asText())),
                wrong(
                        "large-integers-as-text",
                        "integers beyond 2^53 are texts, as some do for JavaScript",
                        FieldType.INT,
                        value -> value.asLong() > 1L << 53 ? new TextNode(value.asText()) : value),
                wrong(
                        "truth-values-as-numbers",
                        "true is 1 and false is 0",
                        FieldType.BOOL,
                        value -> IntNode.valueOf(value.booleanValue() ? 1 : 0)),
                wrong(
                        "text-that-looks-like-a-number",
                        "a text of digits is a number",
                        FieldType.STRING,
                        value -> value.asText().matches("[1-9][0-9]{0,8}") ? IntNode.valueOf(value.asInt()) : value),
                wrong(
                        "text-that-says-null",
                        "the text `null` is null",
                        FieldType.STRING,
                        value -> value.asText().equals("null") ? NullNode.instance : value),
                wrong(
                        "lists-as-joined-text",
                        "lists are texts with commas",
                        FieldType.STRING_ARRAY,
                        value -> new TextNode(joined(value))),
                wrong(
                        "list-of-one-is-its-element",
                        "a list of one element is that element",
                        FieldType.STRING_ARRAY,
                        value -> value.size() == 1 ? value.get(0) : value),
                wrong(
                        "empty-list-is-null",
                        "a list that is given and empty is null",
                        FieldType.STRING_ARRAY,
                        value -> value.isEmpty() ? NullNode.instance : value),
                fault("timestamps-as-fractions", "timestamps are seconds since 1970 with a fraction")
                        .breaks("IL-NDJSON-04", "IL-NDJSON-12")
                        .mayBreak("IL-NDJSON-06", "IL-NDJSON-13", "IL-NDJSON-15")
                        .of(changed(
                                field -> field.timestamp(),
                                value -> DoubleNode.valueOf(
                                        1_643_883_331.25 + value.asText().length()))),
                fault("timestamps-without-a-zone", "timestamps name no offset")
                        .breaks("IL-NDJSON-04", "IL-NDJSON-12")
                        .mayBreak("IL-NDJSON-06")
                        .of(changed(
                                field -> field.timestamp(),
                                value -> new TextNode(value.asText().replace("Z", "")))),
                fault("timestamps-with-a-blank", "date and time are parted by a blank, as databases print them")
                        .breaks("IL-NDJSON-12")
                        .mayBreak("IL-NDJSON-04", "IL-NDJSON-06")
                        .of(changed(
                                field -> field.timestamp(),
                                value -> new TextNode(
                                        value.asText().replace("T", " ").replace("Z", " UTC")))),
                fault("timestamps-in-local-time", "timestamps are in the server's local time, two hours before UTC")
                        .breaks("IL-NDJSON-12")
                        .of(changed(field -> field.timestamp(), value -> Times.inOffset(value, 2))));
    }

    private static TrialTarget wrong(String name, String says, FieldType type, UnaryOperator<JsonNode> change) {
        return named(name, says, changed(field -> field.type() == type && !field.timestamp(), change));
    }

    private static TrialTarget named(String name, String says, Parts parts) {
        return fault(name, says)
                .breaks("IL-NDJSON-04.a-value-has-the-type-of-its-field")
                .mayBreak("IL-NDJSON-04", "IL-NDJSON-06", "IL-NDJSON-13", "IL-NDJSON-15")
                .of(parts);
    }

    /** A server that changes the values of some fields. */
    static Parts changed(java.util.function.Predicate<Field> some, UnaryOperator<JsonNode> change) {
        return LineChange.members((record, line) -> List.copyOf(line.properties())
                        .forEach(member -> DATASET.field(member.getKey())
                                .filter(some)
                                .ifPresent(field -> line.set(member.getKey(), change.apply(member.getValue())))))
                .parts();
    }

    private static String joined(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }
}
