package org.instantlogs.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.instantlogs.server.front.Manner;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.session.Settings;

/**
 * What a server is started with.
 *
 * @param zones how many zones, 1 to 1000
 * @param accounts at least one; the first owns all zones, the others none
 * @param settings the sessions' limits
 * @param origin the web application behind the edge; empty = the built-in origin
 * @param manners what it does that is permitted and unusual
 */
public record ServerOptions(
        Listening listening,
        int zones,
        List<Account> accounts,
        Settings settings,
        Optional<URI> origin,
        Set<Manner> manners) {

    public ServerOptions {
        if (zones < 1 || zones > 1_000) {
            throw new IllegalArgumentException("zones: " + zones + " of them; give 1 to 1000");
        }
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("account: there is none; give at least one");
        }
        accounts = List.copyOf(accounts);
        manners = Set.copyOf(manners);
    }

    /** Free ports on loopback, one zone, the documents' limits, no control listener, fresh credentials. */
    public static ServerOptions embedded() {
        return new ServerOptions(
                Listening.embedded(),
                1,
                List.of(Credentials.fresh("owner"), Credentials.fresh("stranger")),
                Settings.documented(),
                Optional.empty(),
                Set.of());
    }

    /** The same with so many zones. */
    public ServerOptions withZones(int count) {
        return new ServerOptions(listening, count, accounts, settings, origin, manners);
    }

    /** The same with a control listener on that port. */
    public ServerOptions withControl(int control) {
        return new ServerOptions(listening.withControl(control), zones, accounts, settings, origin, manners);
    }

    /** The same with other limits. */
    public ServerOptions withSettings(Settings limits) {
        return new ServerOptions(listening, zones, accounts, limits, origin, manners);
    }

    /** The same with a web application behind the edge. */
    public ServerOptions withOrigin(URI application) {
        return new ServerOptions(listening, zones, accounts, settings, Optional.of(application), manners);
    }

    /** The same with other manners. */
    public ServerOptions withManners(Set<Manner> unusual) {
        return new ServerOptions(listening, zones, accounts, settings, origin, unusual);
    }
}
