package org.instantlogs.suite.probe;

import java.net.URI;

/** Opens WebSockets as a well-behaved client does; paced and recorded. Thread-safe. */
public interface SocketProbe {

    /**
     * Connects; a 429 is waited out (Retry-After, else back-off) and counted.
     *
     * @throws HandshakeRefused where the answer is no valid 101
     * @throws NoAnswer where none came
     */
    Connection connect(URI address);

    /**
     * Connects; a 429 is refused like any other status.
     *
     * @throws HandshakeRefused where the answer is no valid 101
     * @throws NoAnswer where none came
     */
    Connection connectOnce(URI address);
}
