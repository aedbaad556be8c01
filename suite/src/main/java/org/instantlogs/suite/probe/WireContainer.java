package org.instantlogs.suite.probe;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.Map;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;

/**
 * Puts Tyrus on wires of ours, which it finds by this class's name: Tyrus speaks the protocol, and the connection
 * has our deadlines, bounds and endings, which its own containers do not show.
 */
public final class WireContainer implements ClientContainer {

    static final String ATTEMPT = "org.instantlogs.suite.probe.attempt";

    /** For Tyrus alone. */
    public WireContainer() {}

    @Override
    public void openClientSocket(ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine)
            throws DeploymentException, IOException {
        if (!(config.getUserProperties().get(ATTEMPT) instanceof TyrusAttempt attempt)) {
            throw new DeploymentException("no attempt to connect goes with this endpoint");
        }
        attempt.open(engine);
    }
}
