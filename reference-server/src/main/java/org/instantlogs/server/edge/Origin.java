package org.instantlogs.server.edge;

import io.vertx.core.http.HttpServerRequest;

/** What stands behind the edge and answers its zones' requests. */
interface Origin {

    /** Answers the request, some time; the request's body has not been read yet. On the edge's event loop. */
    void answer(HttpServerRequest request);

    /** Its address, as a record shows it; empty if it has none. */
    String address();
}
