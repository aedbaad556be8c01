package org.instantlogs.server.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** A server that takes a protocol error for the end of the session: it delivers nothing to its address any more. */
final class BreachEndsSession extends ZoneParts {
    private static final Attachment NONE = () -> {};

    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final boolean ofTheZone;

    /** @param ofTheZone whether it ends those that the zone will have, too */
    BreachEndsSession(boolean ofTheZone) {
        this.ofTheZone = ofTheZone;
    }

    @Override
    public void accepted(ServerWebSocket socket) {
        super.accepted(socket);
        var path = socket.path();
        var secret = path.substring(path.lastIndexOf('/') + 1);
        var ends = ofTheZone ? zoneOf(socket) : secret;
        ((WebSocketInternal) socket)
                .channelHandlerContext()
                .pipeline()
                .addBefore("client-frames", "fault", new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                        if (cause instanceof CorruptedWebSocketFrameException) {
                            ended.add(ends);
                        }
                        ctx.fireExceptionCaught(cause);
                    }
                });
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                return ended.contains(ofTheZone ? zoneOfSecret(secret) : secret) ? NONE : super.attach(secret, reader);
            }
        };
    }
}
