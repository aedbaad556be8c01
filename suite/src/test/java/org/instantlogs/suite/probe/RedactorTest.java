package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class RedactorTest {

    private final Redactor redactor = new Redactor();

    @Test
    void takesASessionOutThatIsNotAtTheEndOfItsAddress() {
        var redactor = new Redactor();
        redactor.learnAddress(URI.create("wss://h/s/0123456789abcdef01/stream.ndjson"));

        assertThat(redactor.redact("GET /s/0123456789abcdef01/stream.ndjson")).doesNotContain("0123456789abcdef01");
        assertThat(new Redactor().redact("wss://h/s/0123456789abcdef02/stream.ndjson"))
                .isEqualTo("wss://h/s/[redacted]");
    }

    @Test
    void hidesTheLastSegmentAndTheQueryOfSocketAddresses() {
        assertThat(redactor.redact("see wss://h/a/b/c0ffee and 'ws://h:1/x?token=1' end"))
                .isEqualTo("see wss://h/a/b/[redacted] and 'ws://h:1/[redacted]' end");
        assertThat(redactor.redact("\"wss:\\/\\/h\\/a\\/c0ffee\"")).isEqualTo("\"wss:\\/\\/h\\/a\\/[redacted]\"");
        assertThat(redactor.redact("wss://h/a/c0ffee/ x")).isEqualTo("wss://h/a/[redacted] x");
        assertThat(redactor.redact("ws://127.0.0.1:8080 and ws://h/")).isEqualTo("ws://127.0.0.1:8080 and ws://h/");
        assertThat(redactor.redact("ws://h?secret=1")).isEqualTo("ws://h?[redacted]");
    }

    @Test
    void hidesSessionIdsPlainAndEscaped() {
        assertThat(redactor.redact("{\"session_id\": \"abc\",\"x\":1}"))
                .isEqualTo("{\"session_id\": \"[redacted]\",\"x\":1}");
        assertThat(redactor.redact("\"{\\\"session_id\\\":\\\"abc\\\"}\""))
                .isEqualTo("\"{\\\"session_id\\\":\\\"[redacted]\\\"}\"");
    }

    @Test
    void escapesHideNoSession() {
        var redactor = new Redactor();
        var answer =
                "{\"s\\u0065ssion_id\":\"abc\\u0065f0123456789\",\"destination_conf\":\"\\u0077ss://h/s\\u0065ssions/abc\\u0065f0123456789\"}";

        redactor.learnFrom(answer);

        assertThat(redactor.redact(answer)).doesNotContain("0123456789").contains("[redacted]");
        assertThat(redactor.redact("{\"session_id\":\"abc\\u0065f0123456789\"}"))
                .doesNotContain("0123456789");
        assertThat(redactor.redact("abcef0123456789")).isEqualTo("[redacted]");
        assertThat(redactor.redact("{\"note\":\"h\\u0065llo\"}")).isEqualTo("{\"note\":\"h\\u0065llo\"}");
    }

    @Test
    void findsWhatItLearntAnywhere() {
        redactor.learnAddress(URI.create("wss://h/s/0123456789abcdef?key=some-key-here"));
        redactor.learnFrom("{\"session_id\":\"fedcba9876543210\"}");
        redactor.learnCredential("p\"ss");

        assertThat(redactor.redact(
                        "x0123456789abcdefy/fedcba9876543210fedcba9876543210 key=some-key-here p\"ss p\\\"ss"))
                .isEqualTo("x[redacted]y/[redacted][redacted] [redacted] [redacted] [redacted]");
        assertThat(redactor.redact("0123456789abcde and fedcba987654321"))
                .isEqualTo("0123456789abcde and fedcba987654321");
    }

    @Test
    void hidesASecretThatACutWentThrough() {
        redactor.learnCredential("0123456789abcdef");

        assertThat(redactor.redactCut("body 0123456789ab")).isEqualTo("body [redacted]");
        assertThat(redactor.redactCut("body 0123456789abcdef")).isEqualTo("body [redacted]");
        assertThat(redactor.redactCut("body 0xyz")).isEqualTo("body 0xyz");
    }

    @Test
    void learnsNothingThatWouldHideOrdinaryText() {
        redactor.learnAddress(URI.create("ws://localhost:1/"));
        redactor.learnAddress(URI.create("ws://localhost:1/ws"));
        redactor.learnCredential("a");

        assertThat(redactor.redact("a ws localhost")).isEqualTo("a ws localhost");
    }
}
