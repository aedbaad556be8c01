package org.instantlogs.suite.probe;

import java.time.Duration;
import java.util.List;

/** A WebSocket driven by hand: sends what a well-behaved client refuses to, and may stop reading. Thread-safe. */
public interface RawConnection extends Connection {

    /** The frames received, control frames too, the last 10,000 of them. */
    List<RawFrame> frames();

    /** Sends a frame as it is, mask and lengths and all. */
    void send(RawFrame frame);

    /** Sends bytes as they are. */
    void sendBytes(byte[] bytes);

    /** Reads nothing more from the socket until told; what the receive buffer holds fills up, then the window closes. */
    void stopReading();

    void resumeReading();

    /** Cuts the connection by a reset of TCP (RST), where {@link #drop} ends it. */
    void reset();

    /** True when the target has ended the TCP connection as well; the suite does so an answer's patience after a close frame. */
    boolean awaitEndOfStream(Duration atMost);
}
