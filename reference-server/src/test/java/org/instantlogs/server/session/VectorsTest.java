package org.instantlogs.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.server.filter.FilterRefused;
import org.instantlogs.server.filter.RecordFilter;
import org.instantlogs.server.record.FieldTable;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.record.RecordReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The vectors, which were worked out without this engine, judge it. */
class VectorsTest {

    @Test
    void everyFilterVectorLetsThroughWhatItSays() throws Exception {
        var corpus = RecordReader.readAll(resource("corpus.ndjson"));
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (JsonNode vector : vectors("filter-vectors.json")) {
            judged++;
            var expected = texts(vector.get("matches"));
            boolean refused = vector.path("refused").booleanValue();
            var filter = compile(vector.get("filter").textValue());
            if ((filter == null) != refused
                    || (filter != null && !passing(corpus, filter).equals(expected))) {
                wrong.add(vector.get("id").textValue() + " "
                        + vector.get("filter").textValue() + " expectation: "
                        + vector.path("expectation").asText() + ", refused here: " + (filter == null));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(judged).isGreaterThan(500);
    }

    @Test
    void everyRequestVectorIsAnsweredAsItSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (JsonNode vector : vectors("request-vectors.json")) {
            judged++;
            var expected = vector.get("expect").textValue();
            var answer = answer(vector);
            // Where the documents leave a choice, anything but a failure of the server will do.
            boolean free = Set.of("accepted-or-refused", "never-5xx").contains(expected);
            if (!free && !expected.startsWith(answer)) {
                wrong.add(vector.get("id").textValue() + " expected " + expected + ", was " + answer);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(judged).isGreaterThan(100);
    }

    private static String answer(JsonNode vector) {
        try {
            SessionParts.RIGHT.jobReader().read(body(vector));
            return "accepted";
        } catch (JobRefused e) {
            return "refused";
        }
    }

    private static byte[] body(JsonNode vector) {
        if (vector.has("body")) {
            return vector.get("body").textValue().getBytes(UTF_8);
        }
        var body = new ByteArrayOutputStream();
        for (JsonNode part : vector.get("parts")) {
            var bytes = part.has("hex")
                    ? HexFormat.of().parseHex(part.get("hex").textValue())
                    : part.get("text").textValue().getBytes(UTF_8);
            for (int i = 0; i < part.path("times").asInt(1); i++) {
                body.writeBytes(bytes);
            }
        }
        return body.toByteArray();
    }

    private static @Nullable RecordFilter compile(String text) {
        try {
            return SessionParts.RIGHT.filters().compile(text);
        } catch (FilterRefused e) {
            return null;
        }
    }

    private static List<String> passing(List<LogRecord> corpus, RecordFilter filter) {
        int ray = FieldTable.ordinal("RayID").orElseThrow();
        return corpus.stream()
                .filter(filter::matches)
                .map(record -> record.text(ray))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static JsonNode vectors(String name) throws IOException {
        return new JsonMapper().readTree(resource(name)).required("vectors");
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(Dataset.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }
}
