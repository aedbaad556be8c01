package org.instantlogs.suite.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** The request of one handshake as it goes over the wire: RFC 6455, 4.1. */
record Upgrade(String method, String target, String httpVersion, List<Header> headers, boolean byteByByte) {

    /** How long a refusal's body may take: it is only shown, and some never end. */
    private static final Duration BODY = Duration.ofSeconds(1);

    private static final int MOST_BODY = 8 * 1024 * 1024;
    private static final SecureRandom KEYS = new SecureRandom();

    Upgrade {
        headers = List.copyOf(headers);
    }

    /** The answer; {@code wire} is open behind a 101, and cut behind anything else. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(HttpHead head, byte[] body, Wire wire, boolean upgraded) {}

    static Upgrade of(URI address, Handshake options) throws IOException {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("Host", Wire.authority(address));
        usual.put("Upgrade", "websocket");
        usual.put("Connection", "Upgrade");
        usual.put("Sec-WebSocket-Key", newKey());
        usual.put("Sec-WebSocket-Version", "13");
        Set<String> absent = new HashSet<>();
        options.omitted().forEach(name -> absent.add(name.toLowerCase(Locale.ROOT)));
        options.headers().forEach(header -> absent.add(header.name().toLowerCase(Locale.ROOT)));
        List<Header> headers = new ArrayList<>();
        usual.forEach((name, value) -> {
            if (!absent.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(new Header(name, value));
            }
        });
        headers.addAll(options.headers());
        return new Upgrade(options.method(), target(address), options.httpVersion(), headers, options.byteByByte());
    }

    static String target(URI address) {
        String path = address.getRawPath();
        String shown = path == null || path.isEmpty() ? "/" : path;
        return address.getRawQuery() == null ? shown : shown + "?" + address.getRawQuery();
    }

    /** Connects, asks and reads the answer, all of it under the deadline. */
    Answered over(URI address, boolean tls, OptionalInt receiveBuffer, Workshop workshop, Deadline deadline)
            throws IOException {
        Wire wire = connect(address, tls, receiveBuffer, workshop);
        deadline.guard(wire);
        boolean open = false;
        try {
            send(wire.out());
            HttpHead head = HttpHead.read(wire.in());
            open = head.status() == 101;
            byte[] refusal = open ? new byte[0] : refusal(head, wire, workshop);
            return new Answered(head, refusal, wire, open);
        } finally {
            if (!open) {
                wire.close();
            }
        }
    }

    Wire connect(URI address, boolean tls, OptionalInt receiveBuffer, Workshop workshop) throws IOException {
        try (Deadline connecting = workshop.deadlines().in(workshop.patience().connect())) {
            try {
                return Wire.connect(address, tls, receiveBuffer, workshop.tls(), connecting);
            } catch (IOException failed) {
                if (connecting.expired()) {
                    throw new java.net.SocketTimeoutException("no connection in time");
                }
                throw failed;
            }
        }
    }

    /** Whether the answer's Sec-WebSocket-Accept fits the key; true where no key was sent. */
    boolean acceptedBy(HttpHead head) {
        Optional<String> key = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Sec-WebSocket-Key"))
                .map(Header::value)
                .findFirst();
        return key.isEmpty() || head.header("Sec-WebSocket-Accept").equals(key.map(Upgrade::accept));
    }

    void send(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(method)
                .append(' ')
                .append(target)
                .append(' ')
                .append(httpVersion)
                .append("\r\n");
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        byte[] bytes = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        if (!byteByByte) {
            out.write(bytes);
        } else {
            for (byte one : bytes) {
                out.write(new byte[] {one});
                out.flush();
            }
        }
        out.flush();
    }

    /** As much of the body as comes shortly; what is wrong with it is of no interest. */
    private byte[] refusal(HttpHead head, Wire wire, Workshop workshop) {
        try (Deadline deadline = workshop.deadlines().in(BODY)) {
            deadline.guard(wire);
            Gathering gathering = new Gathering(wire.in());
            try {
                return head.body(gathering, method, MOST_BODY).bytes();
            } catch (IOException incomplete) {
                return gathering.sofar();
            }
        }
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }

    private static String newKey() {
        byte[] key = new byte[16];
        KEYS.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Keeps what went through, for bodies that break off. */
    private static final class Gathering extends java.io.FilterInputStream {
        private final java.io.ByteArrayOutputStream gone = new java.io.ByteArrayOutputStream();

        Gathering(InputStream in) {
            super(in);
        }

        byte[] sofar() {
            return gone.toByteArray();
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                gone.write(one);
            }
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            if (count > 0) {
                gone.write(bytes, from, count);
            }
            return count;
        }
    }
}
