package org.instantlogs.suite.probe;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** One HTTP client: sends a request and brings the answer, under a deadline that covers all of it. Thread-safe. */
interface Courier {

    /** At most so much of a body is kept. */
    int MOST_BODY = 8 * 1024 * 1024;

    /**
     * Sends once.
     *
     * @throws Exception whatever the client throws where no whole answer came
     */
    Delivered deliver(String method, URI uri, Map<String, String> headers, Optional<byte[]> body, Deadline deadline)
            throws Exception;

    /** What came back. */
    record Delivered(HttpHead head, HttpHead.Body body) {}
}
