package org.instantlogs.suite.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped schema and the reader are of one mind. */
final class DescriptorSchemaTest {
    private static final String MINIMAL = "api: https://localhost\nauth: {token: t}\nzones: [{id: a}]\n";

    private static final Map<String, String> ENVIRONMENT = Map.of("PORT", "8443");

    private final Schema schema = schema();

    @TempDir
    private Path folder;

    static Stream<String> right() {
        return Stream.of(
                Examples.CONTRACT
                        .replace("_KEY", "_PORT")
                        .replace("TARGET_", "")
                        .replace("STRANGER_TOKEN", "PORT"),
                MINIMAL,
                MINIMAL + "contract: '1'\nname: 42\nprofile: docs-2024\n",
                MINIMAL + "tls: {insecure: true}\n",
                MINIMAL + "tls: {trust: ca.pem, insecure: false}\n",
                MINIMAL
                        + "limits: {session: PT1S, idle: PT0.5S, connects: {count: 30, per: PT1M}, records-per-second: 9}\n",
                MINIMAL + "limits: {connects: {count: '30', per: 'PT1M'}}\nstream: {ordered: 'true'}\n",
                MINIMAL + "clock:\nstranger:\ntls:\ntraffic:\nlimits:\nstream:\npace:\nreset:\nplaintext:\n",
                MINIMAL + "clock: {advance: http://127.0.0.1:1/}\n",
                "api: https://localhost:${PORT}/v4\nauth: {token: t}\nzones: [{id: 12}, {id: '${PORT}'}]\n");
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatIsRightIsRightForBoth(String yaml) throws Exception {
        Path file = Examples.write(folder, yaml);

        assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
        assertThat(DescriptorReader.read(Optional.of(file), new Properties(), ENVIRONMENT))
                .isNotNull();
    }

    static Stream<String> wrong() {
        return Stream.of(
                "auth: {token: t}\nzones: [{id: a}]\n",
                "api: https://localhost\nzones: [{id: a}]\n",
                "api: https://localhost\nauth: {token: t}\n",
                "api: https://localhost\nauth: {token: t}\nzones: []\n",
                "api: https://localhost\nauth: {email: e}\nzones: [{id: a}]\n",
                "api: https://localhost\nauth: {token: t}\nzones: [{host: a.example}]\n",
                "api: localhost\nauth: {token: t}\nzones: [{id: a}]\n",
                MINIMAL + "streem: {}\n",
                MINIMAL + "stream: {setle: PT1S}\n",
                MINIMAL + "stream: {settle: 0.5}\n",
                MINIMAL + "contract: 2\n",
                MINIMAL + "profile: docs-2023\n",
                MINIMAL + "clock: {scope: zone}\n",
                MINIMAL + "limits: {connects: {count: 30}}\n",
                MINIMAL + "plaintext: wss://localhost\n",
                MINIMAL + "tls: {trust: ca.pem, insecure: true}\n");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsWrongForBoth(String yaml) throws Exception {
        Path file = Examples.write(folder, yaml);

        assertThat(schema.validate(yaml, InputFormat.YAML)).isNotEmpty();
        assertThat(catchThrowable(() -> DescriptorReader.read(Optional.of(file), new Properties(), ENVIRONMENT)))
                .isInstanceOf(DescriptorException.class);
    }

    @Test
    void everyPropertyOfTheReaderIsKnownToTheSchema() {
        for (String path : Shape.descriptor().paths("")) {
            String pointer = "/" + path.replace('.', '/');
            StringBuilder json = new StringBuilder("7");
            String[] segments = path.split("\\.", -1);
            for (int at = segments.length - 1; at >= 0; at--) {
                json.insert(0, segments[at].equals("0") ? "[" : "{\"" + segments[at] + "\":")
                        .append(segments[at].equals("0") ? "]" : "}");
            }

            List<Error> errors = schema.validate(json.toString(), InputFormat.JSON);

            assertThat(errors).as(pointer).noneMatch(error -> "additionalProperties".equals(error.getKeyword()));
        }
    }

    private static Schema schema() {
        InputStream in = DescriptorReader.class.getResourceAsStream("descriptor.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Objects.requireNonNull(in));
    }
}
