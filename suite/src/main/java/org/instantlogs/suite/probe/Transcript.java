package org.instantlogs.suite.probe;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Exchange.Direction;
import org.instantlogs.reports.Exchange.Frame;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.reports.Exchange.HttpEntry;
import org.instantlogs.reports.Exchange.SocketEntry;
import org.instantlogs.reports.Recording;

/**
 * What went over the wire in one case: the last 1,000 requests, 200 sockets and 2,000 frames, 64 KiB of a body, 4 KiB of
 * a frame. There is one way out of it, and what leaves is redacted with all secrets learnt up to then. Thread-safe.
 */
public final class Transcript {

    private static final int REQUESTS = 1_000;
    private static final int BODY_BYTES = 64 * 1024;
    private static final int ALL_BODY_BYTES = 8 * 1024 * 1024;
    private static final int SOCKETS = 200;
    private static final int FRAMES = 2_000;
    private static final int FRAME_BYTES = 4 * 1024;

    private final Redactor redactor;
    private final Supplier<Placeholders> names;
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<Socket> sockets = new ArrayDeque<>();
    private final Deque<Seen> frames = new ArrayDeque<>();
    private int bodyBytes;

    Transcript(Redactor redactor, Supplier<Placeholders> names) {
        this.redactor = redactor;
        this.names = names;
    }

    /** What has been recorded so far. */
    public synchronized Exchange exchange() {
        List<HttpEntry> http = requests.stream().map(this::entry).toList();
        List<SocketEntry> opened = sockets.stream().map(this::entry).toList();
        return new Exchange(http, opened, recording());
    }

    /** Requests go first, so that the sessions they open have names when sockets ask for them. */
    private Recording recording() {
        var recordings = new Recordings(redactor, names.get());
        requests.forEach(request -> recordings.request(request, request.body.length >= BODY_BYTES));
        int number = 0;
        for (Socket socket : sockets) {
            List<Recordings.Frame> own = frames.stream()
                    .filter(seen -> seen.socket == socket)
                    .map(seen -> new Recordings.Frame(
                            seen.at,
                            seen.direction,
                            seen.opcode,
                            seen.payload,
                            seen.length > seen.payload.length,
                            seen.odd))
                    .toList();
            recordings.socket(++number, socket.started, socket.url, socket.headers, socket.status, own, socket.ending);
        }
        return recordings.recording();
    }

    synchronized void add(Request request) {
        Request cut = request.cut();
        requests.addLast(cut);
        bodyBytes += cut.bytes();
        while (requests.size() > REQUESTS || bodyBytes > ALL_BODY_BYTES) {
            bodyBytes -= requests.removeFirst().bytes();
        }
    }

    synchronized Socket open(Instant started, long nanoTime, URI address, List<Header> headers) {
        Socket socket = new Socket(started, nanoTime, address.toString(), List.copyOf(headers));
        sockets.addLast(socket);
        if (sockets.size() > SOCKETS) {
            Socket forgotten = sockets.removeFirst();
            frames.removeIf(seen -> seen.socket == forgotten);
        }
        return socket;
    }

    private HttpEntry entry(Request request) {
        return new HttpEntry(
                request.started,
                request.took,
                request.purpose,
                request.method,
                redactor.redact(request.url),
                redact(request.headers),
                text(request.body, request.body.length >= BODY_BYTES),
                request.status,
                redact(request.answerHeaders),
                text(request.answerBody, request.answerBody.length >= BODY_BYTES),
                request.failure.map(redactor::redact));
    }

    private SocketEntry entry(Socket socket) {
        List<Frame> own = new ArrayList<>();
        for (Seen seen : frames) {
            if (seen.socket == socket) {
                own.add(new Frame(
                        seen.at,
                        seen.direction,
                        seen.opcode,
                        seen.length,
                        text(seen.payload, seen.length > seen.payload.length)));
            }
        }
        return new SocketEntry(
                socket.started,
                redactor.redact(socket.url),
                redact(socket.headers),
                socket.status,
                redact(socket.answerHeaders),
                own,
                socket.ending.map(redactor::redact));
    }

    private List<Header> redact(List<Header> headers) {
        return headers.stream().map(redactor::redact).toList();
    }

    private String text(byte[] bytes, boolean cut) {
        String text = cut ? new String(bytes, StandardCharsets.UTF_8) : textOrHex(bytes);
        return cut ? redactor.redactCut(text) : redactor.redact(text);
    }

    private static String textOrHex(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            return HexFormat.of().formatHex(bytes);
        }
    }

    /** One request with what came of it; status 0 and a failure where no answer came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(
            Instant started,
            Duration took,
            String purpose,
            String method,
            String url,
            List<Header> headers,
            byte[] body,
            int status,
            List<Header> answerHeaders,
            byte[] answerBody,
            Optional<String> failure) {

        private Request cut() {
            return new Request(
                    started,
                    took,
                    purpose,
                    method,
                    url,
                    headers,
                    first(body, BODY_BYTES),
                    status,
                    answerHeaders,
                    first(answerBody, BODY_BYTES),
                    failure);
        }

        private int bytes() {
            return body.length + answerBody.length;
        }
    }

    /** One socket being recorded. */
    final class Socket {
        private final Instant started;
        private final long nanoTime;
        private final String url;
        private final List<Header> headers;
        private int status;
        private List<Header> answerHeaders = List.of();
        private Optional<String> ending = Optional.empty();

        private Socket(Instant started, long nanoTime, String url, List<Header> headers) {
            this.started = started;
            this.nanoTime = nanoTime;
            this.url = url;
            this.headers = headers;
        }

        void answered(int answeredStatus, List<Header> answered) {
            synchronized (Transcript.this) {
                status = answeredStatus;
                answerHeaders = List.copyOf(answered);
            }
        }

        /**
         * Keeps a frame that was sent.
         *
         * @param encoded as it went over the wire, header and mask and all
         */
        void sent(String opcode, byte[] payload, byte[] encoded) {
            frame(sinceOpened(), Direction.SENT, opcode, payload, Recordings.odd(opcode, encoded));
        }

        void frame(Direction direction, String opcode, byte[] payload) {
            frame(sinceOpened(), direction, opcode, payload, Optional.empty());
        }

        /** Keeps a frame of another time, counted from when the socket was opened. */
        void frame(Duration at, Direction direction, String opcode, byte[] payload) {
            frame(at, direction, opcode, payload, Optional.empty());
        }

        private Duration sinceOpened() {
            return Duration.ofNanos(System.nanoTime() - nanoTime);
        }

        private void frame(Duration at, Direction direction, String opcode, byte[] payload, Optional<byte[]> odd) {
            Seen seen = new Seen(
                    this,
                    at,
                    direction,
                    opcode,
                    payload.length,
                    first(payload, FRAME_BYTES),
                    odd.map(bytes -> first(bytes, FRAME_BYTES)));
            synchronized (Transcript.this) {
                frames.addLast(seen);
                if (frames.size() > FRAMES) {
                    frames.removeFirst();
                }
            }
        }

        void ended(String how) {
            synchronized (Transcript.this) {
                if (ending.isEmpty()) {
                    ending = Optional.of(how);
                }
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Seen(
            Socket socket,
            Duration at,
            Direction direction,
            String opcode,
            int length,
            byte[] payload,
            Optional<byte[]> odd) {}

    private static byte[] first(byte[] bytes, int most) {
        return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }
}
