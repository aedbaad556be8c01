package org.instantlogs.suite.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * In what order the workers take up checks. Those that last or let time pass begin early, so that none of them is left to be waited for
 * when the others are done. Where the target's clock can't be moved all workers begin with them, and wait side by side for minutes. Where
 * it can, half of the workers do: whoever waits leaves the processor to somebody who has something to do. Thread-safe.
 */
final class Agenda {
    private static final Comparator<PlannedCheck> LASTING_FIRST =
            Comparator.comparing(check -> !check.judgedBy().lasts());
    private static final Comparator<PlannedCheck> WAITING_FIRST =
            Comparator.comparing(check -> !check.judgedBy().movesTime());

    private final Queue<PlannedCheck> lasting = new ConcurrentLinkedQueue<>();
    private final Queue<PlannedCheck> prompt = new ConcurrentLinkedQueue<>();
    private final int beginWithLasting;

    /**
     * Nothing of it is taken up yet.
     *
     * @param checks in the order in which they are taken up unless they last
     * @param movable whether the target's clock can be moved
     * @param workers how many there are, 1 or more
     */
    Agenda(List<PlannedCheck> checks, boolean movable, int workers) {
        checks.stream()
                .sorted(
                        movable
                                ? LASTING_FIRST.thenComparing(WAITING_FIRST)
                                : WAITING_FIRST.thenComparing(LASTING_FIRST))
                .forEach(check -> {
                    var judge = check.judgedBy();
                    (judge.lasts() || judge.movesTime() ? lasting : prompt).add(check);
                });
        this.beginWithLasting = movable ? (workers + 1) / 2 : workers;
    }

    /** What a worker takes up, one after the other; empty when nothing is left. Workers are counted from 0. */
    Supplier<Optional<PlannedCheck>> ofWorker(int number) {
        return number < beginWithLasting ? () -> next(lasting, prompt) : () -> next(prompt, lasting);
    }

    private static Optional<PlannedCheck> next(Queue<PlannedCheck> first, Queue<PlannedCheck> then) {
        return Optional.ofNullable(first.poll()).or(() -> Optional.ofNullable(then.poll()));
    }
}
