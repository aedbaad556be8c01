package org.instantlogs.suite.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Dataset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The vectors of the fixtures judge the oracle, as they judge the server. */
final class FilterVectorsTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void theVectorsAreThere() throws IOException {

        assertThat(vectors()).isNotEmpty();
        assertThat(corpus()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> theOracleAgreesWithEveryVector() throws IOException {
        var corpus = corpus();
        return vectors().stream()
                .map(vector -> DynamicTest.dynamicTest(vector.required("id").textValue(), () -> judge(vector, corpus)));
    }

    private static void judge(JsonNode vector, List<LogRecord> corpus) {
        var wire = vector.required("filter").textValue();
        if (vector.path("refused").booleanValue()) {
            assertThat(letsEverythingThrough(wire, corpus)).isFalse();
            return;
        }
        var matches = new ArrayList<String>();
        vector.required("matches").forEach(id -> matches.add(id.textValue()));

        var selected = Expected.select(FilterReader.read(wire), corpus);

        assertThat(selected).extracting(record -> record.text("RayID")).containsExactlyInAnyOrderElementsOf(matches);
    }

    private static boolean letsEverythingThrough(String wire, List<LogRecord> corpus) {
        try {
            return Expected.select(FilterReader.read(wire), corpus).size() == corpus.size();
        } catch (IllegalArgumentException refusal) {
            return false;
        }
    }

    private static List<JsonNode> vectors() throws IOException {
        try (var stream = opened("filter-vectors.json")) {
            var document = MAPPER.readTree(stream);
            var vectors = new ArrayList<JsonNode>();
            (document.isArray() ? document : document.required("vectors")).forEach(vectors::add);
            return vectors;
        }
    }

    private static List<LogRecord> corpus() throws IOException {
        var records = new ArrayList<LogRecord>();
        try (var stream = opened("corpus.ndjson");
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                records.add(LogRecord.of(MAPPER.readTree(line)));
            }
        }
        return records;
    }

    private static InputStream opened(String name) {
        @Nullable InputStream stream = Dataset.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the fixture " + name + " is missing from the class path");
        }
        return stream;
    }
}
