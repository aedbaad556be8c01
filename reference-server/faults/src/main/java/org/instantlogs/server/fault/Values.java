package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.record.Projection;

/** What records hold, as a stream would show it. */
final class Values {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Values() {}

    /** The value of a field. */
    static JsonNode of(LogRecord record, String field) {
        try {
            return MAPPER.readTree(Projection.of(List.of(field)).encode(record, 1))
                    .path(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The elements of a list of texts. */
    static List<String> elements(LogRecord record, String field) {
        var elements = new ArrayList<String>();
        of(record, field).forEach(element -> elements.add(element.asText()));
        return elements;
    }
}
