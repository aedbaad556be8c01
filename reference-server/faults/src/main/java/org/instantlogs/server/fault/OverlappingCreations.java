package org.instantlogs.server.fault;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at a zone's session before it reads a creation's body, and ends that one when it has read it: another may be there by then. */
final class OverlappingCreations extends TwoSessions {
    private final Map<String, Set<HttpServerRequest>> underWay = new ConcurrentHashMap<>();
    private final Set<String> overtaken = ConcurrentHashMap.newKeySet();

    @Override
    public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
        return request -> {
            if (HttpMethod.POST.equals(request.method())) {
                var others = underWay.computeIfAbsent(zoneOf(request), zone -> ConcurrentHashMap.newKeySet());
                others.add(request);
                request.response().endHandler(answered -> {
                    others.remove(request);
                    if (others.isEmpty()) {
                        overtaken.remove(zoneOf(request));
                    } else {
                        overtaken.add(zoneOf(request));
                    }
                });
            }
            right.handle(request);
        };
    }

    private static String zoneOf(HttpServerRequest request) {
        var parts = request.path().split("/", -1);
        return parts.length > 4 ? parts[4] : "";
    }

    @Override
    boolean keepsTheOlder(String zoneId, boolean isListenedTo) {
        return overtaken.contains(zoneId);
    }
}
