package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handshakes, Tyrus's and by hand, and what only the hand-driven socket can do. */
@Timeout(60)
final class HandshakeTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void tellsTheStatusHeadersAndBodyOfARefusal() throws IOException {
        try (HostileServer server = refusing(
                        "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 42\r\n" + "Content-Length: 4\r\n\r\nslow");
                Target target = Targets.at(server.address("http", ""))) {

            HandshakeRefused refused = catchThrowableOfType(
                    HandshakeRefused.class,
                    () -> target.sockets(target.transcript()).connectOnce(server.socket()));
            RawProbe.RawAnswer answer = target.raw(target.transcript()).handshakeOnce(server.socket(), Handshake.PLAIN);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.retryAfter()).contains(Duration.ofSeconds(42));
            assertThat(refused).hasMessageContaining("[redacted]").hasMessageNotContaining(Targets.SESSION);
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("retry-after")).contains("42");
            assertThat(answer.text()).isEqualTo("slow");
            assertThat(answer.connection()).isEmpty();
        }
    }

    @Test
    void isNotHeldUpByARefusalWhoseBodyNeverEnds() throws IOException {
        try (HostileServer server = HostileServer.serving(visitor -> {
                    visitor.request();
                    visitor.say("HTTP/1.1 301 Moved\r\nLocation: https://h/" + Targets.SESSION + "\r\n\r\nhalf");
                    visitor.fallSilent();
                });
                Target target = Targets.at(server.address("http", ""))) {
            Transcript transcript = target.transcript();

            RawProbe.RawAnswer answer = target.raw(transcript).handshake(server.socket(), Handshake.PLAIN);

            assertThat(answer.status()).isEqualTo(301);
            assertThat(answer.text()).isEqualTo("half");
            assertThat(answer.header("location")).contains("https://h/" + Targets.SESSION);
            assertThat(transcript.exchange().toString()).doesNotContain(Targets.SESSION);
        }
    }

    @Test
    void refusesA101WithAWrongAccept() throws IOException {
        try (HostileServer server = refusing(String.join(
                        "\r\n",
                        "HTTP/1.1 101 Switching Protocols",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Accept: bm8=",
                        "",
                        ""));
                Target target = Targets.at(server.address("http", ""))) {

            HandshakeRefused refused = catchThrowableOfType(
                    HandshakeRefused.class,
                    () -> target.sockets(target.transcript()).connect(server.socket()));
            RawProbe.RawAnswer answer = target.raw(target.transcript()).handshake(server.socket(), Handshake.PLAIN);

            assertThat(refused.status()).isEqualTo(101);
            assertThat(answer.connection()).isEmpty();
        }
    }

    @Test
    void saysWhyNoAnswerCame() throws IOException {
        assertHostile(NoAnswer.Kind.TIMED_OUT, visitor -> visitor.fallSilent());
        assertHostile(NoAnswer.Kind.TIMED_OUT, visitor -> {
            visitor.say("HTTP/1.1 101 Sw");
            while (!visitor.pausing(100)) {
                visitor.say("i");
            }
        });
        assertHostile(NoAnswer.Kind.TOO_LARGE, visitor -> {
            visitor.say("HTTP/1.1 101 Switching\r\n");
            while (visitor.over().getCount() > 0) {
                visitor.say("X-More: and more\r\n");
            }
        });
        assertHostile(NoAnswer.Kind.NOT_HTTP, visitor -> visitor.say("220 mail.example.com ESMTP\r\n\r\n"));
        assertHostile(NoAnswer.Kind.DROPPED, visitor -> visitor.say("HTTP/1.1 101 Switching Protocols\r\n"));
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        URI nobody = URI.create("ws://localhost:" + closed.getLocalPort() + "/x");
        try (Target target = Targets.at(URI.create("http://localhost"))) {
            assertBoth(target, nobody, NoAnswer.Kind.UNREACHABLE);
            assertBoth(target, URI.create("ws://no-such-host.invalid/x"), NoAnswer.Kind.UNREACHABLE);
        }
    }

    @Test
    void sendsTheHandshakeThatIsAskedFor() throws IOException {
        List<String> requests = new CopyOnWriteArrayList<>();
        try (HostileServer server = HostileServer.serving(visitor -> {
                    requests.add(visitor.request());
                    visitor.say("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                });
                Target target = Targets.at(server.address("http", ""))) {
            RawProbe raw = target.raw(target.transcript());
            URI address = server.address("ws", "/a?b=c%20d");

            raw.handshake(
                    address,
                    Handshake.PLAIN
                            .method("POST")
                            .httpVersion("HTTP/1.0")
                            .version("8")
                            .key("short")
                            .without("host")
                            .header("X-Twice", "1")
                            .header("X-Twice", "2")
                            .oneByteAtATime());
            raw.handshake(address, Handshake.PLAIN.withoutUpgrade());

            assertThat(requests.get(0))
                    .isEqualTo(String.join(
                            "\r\n",
                            "POST /a?b=c%20d HTTP/1.0",
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Version: 8",
                            "Sec-WebSocket-Key: short",
                            "X-Twice: 1",
                            "X-Twice: 2",
                            "",
                            ""));
            assertThat(requests.get(1))
                    .isEqualTo("GET /a?b=c%20d HTTP/1.1\r\nHost: localhost:" + address.getPort() + "\r\n\r\n");
        }
    }

    @Test
    void sendsWrongFramesAsTheyAre() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    for (int count = 0; count < 3; count++) {
                        RawFrame frame = visitor.read();
                        seen.add(frame.masked() + " " + frame.fin() + " " + frame.rsv() + " " + frame.opcode() + " "
                                + frame.declared().isPresent());
                    }
                    visitor.frame(RawFrame.close(1002));
                });
                Target target = Targets.at(server.address("http", ""));
                RawConnection raw = open(target, server, Handshake.PLAIN)) {

            raw.send(RawFrame.text("a").unmasked().notFinal());
            raw.send(RawFrame.of(11, new byte[0]).reserved(5));
            raw.send(RawFrame.text("a").declaring(1));

            assertThat(raw.awaitEnd(SOON)).isTrue();
            assertThat(raw.awaitEndOfStream(SOON)).isTrue();
            assertThat(seen).containsExactly("false false 0 1 false", "true true 5 11 false", "true true 0 1 true");
            assertThat(raw.frames()).extracting(RawFrame::opcode).containsExactly(RawFrame.CLOSE);
        }
    }

    @Test
    void callsEveryBreachOfTheProtocolOne() throws IOException {
        RawFrame plain = RawFrame.text("x").unmasked();
        List<byte[]> breaches = List.of(
                encode(plain.reserved(4)),
                encode(RawFrame.text("x")),
                encode(RawFrame.of(3, new byte[0]).unmasked()),
                encode(RawFrame.of(11, new byte[0]).unmasked()),
                encode(RawFrame.of(RawFrame.PING, new byte[126]).unmasked()),
                encode(RawFrame.of(RawFrame.PING, new byte[1]).unmasked().notFinal()),
                encode(RawFrame.of(RawFrame.CONTINUATION, new byte[1]).unmasked()),
                encode(RawFrame.of(RawFrame.CLOSE, new byte[1]).unmasked()),
                encode(plain.declaring(1)),
                "HTTP/1.1 200 OK ".repeat(20).getBytes(StandardCharsets.US_ASCII));
        for (byte[] breach : breaches) {
            try (HostileServer server = HostileServer.upgrading(visitor -> {
                        visitor.send(breach);
                        visitor.drain();
                    });
                    Target target = Targets.at(server.address("http", ""));
                    RawConnection raw = open(target, server, Handshake.PLAIN)) {
                assertThat(raw.awaitEnd(SOON)).isTrue();
                assertThat(raw.ending().orElseThrow().how()).isEqualTo(Connection.How.PROTOCOL_ERROR);
            }
        }
    }

    @Test
    void stallsTheTargetWhileItDoesNotRead() throws IOException, InterruptedException {
        List<Integer> sent = new CopyOnWriteArrayList<>();
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.read();
                    for (int count = 0; count < 1_000; count++) {
                        visitor.frame(RawFrame.text("x".repeat(32 * 1024)));
                        sent.add(count);
                    }
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                RawConnection raw = open(target, server, Handshake.PLAIN.receiveBuffer(4_096))) {
            raw.stopReading();
            raw.sendText("go");

            assertThat(raw.awaitUntil(seen -> !seen.isEmpty(), Duration.ofMillis(700)))
                    .isFalse();
            assertThat(sent).hasSizeLessThan(1_000);

            raw.resumeReading();
            assertThat(raw.awaitUntil(seen -> seen.size() == 1_000, Duration.ofSeconds(20)))
                    .isTrue();
        }
    }

    @Test
    void inflatesWhatATargetCompressesThatWasOfferedIt() throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (HostileServer server = HostileServer.serving(visitor -> {
                    visitor.upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n");
                    for (int count = 0; count < 3; count++) {
                        deflater.setInput("hello hello".getBytes(StandardCharsets.UTF_8));
                        byte[] buffer = new byte[100];
                        int length = deflater.deflate(buffer, 0, 100, Deflater.SYNC_FLUSH);
                        byte[] message = java.util.Arrays.copyOf(buffer, length - 4);
                        visitor.frame(RawFrame.of(RawFrame.TEXT, message).reserved(4));
                    }
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                RawConnection raw = open(
                        target, server, Handshake.PLAIN.header("Sec-WebSocket-Extensions", "permessage-deflate"))) {

            assertThat(raw.awaitUntil(seen -> seen.size() == 3, SOON)).isTrue();

            assertThat(raw.messages()).extracting(Connection.Message::string).containsOnly("hello hello");
        }
    }

    @Test
    void endsACompressedMessageThatUnpacksToMoreThanIsKept() throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(new byte[65 * 1024 * 1024]);
        byte[] buffer = new byte[2 * 1024 * 1024];
        int length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        assertThat(length).isLessThan(buffer.length);
        byte[] message = java.util.Arrays.copyOf(buffer, length - 4);
        try (HostileServer server = HostileServer.serving(visitor -> {
                    visitor.upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n");
                    visitor.frame(RawFrame.of(RawFrame.TEXT, message).reserved(4));
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                RawConnection raw = open(
                        target, server, Handshake.PLAIN.header("Sec-WebSocket-Extensions", "permessage-deflate"))) {

            assertThat(raw.awaitEnd(Duration.ofSeconds(20))).isTrue();

            assertThat(raw.ending().orElseThrow().how()).isEqualTo(Connection.How.TOO_MUCH);
            assertThat(raw.messages()).isEmpty();
        }
    }

    private static byte[] encode(RawFrame frame) {
        return new FrameWriter().encode(frame);
    }

    private static RawConnection open(Target target, HostileServer server, Handshake options) {
        return target.raw(target.transcript())
                .handshake(server.socket(), options)
                .connection()
                .orElseThrow();
    }

    private static HostileServer refusing(String answer) throws IOException {
        return HostileServer.serving(visitor -> {
            visitor.request();
            visitor.say(answer);
            visitor.drain();
        });
    }

    private static void assertHostile(NoAnswer.Kind expected, HostileServer.Script script) throws IOException {
        try (HostileServer server = HostileServer.serving(visitor -> {
                    visitor.request();
                    script.serve(visitor);
                });
                Target target = Targets.at(server.address("http", ""))) {
            assertBoth(target, server.socket(), expected);
        }
    }

    private static void assertBoth(Target target, URI address, NoAnswer.Kind expected) {
        NoAnswer tyrus = catchThrowableOfType(
                NoAnswer.class, () -> target.sockets(target.transcript()).connect(address));
        NoAnswer byHand = catchThrowableOfType(
                NoAnswer.class, () -> target.raw(target.transcript()).handshake(address, Handshake.PLAIN));
        assertThat(tyrus.kind()).isEqualTo(expected);
        assertThat(byHand.kind()).isEqualTo(expected);
        assertThat(byHand).hasMessageNotContaining(Targets.SESSION);
        assertThat(tyrus).hasMessageNotContaining(Targets.SESSION);
    }
}
