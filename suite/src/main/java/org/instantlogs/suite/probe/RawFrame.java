package org.instantlogs.suite.probe;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A WebSocket frame, right or wrong.
 *
 * @param rsv the three reserved bits, 0 to 7
 * @param opcode 0 to 15
 * @param masked whether it is sent with a mask
 * @param payload unmasked
 * @param declared the length that the header claims, where it is not the payload's; written in 64 bits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawFrame(boolean fin, int rsv, int opcode, boolean masked, byte[] payload, OptionalLong declared) {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    public RawFrame {
        if (rsv < 0 || rsv > 7 || opcode < 0 || opcode > 15) {
            throw new IllegalArgumentException("rsv " + rsv + " (0 to 7) or opcode " + opcode + " (0 to 15)");
        }
    }

    /** A whole message of text. */
    public static RawFrame text(String text) {
        return of(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole, masked frame. */
    public static RawFrame of(int opcode, byte[] payload) {
        return new RawFrame(true, 0, opcode, true, payload, OptionalLong.empty());
    }

    /** A close frame with a code and no reason. */
    public static RawFrame close(int code) {
        return of(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }

    public RawFrame unmasked() {
        return new RawFrame(fin, rsv, opcode, false, payload, declared);
    }

    public RawFrame notFinal() {
        return new RawFrame(false, rsv, opcode, masked, payload, declared);
    }

    public RawFrame reserved(int bits) {
        return new RawFrame(fin, bits, opcode, masked, payload, declared);
    }

    /** The same with a header that claims another length. */
    public RawFrame declaring(long length) {
        return new RawFrame(fin, rsv, opcode, masked, payload, OptionalLong.of(length));
    }

    /** Whether it is a close, ping or pong, or one of the reserved control opcodes. */
    public boolean control() {
        return opcode >= CLOSE;
    }

    /** What RFC 6455, 5.2 calls frames of its opcode. */
    String name() {
        return switch (opcode) {
            case CONTINUATION -> "continuation";
            case TEXT -> "text";
            case BINARY -> "binary";
            case CLOSE -> "close";
            case PING -> "ping";
            case PONG -> "pong";
            default -> "opcode " + opcode;
        };
    }
}
