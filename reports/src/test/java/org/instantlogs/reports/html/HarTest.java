package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Exchange.Direction;
import org.instantlogs.reports.Exchange.Frame;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.reports.Exchange.HttpEntry;
import org.instantlogs.reports.Exchange.SocketEntry;
import org.instantlogs.reports.HarExchange;
import org.instantlogs.reports.Samples;
import org.junit.jupiter.api.Test;

/** The exchanges that the suite writes, read back as the steps that a page shows. */
final class HarTest {

    @Test
    void httpAndFramesAreOnOneTimeLineInTheOrderInWhichTheyHappened() throws IOException {
        var inject = http(100, 30, 202, "{\"accepted\":1}", Optional.empty());
        var socket = socket(
                0,
                List.of(
                        new Frame(Duration.ofMillis(110), Direction.RECEIVED, "text", 3, "{}\n"),
                        new Frame(Duration.ofMillis(200), Direction.SENT, "close", 2, "03e8")));

        assertThat(steps(new Exchange(List.of(inject), List.of(socket))))
                .extracting(step -> step.atMs() + " " + step.lane() + " " + step.way() + " " + step.label())
                .containsExactly(
                        "0.0 1 SENT GET wss://127.0.0.1/session  (handshake)",
                        "0.0 1 RECEIVED 101  (handshake)",
                        "100.0 api SENT POST https://127.0.0.1/zones  (inject)",
                        "110.0 1 RECEIVED text frame, 3 bytes",
                        "130.0 api RECEIVED 202 after 30.0 ms  (inject)",
                        "200.0 1 SENT close frame, 2 bytes",
                        "200.0 1 REMARK closed by the suite");
    }

    @Test
    void aMessageKeepsItsHeadersAndItsBody() throws IOException {
        var step = steps(new Exchange(List.of(http(0, 1, 202, "the answer", Optional.empty())), List.of()))
                .get(1);

        assertThat(step.headers()).containsExactly("Content-Type: text/plain");
        assertThat(step.text()).isEqualTo("the answer");
        assertThat(step.cut()).isZero();
    }

    @Test
    void aRequestWithoutAnAnswerSaysWhy() throws IOException {
        assertThat(steps(new Exchange(List.of(http(0, 5, 0, "", Optional.of("connection refused"))), List.of())))
                .extracting(Step::label)
                .containsExactly(
                        "POST https://127.0.0.1/zones  (inject)", "no answer after 5.0 ms: connection refused");
    }

    @Test
    void aLongTextIsCutBetweenCharactersAndSaysByHowMuch() throws IOException {
        var text = "x".repeat(3_999) + "\ud83d\ude00" + "y".repeat(10);

        var step = steps(new Exchange(List.of(http(0, 1, 200, text, Optional.empty())), List.of()))
                .get(1);

        assertThat(step.text()).isEqualTo("x".repeat(3_999));
        assertThat(step.cut()).isEqualTo(12);
    }

    @Test
    void whatIsNoHarIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Har.steps(new ObjectMapper().readTree("{\"log\":{}}")))
                .withMessage("it has no `log.entries`");
    }

    static HttpEntry http(int atMs, int tookMs, int status, String body, Optional<String> failure) {
        return new HttpEntry(
                Samples.STARTED.plusMillis(atMs),
                Duration.ofMillis(tookMs),
                "inject",
                "POST",
                "https://127.0.0.1/zones",
                List.of(),
                "sent",
                status,
                List.of(new Header("Content-Type", "text/plain")),
                body,
                failure);
    }

    static SocketEntry socket(int atMs, List<Frame> frames) {
        return new SocketEntry(
                Samples.STARTED.plusMillis(atMs),
                "wss://127.0.0.1/session",
                List.of(),
                101,
                List.of(),
                frames,
                Optional.of("closed by the suite"));
    }

    private static List<Step> steps(Exchange exchange) throws IOException {
        return Har.steps(new ObjectMapper().readTree(HarExchange.text("IL-JOB-01", exchange, "1.0.0")));
    }
}
