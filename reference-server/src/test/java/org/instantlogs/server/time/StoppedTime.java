package org.instantlogs.server.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Real time for tests: it stands still, and moves when it is told to. For one thread that moves it; any may read. */
public final class StoppedTime implements Timers {
    private final List<Bell> bells = new ArrayList<>();
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public synchronized Cancellable at(Instant due, Runnable action) {
        var bell = new Bell(due, action);
        bells.add(bell);
        return () -> remove(bell);
    }

    /** Lets real time pass; everything due rings, each at its time. */
    public void pass(Duration by) {
        var end = now.plus(by);
        for (var next = next(end); next != null; next = next(end)) {
            now = next.due.isAfter(now) ? next.due : now;
            next.action.run();
        }
        now = end;
    }

    /** How many bells are set. */
    public synchronized int bells() {
        return bells.size();
    }

    private synchronized void remove(Bell bell) {
        bells.remove(bell);
    }

    private synchronized @Nullable Bell next(Instant end) {
        var next = bells.stream()
                .filter(bell -> !bell.due.isAfter(end))
                .min(Comparator.comparing(Bell::due))
                .orElse(null);
        bells.remove(next);
        return next;
    }

    private record Bell(Instant due, Runnable action) {}
}
