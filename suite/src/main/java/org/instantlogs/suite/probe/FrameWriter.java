package org.instantlogs.suite.probe;

import java.nio.ByteBuffer;
import java.util.Random;

/** Encodes frames as they are asked for, however wrong: RFC 6455, 5.2 and 5.3. */
final class FrameWriter {

    /** Seeded: masks keep intermediaries safe, which a test's wire has none of, and a run repeats itself. */
    private final Random masks = new Random(6455);

    byte[] encode(RawFrame frame) {
        byte[] payload = frame.payload();
        ByteBuffer bytes = ByteBuffer.allocate(payload.length + 14);
        bytes.put((byte) ((frame.fin() ? 0x80 : 0) | frame.rsv() << 4 | frame.opcode()));
        int maskBit = frame.masked() ? 0x80 : 0;
        if (frame.declared().isPresent()) {
            bytes.put((byte) (maskBit | 127)).putLong(frame.declared().getAsLong());
        } else if (payload.length < 126) {
            bytes.put((byte) (maskBit | payload.length));
        } else if (payload.length < 65_536) {
            bytes.put((byte) (maskBit | 126)).putShort((short) payload.length);
        } else {
            bytes.put((byte) (maskBit | 127)).putLong(payload.length);
        }
        byte[] sent = payload.clone();
        if (frame.masked()) {
            byte[] mask = mask();
            bytes.put(mask);
            mask(sent, mask);
        }
        bytes.put(sent);
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }

    static void mask(byte[] payload, byte[] mask) {
        for (int at = 0; at < payload.length; at++) {
            payload[at] ^= mask[at & 3];
        }
    }

    private synchronized byte[] mask() {
        byte[] mask = new byte[4];
        masks.nextBytes(mask);
        return mask;
    }
}
