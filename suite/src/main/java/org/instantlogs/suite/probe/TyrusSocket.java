package org.instantlogs.suite.probe;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.ReadHandler;
import org.glassfish.tyrus.spi.Writer;

/** A WebSocket that Tyrus speaks on a wire of ours: each frame goes through its protocol handler whole, bit by bit as it came. */
final class TyrusSocket extends OpenSocket {

    private final FrameWriter encoder = new FrameWriter();
    private final Ears ears = new Ears();
    private final Mouth mouth = new Mouth();
    private Optional<ReadHandler> handler = Optional.empty();
    /** What went wrong while Tyrus handled a frame; only the reader's thread sees it. */
    private Optional<IOException> violation = Optional.empty();

    TyrusSocket(Wire wire, Workshop workshop, Transcript.Socket track) {
        super(wire, workshop, track);
    }

    Endpoint endpoint() {
        return ears;
    }

    Writer writer() {
        return mouth;
    }

    /** Tyrus is ready for frames. */
    void readInto(ReadHandler frames) {
        handler = Optional.of(frames);
    }

    @Override
    void received(RawFrame frame) throws IOException {
        handler.orElseThrow().handle(ByteBuffer.wrap(encoder.encode(frame)));
        if (violation.isPresent() && frame.opcode() != RawFrame.CLOSE) {
            throw violation.get();
        }
    }

    @Override
    void sendWhole(int opcode, byte[] payload) {
        if (ending().isPresent()) {
            return;
        }
        try {
            Session session = ears.session();
            switch (opcode) {
                case RawFrame.TEXT -> session.getBasicRemote().sendText(new String(payload, StandardCharsets.UTF_8));
                case RawFrame.BINARY -> session.getBasicRemote().sendBinary(ByteBuffer.wrap(payload));
                case RawFrame.PING -> session.getBasicRemote().sendPing(ByteBuffer.wrap(payload));
                default -> session.close();
            }
        } catch (IOException | IllegalStateException ended) {
            // the session ended meanwhile: the ending says how
        }
    }

    /** The endpoint that Tyrus tells what it understood. */
    private final class Ears extends Endpoint {
        private volatile Optional<Session> opened = Optional.empty();

        private Session session() {
            return opened.orElseThrow(() -> new IllegalStateException("the session is not open"));
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            opened = Optional.of(session);
            session.setMaxIdleTimeout(-1);
            session.setMaxTextMessageBufferSize(Inbox.MOST_BYTES);
            session.setMaxBinaryMessageBufferSize(Inbox.MOST_BYTES);
            session.addMessageHandler(String.class, text -> heard(true, text.getBytes(StandardCharsets.UTF_8)));
            session.addMessageHandler(byte[].class, (MessageHandler.Whole<byte[]>) bytes -> heard(false, bytes));
        }

        private void heard(boolean text, byte[] payload) {
            try {
                message(text, payload);
            } catch (TooMuch tooMuch) {
                violation = Optional.of(tooMuch);
            }
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            if (violation.isEmpty()) {
                violation = Optional.of(
                        new Violation(reason.getCloseCode().getCode(), String.valueOf(reason.getReasonPhrase())));
            }
        }

        @Override
        public void onError(Session session, Throwable failure) {
            violation = Optional.of(new Violation(1002, Failures.words(failure)));
        }
    }

    /** What Tyrus writes with. */
    private final class Mouth extends Writer {

        @Override
        public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> done) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            try {
                RawFrame frame = new FrameReader(new ByteArrayInputStream(bytes), length -> true)
                        .next()
                        .orElseThrow();
                TyrusSocket.this.write(frame.name(), frame.payload(), bytes);
                done.completed(buffer);
            } catch (IOException noFrame) {
                done.failed(noFrame);
            }
        }

        @Override
        public void close() {
            // the reader cuts the wire, when it has seen how the target ended it
        }
    }
}
