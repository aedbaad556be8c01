package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A record as it was delivered. Immutable: its nodes are not to be changed. */
public final class RecordLine {
    /** The one member that is no field of the dataset. Rule IL-NDJSON-05. */
    public static final String SAMPLE_INTERVAL = "sampleInterval";

    private final JsonNode object;
    private final Map<String, String> numberLiterals;

    RecordLine(JsonNode object, Map<String, String> numberLiterals) {
        this.object = object;
        this.numberLiterals = Map.copyOf(numberLiterals);
    }

    /** The names of its members in order, {@code sampleInterval} among them; a repeated one once. */
    public List<String> keys() {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return List.copyOf(keys);
    }

    /** Whether there is such a member, null or not. */
    public boolean has(String key) {
        return object.has(key);
    }

    /** The member's value with every digit it came with; a missing node where there is no such member. */
    public JsonNode value(String key) {
        return object.path(key);
    }

    /** The member's number as it stood in the line, such as {@code 1.0}; empty where it is no number. */
    public Optional<String> numberLiteral(String key) {
        return Optional.ofNullable(numberLiterals.get(key));
    }

    /** The server's sampling factor; empty where it is not a whole number from 1 to 2^63-1. */
    public OptionalLong sampleInterval() {
        return WholeNumber.of(value(SAMPLE_INTERVAL)).stream()
                .filter(number -> number.signum() > 0 && number.bitLength() < Long.SIZE)
                .mapToLong(Number::longValue)
                .findFirst();
    }

    /** Its JSON as read, on one line. */
    @Override
    public String toString() {
        return object.toString();
    }
}
