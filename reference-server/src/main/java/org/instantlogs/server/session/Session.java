package org.instantlogs.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.filter.RecordFilter;
import org.instantlogs.server.record.Encoder;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.sample.DataRate;
import org.instantlogs.server.time.ZoneClock;
import org.jspecify.annotations.Nullable;

/**
 * One session of a zone: from its job's creation to its end, with readers coming and going. Guarded by the zone's lock.
 *
 * <p>A record goes through filter, client's sample, server's sample and encoder, in this order.
 */
final class Session {
    /** So many records are looked at between two looks at the clock and at the reader's backlog. */
    private static final int BATCH = 256;

    private final Job job;
    private final ZoneClock clock;
    private final RecordFilter filter;
    private final ClientSample sample;
    private final DataRate dataRate;
    private final Encoder encoder;
    private final List<Watch> watches;
    private @Nullable Reader reader;

    /**
     * A session that begins now.
     *
     * @param parts what it is made of
     * @param random a source of its own
     * @param onLimit what to do when one of its limits is reached
     */
    Session(
            Job job,
            JobRequest request,
            SessionParts parts,
            Settings settings,
            ZoneClock clock,
            Lock lock,
            SplittableRandom random,
            OnLimit onLimit) {
        this.job = job;
        this.clock = clock;
        filter = request.filter();
        sample = parts.clientSample(request.sample(), random.split());
        dataRate = parts.dataRate(settings.recordsPerSecond(), random.split());
        encoder = parts.encoder(request.fields());
        watches = List.of(
                parts.sessionWatch(
                        clock, lock, settings.session(), () -> onLimit.reached(this, EndReason.SESSION_LIMIT)),
                parts.idleWatch(clock, lock, settings.idle(), () -> onLimit.reached(this, EndReason.IDLE)));
    }

    Job job() {
        return job;
    }

    @Nullable
    Reader reader() {
        return reader;
    }

    void attach(Reader newReader) {
        if (reader != null) {
            reader.end(EndReason.OTHER_READER);
        }
        reader = newReader;
        watches.forEach(watch -> watch.attached(newReader));
    }

    void detach(Reader gone) {
        if (reader == gone) {
            reader = null;
            watches.forEach(Watch::detached);
        }
    }

    void beginStep(boolean listening) {
        watches.forEach(watch -> watch.beginStep(listening));
    }

    void endStep() {
        watches.forEach(Watch::endStep);
    }

    void end(EndReason reason) {
        watches.forEach(Watch::stop);
        var last = reader;
        reader = null;
        if (last != null) {
            last.end(reason);
        }
    }

    void publish(List<LogRecord> records) {
        for (int from = 0; from < records.size() && reader != null; from += BATCH) {
            publishBatch(reader, records.subList(from, Math.min(from + BATCH, records.size())));
            // A long list must not go on beyond the session's limit.
            clock.ringDue();
        }
    }

    private void publishBatch(Reader to, List<LogRecord> records) {
        var now = clock.instant();
        int backlog = to.backlog();
        long backlogBytes = to.backlogBytes();
        List<byte[]> lines = new ArrayList<>();
        for (LogRecord record : records) {
            if (filter.matches(record) && sample.keeps(record, now)) {
                long weight = dataRate.weigh(now, backlog + lines.size(), backlogBytes);
                if (weight > 0) {
                    var line = encoder.encode(record, weight);
                    lines.add(line);
                    backlogBytes += line.length;
                }
            }
        }
        if (!lines.isEmpty()) {
            to.deliver(lines);
        }
    }

    /** Told when a session has reached one of its limits. */
    @FunctionalInterface
    interface OnLimit {
        void reached(Session session, EndReason reason);
    }
}
