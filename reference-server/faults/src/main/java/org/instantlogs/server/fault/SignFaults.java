package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Reader;
import org.jspecify.annotations.Nullable;

/** Limits that a listener is not told of rightly. */
final class SignFaults {
    private SignFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("limit-as-4000", "a limit shows as a close with a code of the server's own")
                        .breaks("IL-LIMIT-12.the-session-time-shows-as-a-close-frame")
                        .mayBreak("IL-LIMIT-12")
                        .of(closing(close -> new CloseWebSocketFrame(4000, close.reasonText()))),
                fault("limit-without-a-reason", "a limit shows as a close without a reason")
                        .breaks("IL-LIMIT-12")
                        .of(closing(close -> new CloseWebSocketFrame(close.statusCode(), ""))),
                fault("limit-without-a-code", "a limit shows as a close without a code")
                        .breaks("IL-LIMIT-12")
                        .of(closing(close -> new CloseWebSocketFrame())),
                fault("replaced-unawares", "who is replaced keeps a connection that is silent")
                        .breaks("IL-LIMIT-12.being-replaced-shows-as-a-close-frame")
                        .of(PassingSessions.readers(reader -> new PassingReader(reader) {
                            @Override
                            public void end(EndReason reason) {
                                if (reason != EndReason.REPLACED) {
                                    super.end(reason);
                                }
                            }
                        })),
                fault("one-connection-a-session", "an address can be connected to once")
                        .breaks("IL-STREAM-15", "IL-LIMIT-09")
                        .mayBreak("IL-STREAM-15")
                        .of(connections(1)),
                fault("later-listeners-cut-off", "who has connected again is cut off without a close frame")
                        .breaks("IL-LIMIT-12.the-session-time-shows-as-a-close-frame-to-a-later-listener")
                        .mayBreak("IL-LIMIT-12")
                        .of(new CutOff()),
                fault("three-connections-a-session", "an address can be connected to three times")
                        .breaks("IL-STREAM-15.streams-again-after-it-was-lost-several-times")
                        .mayBreak("IL-LIMIT-05", "IL-LIMIT-09", "IL-STREAM-12")
                        .of(connections(3)));
    }

    private static Parts connections(int most) {
        return PassingSessions.parts(right -> new PassingSessions(right) {
            private final Map<String, Integer> connected = new ConcurrentHashMap<>();

            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                if (connected.merge(secret, 1, Integer::sum) > most) {
                    throw AttachRefused.ended();
                }
                return super.attach(secret, reader);
            }
        });
    }

    /** A server that closes with other frames than the right ones. */
    static Parts closing(UnaryOperator<CloseWebSocketFrame> change) {
        return new Parts() {
            @Override
            public void accepted(ServerWebSocket socket) {
                Parts.super.accepted(socket);
                var channel = ((WebSocketInternal) socket).channelHandlerContext();
                channel.pipeline().addBefore(channel.name(), "fault", new ChannelOutboundHandlerAdapter() {
                    @Override
                    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
                        if (message instanceof CloseWebSocketFrame close
                                && !close.reasonText().isEmpty()) {
                            var other = change.apply(close);
                            close.release();
                            ctx.write(other, promise).addListener(written -> {});
                        } else {
                            ctx.write(message, promise).addListener(written -> {});
                        }
                    }
                });
            }
        };
    }

    /** Has no farewell for the second and later connections to an address. */
    private static final class CutOff implements Parts {
        private final Map<String, Boolean> connected = new ConcurrentHashMap<>();

        @Override
        public void accepted(ServerWebSocket socket) {
            Parts.super.accepted(socket);
            if (connected.put(socket.path(), true) != null) {
                FrameFault.at(socket, new Silently());
            }
        }
    }

    /** Cuts the connection in place of a close frame that has a reason. */
    private static final class Silently extends FrameFault {
        private @Nullable ChannelHandlerContext channel;

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            channel = ctx;
        }

        @Override
        boolean keepsBack(WebSocketFrame frame) {
            boolean isFarewell = frame instanceof CloseWebSocketFrame close
                    && !close.reasonText().isEmpty();
            if (isFarewell && channel != null) {
                cut(channel);
            }
            return isFarewell;
        }
    }
}
