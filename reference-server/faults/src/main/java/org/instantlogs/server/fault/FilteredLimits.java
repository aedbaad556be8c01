package org.instantlogs.server.fault;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** A server whose limits are others where a job has a filter. A job is read and its session made on one thread. */
final class FilteredLimits implements Parts {
    private final UnaryOperator<Duration> session;
    private final UnaryOperator<Duration> idle;
    private final ThreadLocal<Boolean> isFiltered = ThreadLocal.withInitial(() -> false);

    FilteredLimits(UnaryOperator<Duration> session, UnaryOperator<Duration> idle) {
        this.session = session;
        this.idle = idle;
    }

    @Override
    public JobReader jobReader() {
        var filters = filters();
        return body -> JobRequest.read(body, text -> {
            isFiltered.set(!text.isEmpty());
            return filters.compile(text);
        });
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return Parts.super.sessionWatch(clock, lock, isFiltered.get() ? session.apply(limit) : limit, reached);
    }

    @Override
    public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return Parts.super.idleWatch(clock, lock, isFiltered.get() ? idle.apply(limit) : limit, reached);
    }
}
