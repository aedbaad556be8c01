package org.instantlogs.server.front;

import io.vertx.core.MultiMap;
import org.instantlogs.server.http.Refusal;

/** Decides whose request it is. Safe for all threads. */
@FunctionalInterface
public interface Logins {

    /** The account of the request's headers, or why there is none. */
    Login of(MultiMap headers);

    /** Whose a request is. */
    sealed interface Login {
        /** That account's, by its id. */
        record Of(String account) implements Login {}

        /** Nobody's. */
        record Refused(Refusal refusal) implements Login {}
    }
}
