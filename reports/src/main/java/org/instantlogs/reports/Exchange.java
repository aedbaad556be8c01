package org.instantlogs.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What went over the wire in one case. Credentials and session addresses are already redacted where this is made.
 *
 * @param http HTTP requests with their answers, in the order they were sent
 * @param sockets sockets, in the order they were opened
 * @param recording the same as steps that can be done again
 */
public record Exchange(List<HttpEntry> http, List<SocketEntry> sockets, Recording recording) {

    public Exchange {
        http = List.copyOf(http);
        sockets = List.copyOf(sockets);
    }

    /** What cannot be done again. */
    public Exchange(List<HttpEntry> http, List<SocketEntry> sockets) {
        this(http, sockets, Recording.NONE);
    }

    /** A header line; names keep their case. */
    public record Header(String name, String value) {}

    /**
     * A request with its answer, or with why none came.
     *
     * @param purpose why it was sent, such as {@code create} or {@code inject}
     * @param requestBody empty text where there is none; cut at 64 KiB
     * @param status 0 where no answer came
     * @param failure why no answer came
     */
    public record HttpEntry(
            Instant started,
            Duration took,
            String purpose,
            String method,
            String url,
            List<Header> requestHeaders,
            String requestBody,
            int status,
            List<Header> responseHeaders,
            String responseBody,
            Optional<String> failure) {

        public HttpEntry {
            requestHeaders = List.copyOf(requestHeaders);
            responseHeaders = List.copyOf(responseHeaders);
        }
    }

    /**
     * A socket, from its handshake to its end.
     *
     * @param status of the handshake's answer; 0 where none came
     * @param ending how the connection ended: who ended it, code, reason
     */
    public record SocketEntry(
            Instant started,
            String url,
            List<Header> requestHeaders,
            int status,
            List<Header> responseHeaders,
            List<Frame> frames,
            Optional<String> ending) {

        public SocketEntry {
            requestHeaders = List.copyOf(requestHeaders);
            responseHeaders = List.copyOf(responseHeaders);
            frames = List.copyOf(frames);
        }
    }

    /**
     * A frame, either way.
     *
     * @param at since the socket was opened
     * @param opcode such as {@code text}, {@code ping}, {@code close}
     * @param length of the payload in bytes
     * @param payload as text, bytes that are no text as hex; cut at 4 KiB
     */
    public record Frame(Duration at, Direction direction, String opcode, int length, String payload) {}

    /** Who sent it. */
    public enum Direction {
        SENT,
        RECEIVED
    }
}
