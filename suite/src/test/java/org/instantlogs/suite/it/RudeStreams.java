package org.instantlogs.suite.it;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.instantlogs.suite.probe.HostileServer.Script;
import org.instantlogs.suite.probe.HostileServer.Visitor;

/** What a server can do to those who read its streams. Each script is for one connection. */
@SuppressWarnings("ImmutableEnumChecker") // scripts keep nothing
enum RudeStreams {
    /** Record after record, as fast as the connection takes them. */
    ENDLESS_STREAM(visitor -> {
        visitor.upgrade("");
        var frame = textFrame(bytes("{\"RayID\":\"0123456789abcdef\",\"sampleInterval\":1}"));
        var frames = repeated(frame, 1_000);
        while (!visitor.pausing(0)) {
            visitor.send(frames);
        }
    }),
    MESSAGES_OF_10_MIB(visitor -> {
        visitor.upgrade("");
        var frame = textFrame(bytes("{\"RayID\":\"" + "a".repeat(10 << 20) + "\",\"sampleInterval\":1}"));
        while (!visitor.pausing(50)) {
            visitor.send(frame);
        }
    }),
    CLOSES_AT_RANDOM_MOMENTS(visitor -> {
        var chance = chance();
        if (chance.nextInt(4) == 0) {
            visitor.request();
            visitor.say(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConn".substring(0, chance.nextInt(60)));
            return;
        }
        visitor.upgrade("");
        var frame = textFrame(bytes("{\"RayID\":\"0123456789abcdef\",\"sampleInterval\":1}"));
        for (int whole = chance.nextInt(5); whole > 0; whole--) {
            visitor.send(frame);
        }
        visitor.pausing(chance.nextInt(300));
        visitor.send(Arrays.copyOf(frame, chance.nextInt(frame.length)));
    }),
    GARBAGE_FRAMES(visitor -> {
        visitor.upgrade("");
        var chance = chance();
        var garbage = new byte[4_096];
        for (int i = 0; i < 100 && !visitor.pausing(10); i++) {
            chance.nextBytes(garbage);
            visitor.send(garbage);
        }
    }),
    BAD_UTF_8(visitor -> {
        visitor.upgrade("");
        while (!visitor.pausing(20)) {
            visitor.send(textFrame(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, (byte) 0xFF, '"', '}'}));
        }
    }),
    NO_JSON(visitor -> {
        visitor.upgrade("");
        while (!visitor.pausing(20)) {
            visitor.send(textFrame(bytes("<html>\u0000[[[[{\"sampleInterval\":-1e999")));
        }
    }),
    SILENCE_AFTER_101(visitor -> {
        visitor.upgrade("");
        visitor.fallSilent();
    }),
    NO_ANSWER_TO_THE_HANDSHAKE(visitor -> {
        visitor.request();
        visitor.fallSilent();
    }),
    DRIPPING_HANDSHAKE(visitor -> {
        visitor.request();
        visitor.say("HTTP/1.1 101 Switching Protocols\r\nX-Drip: ");
        while (!visitor.pausing(100)) {
            visitor.say("x");
        }
    }),
    NO_ACCEPT_IN_101(visitor -> {
        visitor.request();
        visitor.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        visitor.fallSilent();
    });

    private final Script script;

    RudeStreams(Script script) {
        this.script = script;
    }

    void serve(Visitor visitor) throws Exception {
        script.serve(visitor);
    }

    /** Whether no handshake ever comes to an end: each takes as long as the suite waits for one. */
    boolean isAWait() {
        return this == NO_ANSWER_TO_THE_HANDSHAKE || this == DRIPPING_HANDSHAKE;
    }

    /** Each connection has a seed of its own, the same from run to run where connections come in the same order. */
    private static Random chance() {
        return new Random(Connections.COUNT.incrementAndGet());
    }

    /** An enum's constants can't see its own static fields while they are made. */
    private static final class Connections {
        static final AtomicLong COUNT = new AtomicLong();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A whole text frame, not masked. RFC 6455, 5.2. */
    private static byte[] textFrame(byte[] payload) {
        var frame = ByteBuffer.allocate(payload.length + 10);
        frame.put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        return Arrays.copyOf(frame.array(), frame.position());
    }

    private static byte[] repeated(byte[] frame, int times) {
        var all = ByteBuffer.allocate(frame.length * times);
        for (int i = 0; i < times; i++) {
            all.put(frame);
        }
        return all.array();
    }
}
