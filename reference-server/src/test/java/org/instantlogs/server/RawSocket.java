package org.instantlogs.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;

/** A socket that says what a well-behaved client would not, and takes frames apart by hand. */
final class RawSocket implements AutoCloseable {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xa;
    static final int FINAL = 0x80;
    private static final byte[] MASK = {0x11, 0x22, 0x33, 0x44};

    private final Socket socket;
    private final DataInputStream in;
    private String head = "";

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    }

    /** Sends that head as it is and reads the head of the answer. */
    static RawSocket plain(int port, String request) throws IOException {
        var socket = new RawSocket(new Socket(InetAddress.getLoopbackAddress(), port));
        socket.raw(request.getBytes(ISO_8859_1));
        socket.readHead();
        return socket;
    }

    static RawSocket handshake(SSLContext tls, URI address, String... extraHeaders) throws IOException {
        var extra = new StringBuilder();
        for (String header : extraHeaders) {
            extra.append(header).append("\r\n");
        }
        return request(
                tls,
                address.getPort(),
                "GET " + address.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" + extra + "\r\n");
    }

    static RawSocket request(SSLContext tls, int port, String request) throws IOException {
        var socket = new RawSocket(tls.getSocketFactory().createSocket("127.0.0.1", port));
        socket.raw(request.getBytes(ISO_8859_1));
        socket.readHead();
        return socket;
    }

    /** The head of the answer, up to its empty line. */
    String head() {
        return head;
    }

    int status() {
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a masked frame. */
    void frame(int firstByte, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(firstByte);
        length(frame, 0x80, payload.length);
        frame.write(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % MASK.length]);
        }
        raw(frame.toByteArray());
    }

    static void length(ByteArrayOutputStream frame, int maskBit, int length) {
        if (length < 126) {
            frame.write(maskBit | length);
        } else if (length < 65_536) {
            frame.write(maskBit | 126);
            frame.write(length >> 8);
            frame.write(length);
        } else {
            frame.write(maskBit | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) length >> shift));
            }
        }
    }

    /** The next frame, whatever it is. */
    Frame next() throws IOException {
        int first = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame(first, in.readNBytes(Math.toIntExact(length)));
    }

    /** The text of the next frame that is no ping; pings are answered. */
    String text() throws IOException {
        var frame = nextButPings();
        if (frame.firstByte() != (FINAL | TEXT)) {
            throw new IOException("no final text frame, but " + Integer.toHexString(frame.firstByte()));
        }
        return new String(frame.payload(), UTF_8);
    }

    Frame nextButPings() throws IOException {
        while (true) {
            var frame = next();
            if (frame.firstByte() != (FINAL | PING)) {
                return frame;
            }
            frame(FINAL | PONG, frame.payload());
        }
    }

    /** The code of the close frame that comes next. */
    int closeCode() throws IOException {
        var frame = nextButPings();
        if (frame.firstByte() != (FINAL | CLOSE)) {
            throw new IOException("no close frame, but " + Integer.toHexString(frame.firstByte()));
        }
        return (frame.payload()[0] & 0xff) << 8 | (frame.payload()[1] & 0xff);
    }

    /** Whether the connection ends without another byte. */
    boolean ends() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    /** The body of a plain answer that announced its length. */
    String line() throws IOException {
        var length = head.replaceAll("(?is).*content-length: ([0-9]+).*", "$1");
        return new String(in.readNBytes(Integer.parseInt(length)), UTF_8);
    }

    private void readHead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection ended after " + bytes.size() + " bytes");
            }
            bytes.write(next);
        }
        head = bytes.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A frame as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(int firstByte, byte[] payload) {}
}
