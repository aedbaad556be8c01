package org.instantlogs.server.fault;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.instantlogs.server.Parts;

/** Stands between a stream's frames and those who deal with them rightly. One for each socket, on its event loop. */
class FrameFault extends ChannelDuplexHandler {

    /** A server with such a handler at each socket. */
    static Parts of(Supplier<FrameFault> handler) {
        return new Parts() {
            @Override
            public void accepted(ServerWebSocket socket) {
                Parts.super.accepted(socket);
                at(socket, handler.get());
            }
        };
    }

    /** Puts the handler at a socket whose frames are read already. */
    static void at(ServerWebSocket socket, FrameFault handler) {
        ((WebSocketInternal) socket).channelHandlerContext().pipeline().addBefore("client-frames", "fault", handler);
    }

    /** Shows the frames of a socket's client, which are dealt with rightly all the same. */
    static void watch(ServerWebSocket socket, Consumer<WebSocketFrame> seen) {
        at(socket, new FrameFault() {
            @Override
            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                seen.accept(frame);
                return false;
            }
        });
    }

    /** A server that deals with the client's frames of one kind in that way, and in no other. */
    static Parts on(Class<? extends WebSocketFrame> kind, BiConsumer<ChannelHandlerContext, WebSocketFrame> does) {
        return of(() -> new FrameFault() {
            @Override
            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                if (kind.isInstance(frame)) {
                    does.accept(ctx, frame);
                }
                return kind.isInstance(frame);
            }
        });
    }

    /** A server that ends all connections at such a frame. */
    static Parts endingAll(Predicate<WebSocketFrame> some) {
        Set<ChannelHandlerContext> all = ConcurrentHashMap.newKeySet();
        return of(() -> new FrameFault() {
            @Override
            public void handlerAdded(ChannelHandlerContext ctx) {
                all.add(ctx);
            }

            @Override
            boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
                if (some.test(frame)) {
                    all.forEach(FrameFault::cut);
                }
                return false;
            }
        });
    }

    /** Ends the connection without a close frame. */
    static void cut(ChannelHandlerContext ctx) {
        ctx.close().addListener(closed -> {});
    }

    /** Sends a frame. */
    static void send(ChannelHandlerContext ctx, WebSocketFrame frame) {
        ctx.writeAndFlush(frame).addListener(sent -> {});
    }

    /** Whether it has dealt with a client's frame, which then goes no further. */
    boolean takes(ChannelHandlerContext ctx, WebSocketFrame frame) {
        return false;
    }

    /** Whether a frame of the server's own is not to be sent. */
    boolean keepsBack(WebSocketFrame frame) {
        return false;
    }

    @Override
    public final void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof WebSocketFrame frame && takes(ctx, frame)) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public final void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof WebSocketFrame frame && keepsBack(frame)) {
            ReferenceCountUtil.release(message);
            promise.setSuccess();
        } else {
            ctx.write(message, promise).addListener(written -> {});
        }
    }
}
