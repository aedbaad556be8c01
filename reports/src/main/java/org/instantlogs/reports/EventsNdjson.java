package org.instantlogs.reports;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What happens in a run while it goes on: {@code events.ndjson}, one JSON object a line. Each line is flushed, so that a run
 * that is cut off leaves all it knew.
 *
 * <p>Any number of threads may write; lines never mix. A line that cannot be written is an {@link UncheckedIOException}.
 */
public final class EventsNdjson implements Closeable {

    private final Writer lines;
    private final InstantSource clock;
    private final ReentrantLock oneLineAtATime = new ReentrantLock();

    /**
     * Starts with no line written.
     *
     * @param lines takes UTF-8 text; closed with this
     */
    public EventsNdjson(Writer lines, InstantSource clock) {
        this.lines = new BufferedWriter(lines);
        this.clock = clock;
    }

    /** Says that this check belongs to the run. */
    public void declared(String check) {
        write("declared", json -> json.text("check", check));
    }

    /** Says that work on this check has begun. */
    public void started(String check) {
        write("started", json -> json.text("check", check));
    }

    /** Says what became of a check. */
    public void judged(CheckResult check) {
        write(
                "judged",
                json -> json.text("check", check.id())
                        .text("verdict", check.verdict().label())
                        .number("durationMs", check.duration().toMillis())
                        .text("reason", check.reason()));
    }

    /** Says that the run is over, and how it ended. */
    public void finished(Report report) {
        write(
                "finished",
                json -> json.text("outcome", report.outcome().label())
                        .number("checks", report.checks().size())
                        .text("trouble", report.trouble()));
    }

    private void write(String event, Json.Part members) {
        oneLineAtATime.lock();
        try {
            lines.write(Json.line(json -> {
                json.text("event", event).text("at", clock.instant().toString());
                members.write(json);
            }));
            lines.write('\n');
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("event `" + event + "` could not be written to events.ndjson", e);
        } finally {
            oneLineAtATime.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        oneLineAtATime.lock();
        try {
            lines.close();
        } finally {
            oneLineAtATime.unlock();
        }
    }
}
