package org.instantlogs.server.http;

import io.vertx.core.http.HttpServerRequest;

/** Has the last word on every answer that is not a stream's. Called on the request's event loop. */
@FunctionalInterface
public interface LastWord {

    /** Lets every answer go as it is. */
    LastWord NONE = (request, answer) -> answer;

    /** What is sent in the place of the answer. */
    Answer on(HttpServerRequest request, Answer answer);
}
