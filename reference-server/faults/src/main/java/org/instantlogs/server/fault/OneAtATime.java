package org.instantlogs.server.fault;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.instantlogs.server.Parts;

/** A server that has one hand: it answers a request of its API before it looks at the next, whosever that is. */
final class OneAtATime implements Parts {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isBusy;

    @Override
    public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
        return request -> {
            if (!request.path().endsWith("/jobs")) {
                right.handle(request);
                return;
            }
            request.pause();
            var context = Vertx.currentContext();
            inTurn(() -> context.runOnContext(now -> {
                request.response().endHandler(answered -> next());
                request.response().closeHandler(gone -> next());
                request.resume();
                right.handle(request);
            }));
        };
    }

    private synchronized void inTurn(Runnable served) {
        if (isBusy) {
            waiting.add(served);
        } else {
            isBusy = true;
            served.run();
        }
    }

    private synchronized void next() {
        var served = Optional.ofNullable(waiting.poll());
        isBusy = served.isPresent();
        served.ifPresent(Runnable::run);
    }
}
