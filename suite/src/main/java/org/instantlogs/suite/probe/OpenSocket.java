package org.instantlogs.suite.probe;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.instantlogs.reports.Exchange.Direction;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/**
 * A WebSocket on a wire of ours. Its reader, one daemon thread, takes frames off the wire, records them, notes how the
 * socket ended and hands the frames to whoever speaks the protocol; it runs until the target ends the stream or the wire
 * is cut, at the latest shortly after a close frame.
 */
abstract class OpenSocket implements Connection {

    /** How long the other side has for its part of the closing handshake. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Wire wire;
    private final Outlet outlet;
    private final Workshop workshop;
    private final Transcript.Socket track;
    private final Inbox inbox;
    private final Room.Part room;
    private final Thread reader;
    /** Of the message that is under way; only the reader sees it. */
    private long messageBytes;

    private volatile boolean closeSent;
    private volatile boolean cut;

    OpenSocket(Wire wire, Workshop workshop, Transcript.Socket track) {
        this.wire = wire;
        this.workshop = workshop;
        this.track = track;
        this.inbox = new Inbox(workshop.clock());
        this.room = workshop.room().part();
        this.outlet = new Outlet(wire, workshop.deadlines(), workshop.patience().answer(), () -> {
            cut = true;
            end(By.SUITE, How.RESET, OptionalInt.empty(), "the target did not take what was sent in time");
        });
        this.reader = new Thread(this::read, "probe-socket");
        this.reader.setDaemon(true);
    }

    /** Takes a frame that was received: data, ping, pong or close. */
    abstract void received(RawFrame frame) throws IOException;

    /** Sends a frame with that opcode and payload, as the protocol has it. */
    abstract void sendWhole(int opcode, byte[] payload);

    /** To be called once, when the subclass is ready for frames. */
    final void start() {
        workshop.opened(this);
        reader.start();
    }

    final Inbox inbox() {
        return inbox;
    }

    final Wire wire() {
        return wire;
    }

    /** Puts an encoded frame, or whatever it is, on the wire and into the record. */
    final void write(String opcode, byte[] payload, byte[] encoded) {
        if (inbox.ending().isPresent() && !opcode.equals("close")) {
            return;
        }
        track.sent(opcode, payload, encoded);
        closeSent |= opcode.equals("close");
        outlet.write(encoded);
    }

    final void message(boolean text, byte[] payload) throws TooMuch {
        if (!room.takeLines(newlines(payload)) || !inbox.add(text, payload)) {
            throw new TooMuch("another message of " + payload.length + " bytes");
        }
    }

    /** Makes room for bytes that are about to be read; false where there is none. */
    final boolean fits(long bytes) {
        return bytes <= Inbox.MOST_BYTES && room.takeFrame(bytes);
    }

    private static int newlines(byte[] payload) {
        int newlines = 0;
        for (byte one : payload) {
            newlines += one == '\n' ? 1 : 0;
        }
        return newlines;
    }

    private void read() {
        FrameReader frames = new FrameReader(wire.in(), this::fits);
        try {
            Optional<RawFrame> frame = frames.next();
            while (frame.isPresent()) {
                take(frame.get());
                frame = frames.next();
            }
            seeEndOfStream();
            end(By.TARGET, wire.tlsEnded() ? How.TLS_CLOSE : How.END_OF_STREAM, OptionalInt.empty(), "");
        } catch (Violation violation) {
            fail(How.PROTOCOL_ERROR, violation.code(), String.valueOf(violation.getMessage()));
        } catch (TooMuch tooMuch) {
            fail(How.TOO_MUCH, 1009, String.valueOf(tooMuch.getMessage()));
        } catch (EOFException within) {
            seeEndOfStream();
            end(By.TARGET, How.END_OF_STREAM, OptionalInt.empty(), "within a frame");
        } catch (IOException broken) {
            seeEndOfStream();
            end(By.TARGET, How.RESET, OptionalInt.empty(), Failures.words(broken));
        } catch (RuntimeException unexpected) {
            fail(How.PROTOCOL_ERROR, 1002, Failures.words(unexpected));
        } finally {
            cut();
        }
    }

    /** A stream that the suite itself has cut says nothing about the target. */
    private void seeEndOfStream() {
        if (!cut) {
            inbox.endOfStream();
        }
    }

