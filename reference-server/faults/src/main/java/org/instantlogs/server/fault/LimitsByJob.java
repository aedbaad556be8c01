package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** A server whose limits are others for some jobs. */
final class LimitsByJob extends OfSomeJobs {
    private final UnaryOperator<Duration> session;
    private final UnaryOperator<Duration> idle;

    LimitsByJob(Predicate<ObjectNode> some, UnaryOperator<Duration> session, UnaryOperator<Duration> idle) {
        super(some);
        this.session = session;
        this.idle = idle;
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return super.sessionWatch(clock, lock, isOne() ? session.apply(limit) : limit, reached);
    }

    @Override
    public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return super.idleWatch(clock, lock, isOne() ? idle.apply(limit) : limit, reached);
    }
}
