package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.FilterVectors;
import org.instantlogs.fixtures.RequestVectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The second reader of the vectors, a script in another language that knows nothing but the data, against the server as another
 * process: the vectors, the server and the suite's oracle can't be wrong together unless the script is wrong with them. Runs where
 * {@code -Dpython=} names a Python.
 */
@Tag("python")
class SecondReaderIT {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Server server;

    @BeforeAll
    static void startTheServer() throws Exception {
        // The zones are asked side by side: 16, for most of the time is waiting.
        server = Server.start(folder, "--control", "0", "--zones", "16");
    }

    @AfterAll
    static void endTheServer() {
        server.close();
    }

    private record Answer(int exit, List<String> lines, String err) {
        private String last() {
            return lines.get(lines.size() - 1);
        }
    }

    @Test
    void theServerAgreesWithEveryVector() throws Exception {
        assertThatItAgreesWithEveryVector(Edition.DOCS_2022);
    }

    @Test
    void theServerAgreesWithEveryVectorOfTodaysDocuments() throws Exception {
        assertThatItAgreesWithEveryVector(Edition.DOCS_2024);
    }

    private static void assertThatItAgreesWithEveryVector(Edition edition) throws Exception {
        long vectors = FilterVectors.load().vectors().stream()
                        .filter(vector -> vector.isFor(edition))
                        .count()
                + RequestVectors.load().vectors().stream()
                        .filter(vector -> vector.isFor(edition))
                        .count();

        var answer = ask("--profile", edition.label());

        assertThat(answer.err()).isEmpty();
        assertThat(answer.last()).isEqualTo("%d vectors: %d agrees", vectors, vectors);
        assertThat(answer.exit()).as(String.join("\n", answer.lines())).isZero();
    }

    @Test
    void aRecordThatAVectorLeavesOutIsNamed() throws Exception {
        var data = copied("filter", "eq-country", vector -> ((ArrayNode) vector.get("matches")).remove(0));

        assertThatItDisagrees(data, "filter eq-country", "beyond: ");
    }

    @Test
    void aRecordThatAVectorHasTooMuchIsNamed() throws Exception {
        var elsewhere = FilterVectors.load()
                .vector("eq-country-frequent")
                .orElseThrow()
                .matches()
                .get(0);
        var data = copied("filter", "eq-country", vector -> ((ArrayNode) vector.get("matches")).insert(0, elsewhere));

        assertThatItDisagrees(data, "filter eq-country", "missing: ");
    }

    @Test
    void aRequestWhoseAnswerIsAnotherOneIsNamed() throws Exception {
        var data = copied("request", "page-example", vector -> vector.put("expect", "refused"));

        assertThatItDisagrees(data, "request page-example", "refused, and it was answered 201");
    }

    private static void assertThatItDisagrees(Path data, String vector, String with) throws Exception {
        var answer = ask("--data", data.toString(), "--only", "^" + vector + "$");

        assertThat(answer.lines().get(0))
                .startsWith("DISAGREES  " + vector + " (MUST")
                .contains(with);
        assertThat(answer.exit()).isEqualTo(1);
    }

    @Test
    void nothingAskedIsNoAgreement() throws Exception {
        var answer = ask("--only", "no-such-vector");

        assertThat(answer.last()).startsWith("0 vectors");
        assertThat(answer.exit()).isEqualTo(2);
    }

    @Test
    void aTargetThatCannotBeReachedIsNotAsked() throws Exception {
        var answer = ask("--only", "filter eq-country$", "--url", "https://127.0.0.1:1/client/v4");

        assertThat(answer.lines().get(0)).startsWith("NOT ASKED  filter eq-country");
        assertThat(answer.exit()).isEqualTo(2);
    }

    private static Answer ask(String... more) throws Exception {
        var command = new ArrayList<>(List.of(property("python"), "-B", property("second.reader")));
        command.addAll(List.of("--target", server.descriptor().toString()));
        command.addAll(List.of(more));
        try (var reader = Program.start(command, folder)) {
            int exit = reader.exit(LONGEST);
            return new Answer(
                    exit, reader.out().all().lines().toList(), reader.err().all());
        }
    }

    /** The data once more, but for one vector. */
    private static Path copied(String kind, String id, Consumer<ObjectNode> changed) throws IOException {
        var copy = Files.createTempDirectory(folder, "data");
        try (var files = Files.list(Path.of(property("fixtures.data")))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var file = copy.resolve(kind + "-vectors.json").toFile();
        var document = JSON.readTree(file);
        var vectors = new ArrayList<ObjectNode>();
        document.get("vectors").forEach(vector -> vectors.add((ObjectNode) vector));
        vectors.stream()
                .filter(vector -> vector.get("id").asText().equals(id))
                .findFirst()
                .ifPresentOrElse(changed, () -> {
                    throw new IllegalStateException("there is no vector " + id);
                });
        JSON.writeValue(file, document);
        return copy;
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name + " is not set; run this with Failsafe");
    }
}
