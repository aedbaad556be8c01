package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.FilterRefused;
import org.instantlogs.server.filter.Filters;

/** Takes whatever the sources let it take. */
final class LenientApi implements Parts {
    private static final String FIELDS = "fields";
    private static final String SAMPLE = "sample";
    private static final String KIND = "kind";
    private static final String ALL =
            Dataset.httpRequests().fields().stream().map(Field::name).collect(Collectors.joining(","));

    @Override
    public Filters filters() {
        var right = Parts.super.filters();
        return text -> {
            try {
                return right.compile(text);
            } catch (FilterRefused bad) {
                if (String.valueOf(bad.getMessage()).contains(" than ")) {
                    throw bad;
                }
                return record -> false;
            }
        };
    }

    @Override
    public JobReader jobReader() {
        var right = Parts.super.jobReader();
        return body -> right.read(Json.object(body).map(LenientApi::mended).orElse(body));
    }

    private static byte[] mended(ObjectNode request) {
        if (!request.path(SAMPLE).isIntegralNumber()
                || request.path(SAMPLE).decimalValue().compareTo(BigDecimal.ONE) < 0
                || !request.path(SAMPLE).canConvertToLong()) {
            request.put(SAMPLE, 1);
        }
        if (request.path(FIELDS).asText().isBlank()) {
            request.put(FIELDS, ALL);
        }
        if (!request.path("filter").isTextual() && request.hasNonNull("filter")) {
            request.put("filter", request.path("filter").toString());
        }
        request.remove(KIND);
        return Json.bytes(request);
    }
}
