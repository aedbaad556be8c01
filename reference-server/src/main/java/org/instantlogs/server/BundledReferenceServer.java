package org.instantlogs.server;

import java.io.UncheckedIOException;
import java.util.EnumSet;
import org.instantlogs.fixtures.BundledTarget;

/** The server as the target that comes on the class path: on free loopback ports, with everything offered. */
public final class BundledReferenceServer implements BundledTarget {

    /** For the service loader. */
    public BundledReferenceServer() {}

    @Override
    public Booted boot(int zones) {
        try {
            return new Running(ReferenceServer.start(
                    ServerOptions.embedded().withZones(zones).withControl(0)));
        } catch (CannotStart e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Running(ReferenceServer server) implements Booted {

        @Override
        public String descriptor() {
            return DescriptorText.of(server, "bundled", EnumSet.allOf(Offer.class));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
