package org.instantlogs.suite.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A WebSocket driven by hand: speaks the protocol itself, answers pings and close frames, and sends what it is told to. */
final class RawSocket extends OpenSocket implements RawConnection {

    private static final int MOST_FRAMES = 10_000;
    private static final int MOST_FRAME_BYTES = 8 * 1024 * 1024;

    private final FrameWriter writer = new FrameWriter();
    private final Optional<Inflation> inflation;
    private final Deque<RawFrame> frames = new ArrayDeque<>();
    private long frameBytes;
    private Optional<RawFrame> begun = Optional.empty();
    private ByteArrayOutputStream fragments = new ByteArrayOutputStream();

    RawSocket(Wire wire, Workshop workshop, Transcript.Socket track, Optional<Inflation> inflation) {
        super(wire, workshop, track);
        this.inflation = inflation;
    }

    @Override
    void received(RawFrame frame) throws IOException {
        keep(frame);
        checkHeader(frame);
        if (frame.control()) {
            control(frame);
        } else {
            data(frame);
        }
    }

    private void keep(RawFrame frame) {
        synchronized (frames) {
            frames.addLast(frame);
            frameBytes += frame.payload().length;
            while (frames.size() > MOST_FRAMES || (frameBytes > MOST_FRAME_BYTES && frames.size() > 1)) {
                frameBytes -= frames.removeFirst().payload().length;
            }
        }
    }

    private void checkHeader(RawFrame frame) throws Violation {
        boolean compressed = frame.rsv() == 4 && inflation.isPresent() && !frame.control() && frame.opcode() != 0;
        if (frame.rsv() != 0 && !compressed) {
            throw new Violation(1002, "a frame with reserved bits " + frame.rsv());
        }
        if (frame.masked()) {
            throw new Violation(1002, "a masked frame");
        }
        if (frame.declared().isPresent()) {
            throw new Violation(1002, "a length that is not written in the fewest bytes");
        }
        if (frame.opcode() > RawFrame.PONG || (frame.opcode() > RawFrame.BINARY && frame.opcode() < RawFrame.CLOSE)) {
            throw new Violation(1002, "a frame with opcode " + frame.opcode());
        }
        if (frame.control() && (!frame.fin() || frame.payload().length > 125)) {
            throw new Violation(1002, "a control frame that is fragmented or above 125 bytes");
        }
    }

    private void control(RawFrame frame) throws Violation {
        if (frame.opcode() == RawFrame.PING) {
            sendWhole(RawFrame.PONG, frame.payload());
        }
        if (frame.opcode() == RawFrame.CLOSE) {
            if (frame.payload().length == 1) {
                throw new Violation(1002, "a close frame with half a code");
            }
            byte[] code =
                    frame.payload().length < 2 ? new byte[0] : new byte[] {frame.payload()[0], frame.payload()[1]};
            sendWhole(RawFrame.CLOSE, code);
        }
    }

    private void data(RawFrame frame) throws IOException {
        boolean continued = frame.opcode() == RawFrame.CONTINUATION;
        if (continued == begun.isEmpty()) {
            throw new Violation(1002, continued ? "a continuation of nothing" : "a new message within another");
        }
        if (!continued) {
            begun = Optional.of(frame);
        }
        RawFrame first = begun.orElseThrow();
        if (!continued && frame.fin()) {
            begun = Optional.empty();
            deliver(first, frame.payload());
            return;
        }
        fragments.write(frame.payload());
        if (frame.fin()) {
            begun = Optional.empty();
            byte[] whole = fragments.toByteArray();
            fragments = new ByteArrayOutputStream();
            deliver(first, whole);
        }
    }

    private void deliver(RawFrame first, byte[] sent) throws IOException {
        byte[] payload = first.rsv() == 0 ? sent : inflation.orElseThrow().inflate(sent, this::fits);
        boolean text = first.opcode() == RawFrame.TEXT;
        if (text && !isUtf8(payload)) {
            throw new Violation(1007, "a text message that is no UTF-8");
        }
        message(text, payload);
    }

    private static boolean isUtf8(byte[] payload) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            return true;
        } catch (CharacterCodingException noUtf8) {
            return false;
        }
    }

    @Override
    void sendWhole(int opcode, byte[] payload) {
        send(RawFrame.of(opcode, payload));
    }

    @Override
    public List<RawFrame> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    @Override
    public void send(RawFrame frame) {
        write(frame.name(), frame.payload(), writer.encode(frame));
    }

    @Override
    public void sendBytes(byte[] bytes) {
        write("bytes", bytes, bytes);
    }

    @Override
    public void stopReading() {
        wire().stopReading();
    }

    @Override
    public void resumeReading() {
        wire().resumeReading();
    }

    @Override
    public void reset() {
        wire().cutsByReset();
        drop();
    }

    @Override
    public boolean awaitEndOfStream(Duration atMost) {
        return inbox().awaitEndOfStream(atMost);
    }
}
