package org.instantlogs.suite.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.probe.Connection.Message;
import org.junit.jupiter.api.Test;

/** How long records take is measured from when they leave, where that can be known. */
class InboxTest {
    private final Marks marks = new Marks("00c0ffee");
    private final Delays delays = new Delays();

    @Test
    void aDelayIsFromTheLastLeavingToTheFirstArrival() {
        var inbox = new Inbox(marks, delays);
        var sent = leaves();
        long left = marks.leftAt(sent).orElseThrow();

        var first = message(sent, left + 5_000_000);
        inbox.take(List.of(first));
        inbox.take(List.of(first, message(sent, left + 9_000_000)));

        assertThat(delays.nanos()).containsExactly(5_000_000);
    }

    @Test
    void whatLeftBeforeTheStreamWasOpenIsNotMeasured() {
        var sent = leaves();

        new Inbox(marks, delays).take(List.of(message(sent, System.nanoTime())));

        assertThat(delays.nanos()).isEmpty();
    }

    @Test
    void whatLeftWithManyOthersIsNotMeasured() {
        var inbox = new Inbox(marks, delays);
        var sent = marks.sent(marks.fresh(), LogRecord.empty());

        inbox.take(List.of(message(sent, System.nanoTime())));

        assertThat(delays.nanos()).isEmpty();
    }

    private Sent leaves() {
        var sent = marks.sent(marks.fresh(), LogRecord.empty());
        marks.leave(List.of(sent));
        return sent;
    }

    private static Message message(Sent sent, long nanoTime) {
        var line = "{\"RayID\":\"" + sent.mark() + "\"}";
        return new Message(true, line.getBytes(StandardCharsets.UTF_8), Instant.EPOCH, nanoTime);
    }
}