    private void take(RawFrame frame) throws IOException {
        track.frame(Direction.RECEIVED, frame.name(), frame.payload());
        boolean farewell = frame.opcode() == RawFrame.CLOSE;
        if (inbox.ending().isPresent()) {
            // only the end of the stream is still waited for
            return;
        }
        By by = closeSent ? By.SUITE : By.TARGET;
        count(frame);
        received(frame);
        if (frame.opcode() == RawFrame.PONG) {
            inbox.pong(frame.payload());
        }
        if (farewell) {
            closed(by, frame.payload());
        }
    }

    /** Each frame may be short, and the message without end. */
    private void count(RawFrame frame) throws TooMuch {
        if (frame.control()) {
            return;
        }
        int length = frame.payload().length;
        messageBytes = frame.opcode() == RawFrame.CONTINUATION ? messageBytes + length : length;
        if (messageBytes > Inbox.MOST_BYTES) {
            throw new TooMuch("a message of more than " + Inbox.MOST_BYTES + " bytes in many frames");
        }
    }

    private void closed(By by, byte[] payload) {
        OptionalInt code = payload.length < 2
                ? OptionalInt.empty()
                : OptionalInt.of(ByteBuffer.wrap(payload).getShort() & 0xffff);
        String reason = payload.length <= 2 ? "" : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        end(by, How.CLOSE_FRAME, code, reason);
        // the reader goes on to see the stream's end; not for ever
        Deadline linger = workshop.deadlines().in(workshop.patience().answer());
        linger.guard(this::cutWire);
    }

    /** Fails the connection: RFC 6455, 7.1.7. */
    private void fail(How how, int code, String what) {
        boolean first = inbox.ending().isEmpty();
        end(By.SUITE, how, OptionalInt.of(code), what);
        if (first) {
            byte[] payload = {(byte) (code >> 8), (byte) code};
            track.frame(Direction.SENT, "close", payload);
            new Outlet(wire, workshop.deadlines(), FAREWELL, () -> {})
                    .write(new FrameWriter().encode(RawFrame.of(RawFrame.CLOSE, payload)));
        }
    }

    private void end(By by, How how, OptionalInt code, String reason) {
        Ending ending = new Ending(by, how, code, reason);
        if (inbox.end(ending)) {
            String number = code.isPresent() ? " " + code.getAsInt() : "";
            track.ended(by.name().toLowerCase(Locale.ROOT) + ": "
                    + how.name().toLowerCase(Locale.ROOT).replace('_', ' ') + number
                    + (reason.isEmpty() ? "" : ", " + reason));
        }
    }

    @Override
    public List<Message> messages() {
        return inbox.messages();
    }

    @Override
    public boolean awaitUntil(Predicate<List<Message>> enough, Duration atMost) {
        return inbox.awaitUntil(enough, atMost);
    }

    @Override
    public boolean awaitQuiet(Duration quiet, Duration atMost) {
        return inbox.awaitQuiet(quiet, atMost);
    }

    @Override
    public boolean ping(byte[] payload, Duration atMost) {
        if (payload.length > 125) {
            throw new IllegalArgumentException("a ping of " + payload.length + " bytes; at most 125");
        }
        long before = inbox.pongCount();
        sendWhole(RawFrame.PING, payload);
        return inbox.awaitPong(payload, before, atMost);
    }

    @Override
    public void sendText(String text) {
        sendWhole(RawFrame.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void sendBinary(byte[] payload) {
        sendWhole(RawFrame.BINARY, payload);
    }

    @Override
    public Optional<Ending> ending() {
        return inbox.ending();
    }

    @Override
    public boolean awaitEnd(Duration atMost) {
        return inbox.awaitEnd(atMost);
    }

    @Override
    public void close() {
        wire.resumeReading();
        if (inbox.ending().isEmpty()) {
            if (!closeSent) {
                sendWhole(RawFrame.CLOSE, new byte[] {0x03, (byte) 0xe8});
            }
            if (!inbox.awaitEnd(FAREWELL)) {
                end(By.SUITE, How.END_OF_STREAM, OptionalInt.empty(), "the close frame was not answered in time");
            }
        }
        release();
    }

    @Override
    public void drop() {
        end(By.SUITE, How.END_OF_STREAM, OptionalInt.empty(), "");
        release();
    }

    private void release() {
        cut();
        room.giveBack();
        if (Thread.currentThread() == reader) {
            return;
        }
        try {
            reader.join(FAREWELL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void cut() {
        try {
            cutWire();
        } catch (IOException alreadyCut) {
            // what is broken needs no cutting
        }
        workshop.gone(this);
    }

    private void cutWire() throws IOException {
        cut = true;
        wire.close();
    }
}
