package org.instantlogs.server.fault;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** Still counts a session that has come to a limit, and refuses the zone another one. */
final class NoMore extends ZonesRefused {
    private final boolean afterSessionTime;

    NoMore(boolean afterSessionTime) {
        this.afterSessionTime = afterSessionTime;
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return super.sessionWatch(clock, lock, limit, afterSessionTime ? noting(clock, reached) : reached);
    }

    @Override
    public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return super.idleWatch(clock, lock, limit, afterSessionTime ? reached : noting(clock, reached));
    }

    private Runnable noting(Timers clock, Runnable reached) {
        var zone = zoneOf(clock);
        return () -> {
            refuseFromNowOn(zone);
            reached.run();
        };
    }

    /** Refuses jobs to some zones. */
    record Refusing(java.util.function.Predicate<String> zones, Handler<HttpServerRequest> right)
            implements Handler<HttpServerRequest> {
        private static final int ZONE_AT = "/client/v4/zones/".length();

        @Override
        public void handle(HttpServerRequest request) {
            var path = String.valueOf(request.path());
            if (HttpMethod.POST.equals(request.method())
                    && path.matches("/client/v4/zones/[0-9a-f]{32}/logpush/edge(/jobs)?")
                    && zones.test(path.substring(ZONE_AT, ZONE_AT + 32))) {
                request.response()
                        .setStatusCode(403)
                        .putHeader("Content-Type", "application/json")
                        .end("{\"errors\":[{\"code\":1004,\"message\":\"the zone has a session\"}],\"messages\":[],"
                                + "\"result\":null,\"success\":false}");
            } else {
                right.handle(request);
            }
        }
    }
}
