package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.Predicates;
import org.instantlogs.server.record.FieldTable;

/** A server that knows the fields of one edition and has never heard of the others: no key of a filter, and left out of `fields`. */
class EditionOnly implements Parts {
    private static final String FIELDS = "fields";

    private final Edition edition;

    EditionOnly(Edition edition) {
        this.edition = edition;
    }

    /** Whether it has a field of that name. */
    boolean knows(String name) {
        var ordinal = FieldTable.ordinal(name);
        return ordinal.isPresent() && FieldTable.field(ordinal.getAsInt()).isIn(edition);
    }

    @Override
    public Predicates predicates() {
        return (key, operator, value) -> Predicates.BY_TYPE.compile(
                key.isTextual() && !knows(key.asText()) ? new TextNode("no-" + key.asText()) : key, operator, value);
    }

    @Override
    public JobReader jobReader() {
        var right = Parts.super.jobReader();
        return body -> {
            var request = Json.object(body);
            if (request.isPresent() && request.get().path(FIELDS).isTextual()) {
                var known = Arrays.stream(request.get().path(FIELDS).asText().split(",", -1))
                        .filter(name -> FieldTable.ordinal(name.strip()).isEmpty() || knows(name.strip()))
                        .collect(Collectors.joining(","));
                if (!known.equals(request.get().path(FIELDS).asText())) {
                    return right.read(Json.bytes(request.get().put(FIELDS, known)));
                }
            }
            return right.read(body);
        };
    }
}
