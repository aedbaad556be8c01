package org.instantlogs.suite.probe;

import java.util.List;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;

/** Makes the target's log records: by injection or by HTTP requests to a zone's edge. Thread-safe. */
public interface TrafficProbe {

    /**
     * Posts records, one JSON object a line, and asserts that all were taken in.
     *
     * @throws TrafficFailed where the answer is not 202 with the right count
     * @throws NoAnswer where none came
     * @throws IllegalStateException where the descriptor has no {@code traffic.inject}
     */
    void inject(String zoneId, List<String> ndjsonLines);

    /**
     * Sends one request to the zone's edge with the zone's Host; any status is right.
     *
     * @return the answer's status
     * @throws NoAnswer where none came
     * @throws IllegalStateException where the zone has no {@code host} or no {@code edge}
     */
    int edge(ZoneEntry zone, EdgeRequest request);
}
