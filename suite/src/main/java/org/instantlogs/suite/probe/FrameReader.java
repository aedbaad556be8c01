package org.instantlogs.suite.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads frames as they come, however wrong: RFC 6455, 5.2. */
final class FrameReader {

    /** Whether there is room for a frame's payload, asked before it is read. */
    interface Room {
        boolean fits(long bytes);
    }

    private final InputStream in;
    private final Room room;

    FrameReader(InputStream in, Room room) {
        this.in = in;
        this.room = room;
    }

    /** The next frame; empty at the end of the stream; {@code declared} is set where its length is not written shortest. */
    Optional<RawFrame> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int second = one();
        int brief = second & 0x7f;
        long length = brief < 126 ? brief : number(brief == 126 ? 2 : 8);
        boolean wasteful = (brief == 126 && length < 126) || (brief == 127 && Long.compareUnsigned(length, 65_536) < 0);
        if (length < 0 || length > Integer.MAX_VALUE || !room.fits(length)) {
            throw new TooMuch("a frame of " + Long.toUnsignedString(length) + " bytes");
        }
        boolean masked = (second & 0x80) != 0;
        byte[] mask = masked ? exactly(4) : new byte[4];
        byte[] payload = exactly((int) length);
        if (masked) {
            FrameWriter.mask(payload, mask);
        }
        OptionalLong declared = wasteful ? OptionalLong.of(length) : OptionalLong.empty();
        return Optional.of(new RawFrame((first & 0x80) != 0, first >> 4 & 7, first & 0x0f, masked, payload, declared));
    }

    private long number(int bytes) throws IOException {
        ByteBuffer eight = ByteBuffer.allocate(8);
        eight.position(8 - bytes);
        eight.put(exactly(bytes));
        return eight.getLong(0);
    }

    private int one() throws IOException {
        return exactly(1)[0] & 0xff;
    }

    /** Memory is taken as bytes come, not as a header promises them. */
    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the stream ended within a frame");
        }
        return bytes;
    }
}
