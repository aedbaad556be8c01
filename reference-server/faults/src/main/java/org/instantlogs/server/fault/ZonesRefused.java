package org.instantlogs.server.fault;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.session.SessionRegistry;

/** Parts that come to refuse a zone every other session, until it is reset. */
abstract class ZonesRefused extends ZoneParts {
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    final void refuseFromNowOn(String zone) {
        refused.add(zone);
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public void reset(String zoneId) {
                refused.remove(zoneId);
                super.reset(zoneId);
            }
        };
    }

    @Override
    public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
        return new NoMore.Refusing(refused::contains, right);
    }
}
