package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * What a job lets through, as the suite reads the documents.
 *
 * <p>Immutable. Source page: "Create an Instant Logs Job", Filters; groups with {@code or} and nesting are later
 * documents'. Only filters that mean something can be built: what a target has to refuse is sent as literal text.
 */
public sealed interface Filter permits Everything, Predicate, And, Or {

    /** Whether the record is let through. */
    boolean matches(LogRecord record);

    /** The node that stands under {@code where}; a missing node for {@link Everything}. */
    JsonNode toJson();

    /**
     * Whether the documents settle what it means: false where a predicate joins an operator and a type, or a value and a
     * type, of which they say nothing. No verdict other than a note may hang on an unsettled one.
     */
    boolean isSettled();

    /** The text to send as the job's {@code filter}: compact JSON with {@code where}, or the empty text. */
    default String toWire() {
        return JsonText.of(JsonNodeFactory.instance.objectNode().set("where", toJson()));
    }

    /**
     * Whether the other lets through the same records by its form alone: spellings, forms of values, order of members
     * and groups of one do not count.
     */
    default boolean meansTheSameAs(Filter other) {
        return Meaning.of(this).equals(Meaning.of(other));
    }

    /** No filter. */
    static Filter everything() {
        return new Everything();
    }

    /**
     * One predicate. The form of the value is the form that is sent.
     *
     * @param key a field of the dataset, or one of the source page's short names
     * @param value a {@link String}, {@link Number}, {@link Boolean}, or for {@code in} a {@link List} (sent as an array)
     *     or a {@link String} (sent as it is, its values parted by commas)
     * @throws IllegalArgumentException if the key is unknown, or the value is of no kind that the key and the operator take
     */
    static Predicate predicate(String key, Operator operator, Object value) {
        return new Predicate(key, operator, value);
    }

    /** Lets through what all members let through. */
    static And and(Filter... members) {
        return new And(List.of(members));
    }

    /** Lets through what all members let through. */
    static And and(List<? extends Filter> members) {
        return new And(List.copyOf(members));
    }

    /** Lets through what any member lets through. */
    static Or or(Filter... members) {
        return new Or(List.of(members));
    }

    /** Lets through what any member lets through. */
    static Or or(List<? extends Filter> members) {
        return new Or(List.copyOf(members));
    }
}
