package org.instantlogs.suite.zone;

import org.instantlogs.suite.probe.RawConnection;
import org.instantlogs.suite.probe.RawProbe.RawAnswer;

/**
 * A stream over a hand-driven socket.
 *
 * @param answer what the handshake was answered
 * @param socket the frames that go out and come in
 * @param stream what arrives on it, judged like any stream
 */
public record RawStream(RawAnswer answer, RawConnection socket, Stream stream) implements AutoCloseable {
    @Override
    public void close() {
        stream.close();
    }
}
