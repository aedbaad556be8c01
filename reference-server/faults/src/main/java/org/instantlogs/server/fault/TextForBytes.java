package org.instantlogs.server.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** Takes a client's texts for bytes, which may be any. */
final class TextForBytes extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.fireChannelRead(
                message instanceof TextWebSocketFrame text
                        ? new BinaryWebSocketFrame(text.isFinalFragment(), text.rsv(), text.content())
                        : message);
    }
}
