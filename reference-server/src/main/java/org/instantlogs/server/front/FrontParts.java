package org.instantlogs.server.front;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/** The parts that the front is made of. As each method stands here it makes the right one. */
public interface FrontParts {

    /** Decides whose a request is. */
    default Logins logins(List<Account> accounts) {
        return new AccountLogins(accounts);
    }

    /** The zone that a path names. */
    default Optional<Zone> zone(Zones zones, String id) {
        return zones.byId(id);
    }

    /** Has the last word on the answers of the API, of refused handshakes and of the plaintext listener. */
    default LastWord lastWord() {
        return LastWord.NONE;
    }

    /** Serves every request of the TLS listener; {@code right} is what does so by itself. */
    default Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
        return right;
    }

    /** Serves every request of the plaintext listener; {@code right} redirects it. */
    default Handler<HttpServerRequest> plaintext(Handler<HttpServerRequest> right) {
        return right;
    }

    /** Tells handshakes from other requests. */
    default HandshakeRules handshakeRules() {
        return HandshakeRules.RFC_6455;
    }

    /** A stream's socket has been accepted; nothing was written to it yet. On its event loop. */
    default void accepted(ServerWebSocket socket) {
        ClientFrames.watch(socket);
    }

    /** Makes messages of lines, for one socket. */
    default Framing framing(Set<Manner> manners) {
        return new MannerlyFraming(manners);
    }
}
