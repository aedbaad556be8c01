package org.instantlogs.server.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;
import org.jspecify.annotations.Nullable;

/** Watches over the idle limit that count wrong. Guarded by the zone's lock, all of them. */
final class IdleWatches {
    private IdleWatches() {}

    /** Begins when somebody connects for the first time. */
    static final class FromFirstListener implements Watch {
        private final Supplier<Watch> watches;
        private @Nullable Watch watch;

        FromFirstListener(Supplier<Watch> watches) {
            this.watches = watches;
        }

        @Override
        public void attached(Reader reader) {
            if (watch == null) {
                watch = watches.get();
            }
            watch.attached(reader);
        }

        @Override
        public void detached() {
            if (watch != null) {
                watch.detached();
            }
        }

        @Override
        public void stop() {
            if (watch != null) {
                watch.stop();
            }
        }
    }

    /** Counts from when the last listener came, and looks only then whether he is still there. */
    static final class FromConnection implements Watch {
        private final Timers clock;
        private final Duration limit;
        private final Runnable reached;
        private boolean listened;
        private Timers.Cancellable timer;

        FromConnection(Timers clock, Duration limit, Runnable reached) {
            this.clock = clock;
            this.limit = limit;
            this.reached = reached;
            this.timer = clock.at(clock.instant().plus(limit), this::ring);
        }

        @Override
        public void attached(Reader reader) {
            listened = true;
            timer.cancel();
            timer = clock.at(clock.instant().plus(limit), this::ring);
        }

        @Override
        public void detached() {
            listened = false;
        }

        private void ring() {
            if (listened) {
                timer = clock.at(clock.instant().plus(limit), this::ring);
            } else {
                reached.run();
            }
        }

        @Override
        public void stop() {
            timer.cancel();
        }
    }

    /** Adds up the times without a listener. */
    static final class Gaps implements Watch {
        private final Timers clock;
        private final Runnable reached;
        private Duration left;
        private Instant since;
        private Timers.Cancellable timer;

        Gaps(Timers clock, Duration limit, Runnable reached) {
            this.clock = clock;
            this.reached = reached;
            this.left = limit;
            this.since = clock.instant();
            this.timer = clock.at(since.plus(limit), reached);
        }

        @Override
        public void attached(Reader reader) {
            timer.cancel();
            left = left.minus(Duration.between(since, clock.instant()));
        }

        @Override
        public void detached() {
            since = clock.instant();
            timer = clock.at(since.plus(left), reached);
        }

        @Override
        public void stop() {
            timer.cancel();
        }
    }

    /** Does not call its timer off when somebody comes back. */
    static final class Unstoppable implements Watch {
        private final Timers clock;
        private final Duration limit;
        private final Runnable reached;
        private Timers.Cancellable timer;
        private boolean left;

        Unstoppable(Timers clock, Duration limit, Runnable reached) {
            this.clock = clock;
            this.limit = limit;
            this.reached = reached;
            this.timer = clock.at(clock.instant().plus(limit), reached);
        }

        @Override
        public void attached(Reader reader) {
            if (!left) {
                timer.cancel();
            }
        }

        @Override
        public void detached() {
            left = true;
            timer.cancel();
            timer = clock.at(clock.instant().plus(limit), reached);
        }

        @Override
        public void stop() {
            timer.cancel();
        }
    }
}
