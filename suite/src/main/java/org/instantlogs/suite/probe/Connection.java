package org.instantlogs.suite.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * One open WebSocket; every event is kept with its time of arrival. At most 64 MiB of messages are kept, and of all
 * connections together what fits a third of the heap: more ends the connection with {@link How#TOO_MUCH}. Sending on a connection that has ended does nothing: the ending says so.
 * Thread-safe.
 */
public interface Connection extends AutoCloseable {

    /**
     * A whole message.
     *
     * @param at when its last frame arrived
     * @param nanoTime the same by {@link System#nanoTime()}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Message(boolean text, byte[] payload, Instant at, long nanoTime) {

        /** The payload as UTF-8. */
        public String string() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /** Who ended it. */
    enum By {
        TARGET,
        SUITE
    }

    /** In which way it ended. */
    enum How {
        /** A close frame, with or without a code. */
        CLOSE_FRAME("a close frame"),
        /** The TCP stream ended without a close frame. */
        END_OF_STREAM("the end of the TCP stream without a close frame"),
        /** The TCP connection was reset. */
        RESET("a reset of the TCP connection"),
        /** TLS ended (close_notify) without a close frame. */
        TLS_CLOSE("the end of TLS without a close frame"),
        /** What came breaks RFC 6455. */
        PROTOCOL_ERROR("a breach of RFC 6455"),
        /** What came was more than is kept. */
        TOO_MUCH("more than the suite keeps");

        private final String words;

        How(String words) {
            this.words = words;
        }

        /** What a person calls it, in a message. */
        public String words() {
            return words;
        }
    }

    /**
     * How it ended.
     *
     * @param code of the close frame; empty where none came or it had none
     * @param reason of the close frame, or what was wrong; as it came, secrets and all
     */
    record Ending(By by, How how, OptionalInt code, String reason) {}

    /** What has arrived so far, in order; a snapshot. */
    List<Message> messages();

    /** Waits, woken by each event; false when time ran out or the connection ended first. */
    boolean awaitUntil(Predicate<List<Message>> enough, Duration atMost);

    /** True when no message arrived for {@code quiet} (or the connection ended and nothing can); false when time ran out. */
    boolean awaitQuiet(Duration quiet, Duration atMost);

    /** Sends a ping of at most 125 bytes; true when a pong with that payload came. */
    boolean ping(byte[] payload, Duration atMost);

    void sendText(String text);

    void sendBinary(byte[] payload);

    /** How it ended; empty while it is open. */
    Optional<Ending> ending();

    /** True when it has ended, by whomever. */
    boolean awaitEnd(Duration atMost);

    /** Sends a close frame with code 1000, waits shortly for the answer, and releases everything; again: does nothing. */
    @Override
    void close();

    /** Cuts the TCP connection without a close frame. */
    void drop();
}
