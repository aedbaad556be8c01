package org.instantlogs.server.fault;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.HandshakeRules;
import org.instantlogs.server.http.Refusal;

/** Handshakes that are answered otherwise. */
final class Upgrades {
    private Upgrades() {}

    /** A server that refuses handshakes of some kind. */
    static Parts refusing(Predicate<HttpServerRequest> some) {
        return refusing(400, some);
    }

    /** A server that refuses handshakes of some kind with that status. */
    static Parts refusing(int status, Predicate<HttpServerRequest> some) {
        return judging(request -> some.test(request)
                ? Optional.of(new Refusal(status, 1000, "the handshake is not what is expected"))
                : Optional.empty());
    }

    /** A server that finds more flaws in handshakes. */
    static Parts judging(Function<HttpServerRequest, Optional<Refusal>> flaws) {
        return new Parts() {
            @Override
            public HandshakeRules handshakeRules() {
                var right = Parts.super.handshakeRules();
                return request -> right.flawOf(request).or(() -> flaws.apply(request));
            }
        };
    }

    /** A server that changes the headers of the 101. */
    static Parts answering(BiConsumer<HttpServerRequest, HttpHeaders> change) {
        return judging(request -> {
            change(request, change);
            return Optional.empty();
        });
    }

    /** Changes the headers of the 101 to this handshake. */
    static void change(HttpServerRequest request, BiConsumer<HttpServerRequest, HttpHeaders> change) {
        var channel = ((ConnectionBase) request.connection()).channelHandlerContext();
        channel.pipeline().addBefore(channel.name(), "changed-upgrade", new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
                if (message instanceof HttpResponse response
                        && response.status().code() == 101) {
                    change.accept(request, response.headers());
                }
                ctx.write(message, promise).addListener(written -> {});
            }
        });
    }
}
