package org.instantlogs.server.fault;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;

/** Looks at the first frame of a client's message and at no other. */
final class FirstFrameOnly extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ContinuationWebSocketFrame frame) {
            boolean last = frame.isFinalFragment();
            frame.release();
            ctx.fireChannelRead(new ContinuationWebSocketFrame(last, 0, Unpooled.EMPTY_BUFFER));
        } else {
            ctx.fireChannelRead(message);
        }
    }
}
