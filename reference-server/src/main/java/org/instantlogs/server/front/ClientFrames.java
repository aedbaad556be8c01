package org.instantlogs.server.front;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.instantlogs.server.http.Listener;

/**
 * Holds what a client says to the protocol: a broken frame ends the connection with 1002, text that is not UTF-8 with 1007, a
 * message over the limit, in one frame or in fragments, with 1009. RFC 6455 7.1.7, 7.4.1, 8.1. Data frames end here: nobody
 * listens to them.
 */
final class ClientFrames extends ChannelInboundHandlerAdapter {
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(4096);
    private ByteBuffer undecoded = ByteBuffer.allocate(0);
    private boolean text;
    private long messageBytes;
    private boolean over;

    private ClientFrames() {}

    /** Watches the frames of that socket from now on. */
    static void watch(ServerWebSocket socket) {
        var channel = ((WebSocketInternal) socket).channelHandlerContext();
        var pipeline = channel.pipeline();
        // Vert.x's own decoder would try to close on a violation from where no frame gets out: without a close frame.
        pipeline.replace(WebSocketFrameDecoder.class, "client-frame-decoder", decoder());
        pipeline.addBefore(channel.name(), "client-frames", new ClientFrames());
    }

    private static WebSocket13FrameDecoder decoder() {
        return new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(Listener.MESSAGE_LIMIT_BYTES)
                .expectMaskedFrames(true)
                .allowExtensions(false)
                .closeOnProtocolViolation(false)
                .build());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof WebSocketFrame frame) || !isData(frame)) {
            ctx.fireChannelRead(message);
            return;
        }
        try {
            if (!over) {
                judge(ctx, frame);
            }
        } finally {
            ReferenceCountUtil.release(frame);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException violation) {
            if (!over) {
                end(ctx, violation.closeStatus());
            }
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    private void judge(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (!(frame instanceof ContinuationWebSocketFrame)) {
            text = frame instanceof TextWebSocketFrame;
            messageBytes = 0;
            undecoded = ByteBuffer.allocate(0);
            utf8.reset();
        }
        messageBytes += frame.content().readableBytes();
        if (messageBytes > Listener.MESSAGE_LIMIT_BYTES) {
            end(ctx, WebSocketCloseStatus.MESSAGE_TOO_BIG);
        } else if (text && !isUtf8(frame.content(), frame.isFinalFragment())) {
            end(ctx, WebSocketCloseStatus.INVALID_PAYLOAD_DATA);
        }
    }

    /** A character may be torn by the end of a fragment: its first bytes are kept for the next one. */
    private boolean isUtf8(ByteBuf content, boolean last) {
        var input = ByteBuffer.allocate(undecoded.remaining() + content.readableBytes());
        input.put(undecoded);
        content.getBytes(content.readerIndex(), input);
        input.flip();
        while (true) {
            decoded.clear();
            var result = utf8.decode(input, decoded, last);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                undecoded = input;
                return true;
            }
        }
    }

    private void end(ChannelHandlerContext ctx, WebSocketCloseStatus status) {
        over = true;
        // From here outwards: the handlers behind would send a close frame of their own and wait for its answer.
        ctx.writeAndFlush(new CloseWebSocketFrame(status))
                .addListener(sent -> ctx.close().addListener(closed -> {}));
    }

    private static boolean isData(WebSocketFrame frame) {
        return frame instanceof TextWebSocketFrame
                || frame instanceof BinaryWebSocketFrame
                || frame instanceof ContinuationWebSocketFrame;
    }
}
