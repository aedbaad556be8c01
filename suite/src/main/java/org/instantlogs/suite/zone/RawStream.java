package org.instantlogs.suite.zone;

import org.instantlogs.suite.probe.RawConnection;

/**
 * A stream over a hand-driven socket.
 *
 * @param socket the frames that go out and come in
 * @param stream what arrives on it, judged like any stream
 */
public record RawStream(RawConnection socket, Stream stream) implements AutoCloseable {
    @Override
    public void close() {
        stream.close();
    }
}
