package org.instantlogs.server.fault;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** While a zone has a session another is refused, which a target may do. */
class NewerRefused extends ZoneParts {
    @Override
    public final Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
        return new NoMore.Refusing(this::hasSession, right);
    }
}
