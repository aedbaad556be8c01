package org.instantlogs.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.server.RawSocket.BINARY;
import static org.instantlogs.server.RawSocket.CLOSE;
import static org.instantlogs.server.RawSocket.CONTINUATION;
import static org.instantlogs.server.RawSocket.FINAL;
import static org.instantlogs.server.RawSocket.PING;
import static org.instantlogs.server.RawSocket.PONG;
import static org.instantlogs.server.RawSocket.TEXT;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamTest {
    private static RunningServer running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningServer.with(ServerOptions.embedded().withZones(2).withControl(0));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void reset() throws Exception {
        var answer = running.post(
                running.control("/reset"), "{\"zone\":\"" + running.zone().id() + "\"}");

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void deliversOneRecordAFrameInOrderWithTheInterval() throws Exception {
        try (var stream = running.stream(running.job("RayID,EdgeResponseStatus"))) {
            running.inject("{\"RayID\":\"a\",\"EdgeResponseStatus\":200}\n\n{\"RayID\":\"b\u2028\\n\"}\n");

            assertThat(stream.text()).isEqualTo("{\"RayID\":\"a\",\"EdgeResponseStatus\":200,\"sampleInterval\":1}");
            assertThat(stream.text()).doesNotContain("\n").endsWith("\"EdgeResponseStatus\":0,\"sampleInterval\":1}");
        }
    }

    @Test
    void losesNothingOfABurst() throws Exception {
        try (var stream = running.stream(running.job("RayID"))) {
            running.inject(IntStream.range(0, 1_000)
                    .mapToObj(n -> "{\"RayID\":\"r" + n + "\"}")
                    .collect(Collectors.joining("\n")));

            assertThat(RunningServer.texts(stream, "RayID", 1_000))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1_000).mapToObj(n -> "r" + n).toList());
        }
    }

    @Test
    void deliversLongRecordsWhole() throws Exception {
        try (var stream = running.stream(running.job("ClientRequestUserAgent"))) {
            for (int length : new int[] {80, 81, 65_000, 66_000, 1_000_000}) {
                running.inject("{\"ClientRequestUserAgent\":\"" + "x".repeat(length) + "\"}");

                assertThat(RunningServer.texts(stream, "ClientRequestUserAgent", 1))
                        .containsExactly("x".repeat(length));
            }
        }
    }

    @Test
    void anAddressThatWasNeverGivenOutIsRefused() throws Exception {
        var known = running.job("RayID");
        for (String secret : new String[] {"0".repeat(32), "", "x", "%2e%2e"}) {
            try (var stream = running.stream(known.resolve("/instant-logs/ws/sessions/" + secret))) {
                assertThat(stream.status()).isEqualTo(404);
            }
        }
    }

    @Test
    void offeredExtensionsSubprotocolsAndOriginsAreIgnored() throws Exception {
        var address = running.job("RayID");
        var head =
                "GET " + address.getRawPath() + " HTTP/1.1\r\nHost: x\r\nUpgrade: WebSocket\r\nConnection: upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: http://x\r\n"
                        + "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
        try (var stream = running.handshake(head)) {
            assertThat(stream.status()).isEqualTo(101);
            assertThat(stream.head().toLowerCase(java.util.Locale.ROOT)).doesNotContain("extensions");
        }
    }

    @Test
    void aRequestThatIsNoHandshakeIsToldToUpgrade() throws Exception {
        var address = running.job("RayID");
        try (var get = running.handshake("GET " + address.getRawPath() + " HTTP/1.1\r\nHost: x\r\n\r\n");
                var old = running.handshake(
                        "GET " + address.getRawPath() + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: x\r\n\r\n")) {
            assertThat(get.status()).isEqualTo(426);
            assertThat(get.head()).contains("Upgrade: websocket");
            assertThat(old.status()).isEqualTo(426);
            assertThat(old.head()).contains("Sec-WebSocket-Version: 13");
        }
    }

    @Test
    void tooManyHandshakesAreToldWhenToComeBackAndHarmNoSession() throws Exception {
        var address = running.job("RayID");
        try (var reader = running.stream(address)) {
            for (int n = 1; n < running.server().options().settings().connects().count(); n++) {
                running.stream(address).close();
            }
            try (var refused = running.stream(address)) {
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.head()).containsPattern("Retry-After: [1-9][0-9]*\r\n");
            }
            assertThat(reader.status()).isEqualTo(101);
        }
    }

    @Test
    void pingsAreAnsweredAndMessagesIgnored() throws Exception {
        try (var stream = running.stream(running.job("RayID"))) {
            stream.frame(FINAL | TEXT, "hello".getBytes(UTF_8));
            stream.frame(TEXT, new byte[] {(byte) 0xc3});
            stream.frame(FINAL | CONTINUATION, new byte[] {(byte) 0xa9});
            stream.frame(FINAL | BINARY, new byte[] {(byte) 0xff});
            stream.frame(FINAL | PONG, new byte[0]);
            stream.frame(FINAL | PING, "p".repeat(125).getBytes(UTF_8));

            var pong = stream.next();
            assertThat(pong.firstByte()).isEqualTo(FINAL | PONG);
            assertThat(new String(pong.payload(), UTF_8)).isEqualTo("p".repeat(125));
        }
    }

    @Test
    void aCloseFrameIsAnsweredAndTheConnectionEnds() throws Exception {
        try (var stream = running.stream(running.job("RayID"))) {
            stream.frame(FINAL | CLOSE, new byte[] {0x03, (byte) 0xe8});

            assertThat(stream.closeCode()).isEqualTo(1000);
            assertThat(stream.ends()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("protocolErrors")
    void aProtocolErrorEndsThatConnectionOnly(String name, Fault fault, int code) throws Exception {
        var other = running.server().zones().get(1);
        try (var bystander = running.stream(running.job(other, "RayID"));
                var stream = running.stream(running.job("RayID"))) {
            fault.on(stream);

            assertThat(stream.closeCode()).isEqualTo(code);
            assertThat(stream.ends()).isTrue();
            running.inject(other, "{\"RayID\":\"still\"}");
            assertThat(RunningServer.texts(bystander, "RayID", 1)).containsExactly("still");
        }
        running.post(running.control("/reset"), "{\"zone\":\"" + other.id() + "\"}");
    }

    static Stream<Arguments> protocolErrors() {
        return Stream.of(
                error("an unmasked frame", 1002, s -> s.raw(new byte[] {(byte) 0x81, 1, 'x'})),
                error("a reserved bit", 1002, s -> s.frame(FINAL | 0x40 | TEXT, new byte[1])),
                error("an unknown opcode", 1002, s -> s.frame(FINAL | 0x3, new byte[1])),
                error("a control frame of 126 bytes", 1002, s -> s.frame(FINAL | PING, new byte[126])),
                error("a torn control frame", 1002, s -> s.frame(PING, new byte[1])),
                error("a continuation of nothing", 1002, s -> s.frame(FINAL | CONTINUATION, new byte[1])),
                error("a close frame of one byte", 1002, s -> s.frame(FINAL | CLOSE, new byte[1])),
                error("a code that is never sent", 1002, s -> s.frame(FINAL | CLOSE, new byte[] {0x03, (byte) 0xed})),
                error("text that is not UTF-8", 1007, s -> s.frame(FINAL | TEXT, new byte[] {(byte) 0xc3, 0x28})),
                error(
                        "text that stops in a character",
                        1007,
                        s -> s.frame(FINAL | TEXT, new byte[] {(byte) 0xe2, (byte) 0x82})),
                error("a message over the limit in fragments", 1009, s -> {
                    s.frame(BINARY, new byte[600_000]);
                    s.frame(FINAL | CONTINUATION, new byte[600_000]);
                }));
    }

    private static Arguments error(String name, int code, Fault fault) {
        return Arguments.of(name, fault, code);
    }

    @Test
    void aNewerSessionEndsTheOlderOneWithAReason() throws Exception {
        URI first = running.job("RayID");
        try (var stream = running.stream(first)) {
            running.job("RayID");

            assertThat(stream.closeCode()).isEqualTo(1000);
        }
        try (var again = running.stream(first)) {
            assertThat(again.status()).isEqualTo(404);
        }
    }

    @Test
    void whatCameBeforeTheLimitArrivesAndTheLimitEndsTheStream() throws Exception {
        try (var stream = running.stream(running.job("RayID"))) {
            running.inject("{\"RayID\":\"before\"}");
            var advanced = java.util.concurrent.CompletableFuture.supplyAsync(() -> advance("PT61M"));

            assertThat(RunningServer.texts(stream, "RayID", 1)).containsExactly("before");
            assertThat(stream.closeCode()).isEqualTo(1000);
            stream.frame(FINAL | CLOSE, new byte[] {0x03, (byte) 0xe8});
            assertThat(stream.ends()).isTrue();
            assertThat(advanced.get()).isEqualTo(200);
        }
    }

    @Test
    void aReaderWhoAnswersNoPingIsEndedOnceTheIdleLimitIsOver() throws Exception {
        URI address = running.job("RayID");
        try (var stalled = running.stream(address)) {
            assertThat(advance("PT6M")).isEqualTo(200);
            try (var late = running.stream(address)) {
                assertThat(late.status()).isEqualTo(404);
            }
            assertThat(stalled.status()).isEqualTo(101);
        }
    }

    private static int advance(String by) {
        try {
            return running.post(
                            running.control("/clock/advance"),
                            "{\"by\":\"" + by + "\",\"zone\":\""
                                    + running.zone().id() + "\"}")
                    .statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    interface Fault {
        void on(RawSocket socket) throws Exception;
    }
}
