package org.instantlogs.server;

import java.time.Duration;
import org.instantlogs.server.session.ConnectLimit;
import org.instantlogs.server.session.Settings;
import picocli.CommandLine.Option;

/** What sessions are held to, from the command line. */
final class SessionArguments {
    @Option(
            names = "--session",
            paramLabel = "DURATION",
            defaultValue = "PT60M",
            description = "maximum session time (default: ${DEFAULT-VALUE})")
    private Duration session = Duration.ZERO;

    @Option(
            names = "--idle",
            paramLabel = "DURATION",
            defaultValue = "PT5M",
            description = "how long a session lives without a listener (default: ${DEFAULT-VALUE})")
    private Duration idle = Duration.ZERO;

    @Option(
            names = "--connects",
            paramLabel = "COUNT/PERIOD",
            defaultValue = "30/PT1M",
            description = "connection requests a zone (default: ${DEFAULT-VALUE})")
    private ConnectLimit connects = new ConnectLimit(1, Duration.ofSeconds(1));

    @Option(
            names = "--records-per-second",
            paramLabel = "N",
            defaultValue = "1000",
            description = "maximum data rate of a session (default: ${DEFAULT-VALUE})")
    private int recordsPerSecond;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "where sampling and demo traffic draw their chance from (default: ${DEFAULT-VALUE})")
    private long seed;

    Settings settings() {
        return new Settings(session, idle, connects, recordsPerSecond, seed);
    }
}
