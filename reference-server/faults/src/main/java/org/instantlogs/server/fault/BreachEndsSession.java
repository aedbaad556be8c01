package org.instantlogs.server.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** A server that takes a protocol error for the end of the session: it delivers nothing to its address any more. */
final class BreachEndsSession implements Parts {
    private static final Attachment NONE = () -> {};

    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    @Override
    public void accepted(ServerWebSocket socket) {
        Parts.super.accepted(socket);
        var path = socket.path();
        var secret = path.substring(path.lastIndexOf('/') + 1);
        ((WebSocketInternal) socket)
                .channelHandlerContext()
                .pipeline()
                .addBefore("client-frames", "fault", new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                        if (cause instanceof CorruptedWebSocketFrameException) {
                            ended.add(secret);
                        }
                        ctx.fireExceptionCaught(cause);
                    }
                });
    }

    @Override
    public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
        return new PassingSessions(Parts.super.sessions(zoneIds, settings, realTime)) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                return ended.contains(secret) ? NONE : super.attach(secret, reader);
            }
        };
    }
}
