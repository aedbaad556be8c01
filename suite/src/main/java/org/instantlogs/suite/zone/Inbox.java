package org.instantlogs.suite.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.ndjson.Line;
import org.instantlogs.suite.ndjson.MessageReader;
import org.instantlogs.suite.probe.Connection.Message;

/** What has arrived on a connection, read once: messages into lines, lines into the case's records. Thread-safe. */
final class Inbox {
    private final Marks marks;
    private final Delays delays;
    private final long openedNanos = System.nanoTime();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<String, List<Line>> byMark = new LinkedHashMap<>();
    private final List<Sent> order = new ArrayList<>();

    /** @param delays of what was sent off after this was made, where it comes for the first time */
    Inbox(Marks marks, Delays delays) {
        this.marks = marks;
        this.delays = delays;
    }

    /** Reads what is new in a connection's growing list of messages. */
    synchronized void take(List<Message> messages) {
        for (Message message : messages.subList(Math.min(arrivals.size(), messages.size()), messages.size())) {
            var lines = MessageReader.read(message.payload());
            arrivals.add(new Arrival(message, lines));
            for (Line line : lines) {
                marks.find(line.raw()).ifPresent(sent -> {
                    measure(sent, message.nanoTime());
                    byMark.computeIfAbsent(sent.mark(), mark -> new ArrayList<>())
                            .add(line);
                    order.add(sent);
                });
            }
        }
    }

    private void measure(Sent sent, long arrived) {
        var left = marks.leftAt(sent);
        if (left.isPresent() && left.getAsLong() - openedNanos >= 0 && !byMark.containsKey(sent.mark())) {
            delays.add(Math.max(0, arrived - left.getAsLong()));
        }
    }

    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized int ownCount() {
        return order.size();
    }

    /** The case's records in the order in which their lines came, a repeated one repeatedly. */
    synchronized List<Sent> order() {
        return List.copyOf(order);
    }

    synchronized List<Line> lines(Sent sent) {
        return List.copyOf(byMark.getOrDefault(sent.mark(), List.of()));
    }

    synchronized boolean has(Sent sent) {
        return byMark.containsKey(sent.mark());
    }

    /** The first line of a record, where it could be read. */
    synchronized Optional<Line> first(Sent sent) {
        return lines(sent).stream().findFirst();
    }
}
