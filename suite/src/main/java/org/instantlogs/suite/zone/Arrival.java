package org.instantlogs.suite.zone;

import java.util.List;
import org.instantlogs.suite.ndjson.Line;
import org.instantlogs.suite.probe.Connection.Message;

/** A message with the lines it was split into at its newlines; the empty rest after a final newline is no line. */
public record Arrival(Message message, List<Line> lines) {
    public Arrival {
        lines = List.copyOf(lines);
    }
}
