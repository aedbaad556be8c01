package org.instantlogs.server.fault;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.http.ServerWebSocket;
import java.util.Set;
import java.util.stream.Stream;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.Framing;
import org.instantlogs.server.front.HandshakeRules;
import org.instantlogs.server.front.Manner;

/** Uses what RFC 6455 and RFC 7692 permit: compression, fragments, and a close for clients that speak. */
final class Talkative implements Parts {
    private final Deflating deflating = new Deflating(Deflating::withoutContext);

    @Override
    public HandshakeRules handshakeRules() {
        return deflating.handshakeRules();
    }

    @Override
    public Framing framing(Set<Manner> manners) {
        if (deflating.isOffered()) {
            return deflating.framing(manners);
        }
        return lines -> lines.stream().flatMap(Talkative::fragments).toList();
    }

    private static Stream<WebSocketFrame> fragments(byte[] line) {
        int half = line.length / 2;
        return Stream.of(
                new TextWebSocketFrame(false, 0, Unpooled.wrappedBuffer(line, 0, half)),
                new ContinuationWebSocketFrame(true, 0, Unpooled.wrappedBuffer(line, half, line.length - half)));
    }

    @Override
    public void accepted(ServerWebSocket socket) {
        Parts.super.accepted(socket);
        FrameFault.at(socket, new FrameFault() {
            @Override
            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                boolean speaks = frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame;
                if (speaks) {
                    ctx.writeAndFlush(new CloseWebSocketFrame(1008, "nobody listens to clients"))
                            .addListener(sent -> FrameFault.cut(ctx));
                }
                return speaks;
            }
        });
    }
}
