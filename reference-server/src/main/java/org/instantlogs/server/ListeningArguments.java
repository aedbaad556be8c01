package org.instantlogs.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.server.front.TlsVersions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to listen, from the command line. */
final class ListeningArguments {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "name or address to listen on (default: ${DEFAULT-VALUE})")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8443",
            description = "API and streams, TLS (default: ${DEFAULT-VALUE}; 0 = any free one, as for all ports)")
    private int port;

    @Option(
            names = "--plain-port",
            paramLabel = "PORT",
            defaultValue = "8442",
            description = "plain http and ws, answered 301 (default: ${DEFAULT-VALUE})")
    private int plainPort;

    @Option(
            names = "--edge-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "the zones' hosts, plain http (default: ${DEFAULT-VALUE})")
    private int edgePort;

    @Option(
            names = "--control",
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = "9900",
            description =
                    "open the control listener on loopback (default port: ${FALLBACK-VALUE}; without the option: none)")
    private @Nullable Integer control;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "write the certificate to trust here (default: a temporary file)")
    private @Nullable Path caFile;

    Listening listening() {
        refuseSharedPorts();
        return new Listening(
                host,
                port,
                plainPort,
                edgePort,
                control == null ? OptionalInt.empty() : OptionalInt.of(control),
                Optional.ofNullable(caFile),
                TlsVersions.ALL);
    }

    boolean hasControl() {
        return control != null;
    }

    /** Two listeners of this process could share a port without noticing. */
    private void refuseSharedPorts() {
        var fixed = IntStream.of(port, plainPort, edgePort, control == null ? 0 : control)
                .filter(number -> number != 0)
                .boxed()
                .collect(Collectors.toList());
        if (fixed.stream().distinct().count() != fixed.size()) {
            throw new IllegalArgumentException(
                    "--port, --plain-port, --edge-port and --control have to be different ports");
        }
    }
}
