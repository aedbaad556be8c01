package org.instantlogs.server;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.BundledTarget;
import org.instantlogs.server.session.ConnectLimit;
import org.instantlogs.server.session.Settings;

/** The server as the target that comes on the class path: on free loopback ports, with everything offered. */
public final class BundledReferenceServer implements BundledTarget {

    /** As many as a case needs between two resets, and soon reached by those that are about the limit. */
    private static final ConnectLimit SOON_REACHED = new ConnectLimit(8, Duration.ofMinutes(1));

    private final String name;
    private final UnaryOperator<ServerOptions> options;
    private final Parts parts;

    /** For the service loader. */
    public BundledReferenceServer() {
        this("bundled", UnaryOperator.identity(), Parts.RIGHT);
    }

    /**
     * A server of other options or other parts. Its descriptor tells the truth about the options and nothing of the parts.
     *
     * @param name how the descriptor calls it
     */
    public BundledReferenceServer(String name, UnaryOperator<ServerOptions> options, Parts parts) {
        this.name = name;
        this.options = options;
        this.parts = parts;
    }

    @Override
    public Booted boot(int zones) {
        makeTlsCheap();
        try {
            var settings = Settings.documented().withConnects(SOON_REACHED);
            var usual = ServerOptions.embedded().withZones(zones).withControl(0).withSettings(settings);
            return new Running(name, ReferenceServer.start(options.apply(usual), parts));
        } catch (CannotStart e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sessions are resumed from memory: the JDK's TLS otherwise hands each to the client, encrypted, and unpacks it again at
     * every resumption, which costs 5 % of a run. And the listeners' key is kept under a password that nobody needs, as it never leaves
     * the process: to derive a key from it ten thousand times, for each listener twice, took a fifth of a second of a run. Only
     * the whole JVM can be told, and before its first TLS: here it is the suite's own.
     */
    private static void makeTlsCheap() {
        unlessSaidOtherwise("jdk.tls.server.enableSessionTicketExtension", "false");
        unlessSaidOtherwise("keystore.pkcs12.keyPbeIterationCount", "1");
    }

    private static void unlessSaidOtherwise(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private record Running(String name, ReferenceServer server) implements Booted {

        @Override
        public String descriptor() {
            return DescriptorText.of(server, name, EnumSet.allOf(Offer.class));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
