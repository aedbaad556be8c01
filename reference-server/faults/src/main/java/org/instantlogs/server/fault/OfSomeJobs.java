package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import org.instantlogs.server.Parts;

/** Parts that go wrong with some jobs only. A job is read, and its session made, on one thread. */
abstract class OfSomeJobs implements Parts {
    private final Predicate<ObjectNode> some;
    private final ThreadLocal<Boolean> isOne = ThreadLocal.withInitial(() -> false);

    /** @param some tells by the request's body which they are */
    OfSomeJobs(Predicate<ObjectNode> some) {
        this.some = some;
    }

    static boolean isFiltered(ObjectNode request) {
        return !request.path("filter").asText().isEmpty();
    }

    static boolean isSampled(ObjectNode request) {
        return request.path("sample").asLong(1) > 1;
    }

    /** Whether the job that is being made is one of them. */
    final boolean isOne() {
        return isOne.get();
    }

    @Override
    public JobReader jobReader() {
        var right = Parts.super.jobReader();
        return body -> {
            isOne.set(Json.object(body).filter(some).isPresent());
            return right.read(body);
        };
    }
}
