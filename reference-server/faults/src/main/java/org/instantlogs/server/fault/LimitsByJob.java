package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** A server whose limits are others for some jobs. A job is read and its session made on one thread. */
final class LimitsByJob implements Parts {
    private final Predicate<ObjectNode> some;
    private final UnaryOperator<Duration> session;
    private final UnaryOperator<Duration> idle;
    private final ThreadLocal<Boolean> isOne = ThreadLocal.withInitial(() -> false);

    /** @param some tells by the request's body whether the limits are others */
    LimitsByJob(Predicate<ObjectNode> some, UnaryOperator<Duration> session, UnaryOperator<Duration> idle) {
        this.some = some;
        this.session = session;
        this.idle = idle;
    }

    static boolean isFiltered(ObjectNode request) {
        return !request.path("filter").asText().isEmpty();
    }

    static boolean isSampled(ObjectNode request) {
        return request.path("sample").asLong(1) > 1;
    }

    @Override
    public JobReader jobReader() {
        var right = Parts.super.jobReader();
        return body -> {
            isOne.set(Json.object(body).filter(some).isPresent());
            return right.read(body);
        };
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return Parts.super.sessionWatch(clock, lock, isOne.get() ? session.apply(limit) : limit, reached);
    }

    @Override
    public Watch idleWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return Parts.super.idleWatch(clock, lock, isOne.get() ? idle.apply(limit) : limit, reached);
    }
}
