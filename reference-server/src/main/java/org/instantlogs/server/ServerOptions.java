package org.instantlogs.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.instantlogs.server.front.Manner;
import org.instantlogs.server.front.TlsVersions;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.session.Settings;

/**
 * What a server is started with. A port of 0 stands for any free one.
 *
 * @param host the name or address to listen on; the control listener is on loopback whatever this says
 * @param port of the API and the streams, TLS
 * @param plainPort of the listener that answers 301
 * @param edgePort of the zones' hosts
 * @param controlPort of the control listener; empty = none
 * @param zones how many zones, 1 to 1000
 * @param accounts at least one; the first owns all zones, the others none
 * @param settings the sessions' limits
 * @param origin the web application behind the edge; empty = the built-in origin
 * @param caFile where to write the authority to trust; empty = a temporary file that goes with the server
 * @param manners what it does that is permitted and unusual
 */
public record ServerOptions(
        String host,
        int port,
        int plainPort,
        int edgePort,
        OptionalInt controlPort,
        int zones,
        List<Account> accounts,
        Settings settings,
        Optional<URI> origin,
        Optional<Path> caFile,
        TlsVersions tls,
        Set<Manner> manners) {

    public ServerOptions {
        checkPort("port", port);
        checkPort("plain-port", plainPort);
        checkPort("edge-port", edgePort);
        controlPort.ifPresent(control -> checkPort("control", control));
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
                "127.0.0.1",
                0,
                0,
                0,
                OptionalInt.empty(),
                1,
                List.of(Credentials.fresh("owner"), Credentials.fresh("stranger")),
                Settings.documented(),
                Optional.empty(),
                Optional.empty(),
                TlsVersions.QUICKLY_RESUMED,
                Set.of());
    }

    /** The same with so many zones. */
    public ServerOptions withZones(int count) {
        return new ServerOptions(
                host, port, plainPort, edgePort, controlPort, count, accounts, settings, origin, caFile, tls, manners);
    }

    /** The same with a control listener on that port. */
    public ServerOptions withControl(int control) {
        return new ServerOptions(
                host,
                port,
                plainPort,
                edgePort,
                OptionalInt.of(control),
                zones,
                accounts,
                settings,
                origin,
                caFile,
                tls,
                manners);
    }

    /** The same with other limits. */
    public ServerOptions withSettings(Settings limits) {
        return new ServerOptions(
                host, port, plainPort, edgePort, controlPort, zones, accounts, limits, origin, caFile, tls, manners);
    }

    /** The same with a web application behind the edge. */
    public ServerOptions withOrigin(URI application) {
        return new ServerOptions(
                host,
                port,
                plainPort,
                edgePort,
                controlPort,
                zones,
                accounts,
                settings,
                Optional.of(application),
                caFile,
                tls,
                manners);
    }

    /** The same with other manners. */
    public ServerOptions withManners(Set<Manner> unusual) {
        return new ServerOptions(
                host, port, plainPort, edgePort, controlPort, zones, accounts, settings, origin, caFile, tls, unusual);
    }

    /** The host as a URI has it, by which clients on this machine reach the server. */
    String reachableHost() {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }

    private static void checkPort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + ": " + port + " is no port; give 0 to 65535");
        }
    }
}
