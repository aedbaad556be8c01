package org.instantlogs.server.fault;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.Framing;
import org.instantlogs.server.front.HandshakeRules;
import org.instantlogs.server.front.Manner;

/** A server that agrees to permessage-deflate (RFC 7692) where it is offered, without context between messages. */
final class Deflating implements Parts {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";
    private static final int RSV1 = 4;
    private static final int TAIL_BYTES = 4;

    private final ThreadLocal<Boolean> offered = ThreadLocal.withInitial(() -> false);
    private final Supplier<UnaryOperator<byte[]>> compression;

    /**
     * @param compression makes what compresses the messages of one connection
     */
    Deflating(Supplier<UnaryOperator<byte[]>> compression) {
        this.compression = compression;
    }

    /** As it was agreed. */
    static UnaryOperator<byte[]> withoutContext() {
        return message -> compressed(new Deflater(Deflater.DEFAULT_COMPRESSION, true), message);
    }

    /** Each message refers to those before it. */
    static UnaryOperator<byte[]> withContext() {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        return message -> compressed(deflater, message);
    }

    @Override
    public HandshakeRules handshakeRules() {
        var right = Parts.super.handshakeRules();
        return request -> {
            offered.set(offers(request));
            var flaw = right.flawOf(request);
            if (flaw.isEmpty() && offers(request)) {
                Upgrades.change(
                        request,
                        (same, headers) -> headers.set(EXTENSIONS, "permessage-deflate; server_no_context_takeover"));
            }
            return flaw;
        };
    }

    private static boolean offers(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(EXTENSIONS)).orElse("").contains("permessage-deflate");
    }

    /** Whether the handshake that is being answered on this thread offers it. */
    boolean isOffered() {
        return offered.get();
    }

    @Override
    public Framing framing(Set<Manner> manners) {
        if (!isOffered()) {
            return Parts.super.framing(manners);
        }
        var compresses = compression.get();
        return lines -> lines.stream()
                .<WebSocketFrame>map(
                        line -> new TextWebSocketFrame(true, RSV1, Unpooled.wrappedBuffer(compresses.apply(line))))
                .toList();
    }

    private static byte[] compressed(Deflater deflater, byte[] message) {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8_192];
        deflater.setInput(message);
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, length);
        } while (length == buffer.length);
        // RFC 7692 7.2.1: the empty block that a flush ends with is left out.
        return Arrays.copyOf(out.toByteArray(), out.size() - TAIL_BYTES);
    }
}
