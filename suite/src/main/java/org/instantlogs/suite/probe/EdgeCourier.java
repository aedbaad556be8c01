package org.instantlogs.suite.probe;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** One request to a zone's edge by hand, on a connection of its own: target, Host and version as they are asked for. */
record EdgeCourier(Workshop workshop, URI edge, EdgeRequest request) implements Courier {

    @Override
    public Delivered deliver(
            String method, URI shown, Map<String, String> headers, Optional<byte[]> body, Deadline deadline)
            throws Exception {
        List<Header> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(new Header(name, value)));
        if (lines.stream().noneMatch(line -> line.name().equalsIgnoreCase("Connection"))) {
            lines.add(new Header("Connection", "close"));
        }
        Upgrade asked = new Upgrade(method, request.target(), request.httpVersion(), lines, false);
        try (Wire wire = asked.connect(edge, Wire.secure(edge), OptionalInt.empty(), workshop)) {
            deadline.guard(wire);
            asked.send(wire.out());
            HttpHead head = HttpHead.read(wire.in());
            return new Delivered(head, head.body(wire.in(), method, MOST_BODY));
        }
    }
}
