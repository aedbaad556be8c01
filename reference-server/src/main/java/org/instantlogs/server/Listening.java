package org.instantlogs.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.instantlogs.server.front.TlsVersions;

/**
 * Where a server listens, and how it is trusted. A port of 0 stands for any free one.
 *
 * @param host the name or address to listen on; the control listener is on loopback whatever this says
 * @param port of the API and the streams, TLS
 * @param plainPort of the listener that answers 301
 * @param edgePort of the zones' hosts
 * @param controlPort of the control listener; empty = none
 * @param caFile where to write the authority to trust; empty = a temporary file that goes with the server
 */
public record Listening(
        String host,
        int port,
        int plainPort,
        int edgePort,
        OptionalInt controlPort,
        Optional<Path> caFile,
        TlsVersions tls) {

    public Listening {
        checkPort("port", port);
        checkPort("plain-port", plainPort);
        checkPort("edge-port", edgePort);
        controlPort.ifPresent(control -> checkPort("control", control));
    }

    /** Free ports on loopback, no control listener. */
    static Listening embedded() {
        return new Listening("127.0.0.1", 0, 0, 0, OptionalInt.empty(), Optional.empty(), TlsVersions.QUICKLY_RESUMED);
    }

    Listening withControl(int control) {
        return new Listening(host, port, plainPort, edgePort, OptionalInt.of(control), caFile, tls);
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
