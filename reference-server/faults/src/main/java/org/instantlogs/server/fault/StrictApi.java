package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.FieldTable;
import org.instantlogs.server.session.JobRefused;

/** Refuses whatever the sources let it refuse. */
final class StrictApi implements Parts {
    private static final String FIELDS = "fields";
    private static final String SAMPLE = "sample";
    private static final String KIND = "kind";
    private static final Set<String> MEMBERS = Set.of(FIELDS, SAMPLE, "filter", KIND);

    @Override
    public JobReader jobReader() {
        var right = Parts.super.jobReader();
        return body -> {
            var request = Json.object(body);
            if (request.isPresent() && isOdd(request.get())) {
                throw new JobRefused(1002, "`fields` or a member is not known, or said twice", "/fields");
            }
            return right.read(body);
        };
    }

    private static boolean isOdd(ObjectNode request) {
        var names = Arrays.asList(request.path(FIELDS).asText().split(",", -1));
        var unknown = new HashSet<String>();
        request.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(MEMBERS);
        return !unknown.isEmpty()
                || names.size() != new HashSet<>(names).size()
                || names.stream().anyMatch(name -> FieldTable.ordinal(name).isEmpty());
    }
}
