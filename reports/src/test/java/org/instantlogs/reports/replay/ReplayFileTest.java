package org.instantlogs.reports.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.reports.Recording;
import org.instantlogs.reports.Recording.Kind;
import org.instantlogs.reports.Recording.Step;
import org.instantlogs.reports.Samples;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayFileTest {
    private static final Recording RECORDING = new Recording(
            Map.of("api", "https://127.0.0.1:8443/client/v4", "zone 1", "abc0"),
            List.of(
                    new Step(
                            Kind.REQUEST,
                            "create",
                            0,
                            "POST",
                            "{{api}}/zones/{{zone 1}}/logpush/edge/jobs",
                            List.of(new Header("X-Auth-Key", "{{owner.key}}"), new Header("Content-Length", "2")),
                            Optional.of("{\"it's\":\"{{zone 1}}\"}"),
                            Optional.empty(),
                            false,
                            "",
                            Optional.of("session 1"),
                            201,
                            List.of("{}")),
                    new Step(
                            Kind.CONNECT,
                            "",
                            1,
                            "GET",
                            "{{session 1}}",
                            List.of(
                                    new Header("Sec-WebSocket-Version", "13"),
                                    new Header("Origin", "https://a.example")),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            "",
                            Optional.empty(),
                            101,
                            List.of()),
                    Step.on(1, Kind.SEND, "text", List.of()).sending(Optional.of("hello"), Optional.empty(), false),
                    Step.on(1, Kind.SEND, "bytes", List.of()).sending(Optional.empty(), Optional.of("81"), true),
                    Step.on(1, Kind.EXPECT, "", List.of("one", "two")),
                    Step.on(1, Kind.EXPECT_END, "", List.of("target: close frame 1000")),
                    Step.on(2, Kind.DROP, "", List.of())));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsWhatItWritesAndIsValidAgainstItsSchema() throws IOException {
        var text = ReplayFile.text(Samples.violation(), RECORDING);
        var file = Files.writeString(folder.resolve("a.replay.json"), text);

        var read = ReplayFile.read(file);

        assertThat(read.recording()).isEqualTo(RECORDING);
        assertThat(read.check()).isEqualTo("IL-FILTER-01.delivers[field=RayID]");
        assertThat(read.again()).isEqualTo("java -jar suite.jar replay x.json");
        assertThat(read.text()).isEqualTo(text);
        assertThat(errors(text)).isEmpty();
        assertThat(errors(text.replace("\"do\": \"drop\"", "\"do\": \"fly\""))).isNotEmpty();
    }

    @Test
    void hostileTextIsValidToo() throws IOException {
        var step = Step.on(1, Kind.EXPECT, "", List.of(Samples.HOSTILE));
        var text = ReplayFile.text(
                Samples.hostile("IL-JOB-01.word", Verdict.FAIL),
                new Recording(Map.of("api", Samples.HOSTILE), List.of(step)));

        assertThat(errors(text)).isEmpty();
    }

    @Test
    void theLinesForAShellHaveAddressesAsTheyWereAndSecretsAsVariables() {
        assertThat(ByHand.lines(RECORDING))
                .containsExactly(
                        "# where the certificate is not trusted, for curl and websocat: export CURL_CA_BUNDLE=FILE SSL_CERT_FILE=FILE",
                        "OWNER_KEY=…",
                        "curl -sS -i -w '\\n' --path-as-is -X 'POST' -H 'X-Auth-Key: '\"$OWNER_KEY\" --data-binary"
                                + " '{\"it'\\''s\":\"abc0\"}' 'https://127.0.0.1:8443/client/v4/zones/abc0/logpush/edge/jobs'"
                                + " | tee answer\nSESSION_1=$(sed -n 's/.*\"destination_conf\" *: *\"\\([^\"]*\\)\".*/\\1/p'"
                                + " answer)",
                        "rm -f in1; mkfifo in1",
                        "websocat -v -H='Origin: https://a.example' \"$SESSION_1\" <in1 >out1 &",
                        "exec 4>in1",
                        "sleep 1  # it connects",
                        "printf '%s\\n' 'hello' >&4",
                        "# websocat cannot send this: bytes 81",
                        "sleep 1; cat out1  # 2 messages had come",
                        "sleep 1; cat out1  # it had ended: target: close frame 1000",
                        "exec 5>&-  # the connection was cut here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                            | `replay` is missing; it is a whole number
            {"replay":2}                                  | `replay` is 2; this suite reads version 1, use the suite that wrote it
            {"replay":1}                                  | `target` is missing; it is an object
            {"replay":1,"target":{},"steps":1}            | `steps` is something else; it is an array
            {"replay":1,"target":{},"steps":[{"do":"x"}]} | `do` is `x`; it is request, connect, send, expect, expect-end or drop
            {"replay":1,"target":{"api":1},"steps":[]}    | `target.api` is something else; it is a text
            """)
    void refusesWhatIsNoneAndNamesTheMember(String text, String message) throws IOException {
        var file = Files.writeString(folder.resolve("a.json"), text);

        assertThatThrownBy(() -> ReplayFile.read(file)).hasMessage("`" + file + "` is no file to replay: " + message);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> ReplayFile.read(Path.of("none.json")))
                .hasMessage("`none.json` cannot be read; give a *.replay.json from the exchanges of a report");
    }

    private static List<?> errors(String text) throws IOException {
        try (var schema = ReplayFile.schema()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(text, InputFormat.JSON);
        }
    }
}
