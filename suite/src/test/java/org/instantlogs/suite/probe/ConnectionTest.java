package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.suite.probe.Connection.By;
import static org.instantlogs.suite.probe.Connection.How;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.instantlogs.reports.Exchange.Frame;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both kinds of socket have to do alike: Tyrus's and the one driven by hand. */
@Timeout(60)
final class ConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    interface Opening extends BiFunction<Target, URI, Connection> {}

    static List<Named<Opening>> kinds() {
        return List.of(
                Named.of(
                        "Tyrus",
                        (target, address) -> target.sockets(target.transcript()).connect(address)),
                Named.of(
                        "by hand",
                        (target, address) -> target.raw(target.transcript())
                                .handshake(address, Handshake.PLAIN)
                                .connection()
                                .orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void deliversMessagesOfEveryLengthInOrder(Opening kind) throws IOException {
        List<Integer> lengths = List.of(0, 1, 125, 126, 127, 65_535, 65_536, 70_000);
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    for (int length : lengths) {
                        visitor.frame(RawFrame.text("x".repeat(length)));
                        visitor.frame(RawFrame.of(RawFrame.BINARY, new byte[length]));
                    }
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitUntil(seen -> seen.size() == 16, SOON)).isTrue();

            assertThat(connection.messages())
                    .extracting(message -> message.payload().length)
                    .containsExactly(
                            0, 0, 1, 1, 125, 125, 126, 126, 127, 127, 65_535, 65_535, 65_536, 65_536, 70_000, 70_000);
            assertThat(connection.messages())
                    .extracting(Connection.Message::text)
                    .startsWith(true, false, true);
            assertThat(connection.ending()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void joinsFragmentsWithControlFramesBetweenAndCharactersSplit(Opening kind) throws IOException {
        byte[] bytes = "a\uD83D\uDE00ü€".getBytes(StandardCharsets.UTF_8);
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    for (int at = 0; at < bytes.length; at++) {
                        RawFrame part =
                                RawFrame.of(at == 0 ? RawFrame.TEXT : RawFrame.CONTINUATION, new byte[] {bytes[at]});
                        visitor.frame(at + 1 < bytes.length ? part.notFinal() : part);
                        visitor.frame(RawFrame.of(RawFrame.PING, new byte[] {(byte) at}));
                    }
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitUntil(seen -> !seen.isEmpty(), SOON)).isTrue();

            assertThat(connection.messages())
                    .extracting(Connection.Message::string)
                    .containsExactly("a\uD83D\uDE00ü€");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sendsMaskedFramesOfEveryLengthAndAnswersPings(Opening kind) throws IOException {
        List<Integer> lengths = List.of(0, 125, 126, 65_535, 65_536);
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.of(RawFrame.PING, new byte[] {1, 2, 3}));
                    boolean ponged = false;
                    for (int answered = 0; answered < lengths.size(); ) {
                        RawFrame frame = visitor.read();
                        if (frame.opcode() == RawFrame.PONG) {
                            ponged = frame.payload().length == 3;
                        } else {
                            String what = frame.masked() + " " + frame.opcode() + " " + frame.payload().length;
                            visitor.frame(RawFrame.text(what + " " + ponged));
                            answered++;
                        }
                    }
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {
            assertThat(connection.awaitQuiet(Duration.ofMillis(100), SOON)).isTrue();

            for (int length : lengths) {
                connection.sendText("é".repeat(length / 2) + (length % 2 == 0 ? "" : "x"));
            }

            assertThat(connection.awaitUntil(seen -> seen.size() == lengths.size(), SOON))
                    .isTrue();
            assertThat(connection.messages())
                    .extracting(Connection.Message::string)
                    .containsExactly(
                            "true 1 0 true",
                            "true 1 125 true",
                            "true 1 126 true",
                            "true 1 65535 true",
                            "true 1 65536 true");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsThePongOfAPingFromAnyOther(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.of(RawFrame.PONG, new byte[] {7}));
                    RawFrame first = visitor.read();
                    visitor.frame(RawFrame.of(RawFrame.PONG, new byte[] {9}));
                    visitor.frame(RawFrame.of(RawFrame.PONG, first.payload()));
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.ping(new byte[] {5}, SOON)).isTrue();
            assertThat(connection.ping(new byte[] {5}, Duration.ofMillis(200))).isFalse();
            assertThat(connection.messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void saysThatTheTargetClosedAndHow(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.text("last"));
                    visitor.frame(RawFrame.of(RawFrame.CLOSE, new byte[] {0x03, (byte) 0xe9, 'b', 'y', 'e'}));
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitEnd(SOON)).isTrue();

            assertThat(connection.ending())
                    .contains(new Connection.Ending(By.TARGET, How.CLOSE_FRAME, OptionalInt.of(1001), "bye"));
            assertThat(connection.messages()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void acceptsACloseFrameWithoutACode(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.of(RawFrame.CLOSE, new byte[0]));
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitEnd(SOON)).isTrue();

            assertThat(connection.ending())
                    .contains(new Connection.Ending(By.TARGET, How.CLOSE_FRAME, OptionalInt.empty(), ""));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void closesWithACloseFrameAndHearsTheAnswer(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    RawFrame close = visitor.read();
                    visitor.frame(close);
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            end(connection);

            assertThat(connection.ending())
                    .contains(new Connection.Ending(By.SUITE, How.CLOSE_FRAME, OptionalInt.of(1000), ""));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void doesNotWaitForEverForTheAnswerToItsCloseFrame(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(HostileServer.Visitor::fallSilent);
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            end(connection);

            assertThat(connection.ending().orElseThrow().how()).isEqualTo(How.END_OF_STREAM);
            assertThat(connection.ending().orElseThrow().by()).isEqualTo(By.SUITE);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void dropsWithoutACloseFrame(Opening kind) throws IOException {
        List<Integer> opcodes = new java.util.concurrent.CopyOnWriteArrayList<>();
        java.util.concurrent.CountDownLatch gone = new java.util.concurrent.CountDownLatch(1);
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    try {
                        opcodes.add(visitor.read().opcode());
                    } finally {
                        gone.countDown();
                    }
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            connection.drop();

            assertThat(gone)
                    .satisfies(latch -> assertThat(latch.await(5, java.util.concurrent.TimeUnit.SECONDS))
                            .isTrue());
            assertThat(opcodes).isEmpty();
            assertThat(connection.ending())
                    .contains(new Connection.Ending(By.SUITE, How.END_OF_STREAM, OptionalInt.empty(), ""));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsAnEndOfStreamFromAReset(Opening kind) throws IOException {
        try (HostileServer ending = HostileServer.upgrading(visitor -> visitor.frame(RawFrame.text("x")));
                HostileServer resetting = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.text("x"));
                    visitor.read();
                    visitor.tcp().setSoLinger(true, 0);
                });
                Target target = Targets.at(ending.address("http", ""));
                Connection ended = kind.apply(target, ending.socket());
                Connection reset = kind.apply(target, resetting.socket())) {
            reset.sendText("now");

            assertThat(ended.awaitEnd(SOON)).isTrue();
            assertThat(reset.awaitEnd(SOON)).isTrue();

            assertThat(ended.ending().orElseThrow().how()).isEqualTo(How.END_OF_STREAM);
            assertThat(ended.ending().orElseThrow().by()).isEqualTo(By.TARGET);
            assertThat(reset.ending().orElseThrow().how()).isEqualTo(How.RESET);
            assertThat(reset.ending().orElseThrow().by()).isEqualTo(By.TARGET);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void endsAtATextThatIsNoUtf8(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.of(RawFrame.TEXT, new byte[] {'a', (byte) 0xff, 'b'}));
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitEnd(SOON)).isTrue();

            assertThat(connection.ending().orElseThrow().how()).isEqualTo(How.PROTOCOL_ERROR);
            if (connection instanceof RawConnection raw) {
                assertThat(raw.frames()).hasSize(1);
                assertThat(raw.frames().get(0).payload()).containsExactly('a', 0xff, 'b');
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void endsAtAFrameThatPromisesMoreThanIsKept(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.text("x").declaring(Long.MAX_VALUE));
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitEnd(SOON)).isTrue();

            assertThat(connection.ending().orElseThrow().how()).isEqualTo(How.TOO_MUCH);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesMessagesOfTenMebibytesUntilSixtyFourAreKept(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    byte[] frame = new FrameWriter()
                            .encode(RawFrame.text("x".repeat(10 * 1024 * 1024)).unmasked());
                    while (visitor.over().getCount() > 0) {
                        visitor.send(frame);
                    }
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitEnd(Duration.ofSeconds(30))).isTrue();

            assertThat(connection.messages()).hasSize(6);
            assertThat(connection.messages()).allMatch(message -> message.payload().length == 10 * 1024 * 1024);
            assertThat(connection.ending().orElseThrow().how()).isEqualTo(How.TOO_MUCH);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void endsAMessageThatNeverEnds(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.text("x").notFinal());
                    byte[] part = new FrameWriter()
                            .encode(RawFrame.of(RawFrame.CONTINUATION, new byte[1024 * 1024])
                                    .notFinal()
                                    .unmasked());
                    while (visitor.over().getCount() > 0) {
                        visitor.send(part);
                    }
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitEnd(Duration.ofSeconds(30))).isTrue();

            assertThat(connection.messages()).isEmpty();
            assertThat(connection.ending().orElseThrow().how()).isEqualTo(How.TOO_MUCH);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isNotHeldUpByATargetThatNeverReads(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(HostileServer.Visitor::fallSilent);
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            connection.sendBinary(new byte[32 * 1024 * 1024]);

            assertThat(connection.awaitEnd(SOON)).isTrue();
            assertThat(connection.ending().orElseThrow().by()).isEqualTo(By.SUITE);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void leavesNoThreadBehind(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(HostileServer.Visitor::fallSilent)) {
            Target target = Targets.at(server.address("http", ""));
            assertThat(kind.apply(target, server.socket()).ending()).isEmpty();
            assertThat(readers()).isNotZero();

            target.close();

            assertThat(readers()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void waitsForWhatComesAndForSilence(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    for (int count = 0; !visitor.pausing(20); count++) {
                        visitor.frame(RawFrame.text("m" + count));
                    }
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = kind.apply(target, server.socket())) {

            assertThat(connection.awaitUntil(seen -> seen.size() >= 5, SOON)).isTrue();
            assertThat(connection.awaitQuiet(Duration.ofSeconds(1), Duration.ofMillis(300)))
                    .isFalse();
            assertThat(connection.awaitUntil(seen -> false, Duration.ofMillis(100)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void recordsFramesWithoutSessionAddresses(Opening kind) throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.text("you are " + Targets.SESSION + " with " + Targets.KEY));
                    visitor.frame(RawFrame.close(1000));
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""))) {
            Transcript transcript = target.transcript();
            try (Connection connection = target.sockets(transcript).connect(server.socket())) {
                assertThat(connection.awaitEnd(SOON)).isTrue();
            }

            List<Frame> frames = transcript.exchange().sockets().get(0).frames();

            assertThat(frames.get(0).payload()).isEqualTo("you are [redacted] with [redacted]");
            assertThat(transcript.exchange().toString())
                    .doesNotContain(Targets.SESSION)
                    .contains("/instant-logs/ws/sessions/[redacted]")
                    .contains("target: close frame 1000");
        }
    }

    private static void end(Connection connection) {
        connection.close();
    }

    private static long readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("probe-socket"))
                .count();
    }
}
