package org.instantlogs.server.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.time.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether anybody listens to a session. Source page: "Limits", stop listening for more than 5 minutes. Guarded by the
 * zone's lock.
 *
 * <p>Without a reader the session has been left alone since the last one went. A reader that is attached is asked four times
 * within an idle limit; the session has been left alone since its last answer. Once that is longer than the limit, the watch
 * says so, once. While time is being moved, the reader is not asked, but taken to do what it did when the step began.
 */
final class IdleWatch implements Watch {
    private static final int QUESTIONS = 4;

    private final Timers clock;
    private final Lock lock;
    private final Duration idle;
    private final Runnable onIdle;

    private @Nullable Reader reader;
    private Instant heardAt;
    private boolean unanswered;
    private @Nullable Boolean listeningThroughout;
    private boolean over;
    private Timers.@Nullable Cancellable timer;

    IdleWatch(Timers clock, Lock lock, Duration idle, Runnable onIdle) {
        this.clock = clock;
        this.lock = lock;
        this.idle = idle;
        this.onIdle = onIdle;
        this.heardAt = clock.instant();
        schedule();
    }

    @Override
    public void attached(Reader newReader) {
        reader = newReader;
        answered();
        schedule();
    }

    @Override
    public void detached() {
        reader = null;
        // One that had stopped answering was not listening until it went.
        if (!unanswered) {
            answered();
        }
        schedule();
    }

    @Override
    public void beginStep(boolean listening) {
        listeningThroughout = listening;
        if (reader != null) {
            conclude(listening);
        }
    }

    @Override
    public void endStep() {
        if (Boolean.TRUE.equals(listeningThroughout) && reader != null) {
            conclude(true);
        }
        listeningThroughout = null;
    }

    @Override
    public void stop() {
        over = true;
        cancelTimer();
    }

    private void ring() {
        timer = null;
        var asked = reader;
        if (asked == null) {
            onIdle.run();
        } else if (listeningThroughout != null) {
            conclude(listeningThroughout);
        } else {
            asked.isListening()
                    .whenComplete((answer, failure) -> conclude(asked, failure == null && Boolean.TRUE.equals(answer)));
        }
    }

    private void conclude(Reader asked, boolean listening) {
        lock.lock();
        try {
            if (asked == reader) {
                conclude(listening);
            }
        } finally {
            lock.unlock();
        }
    }

    private void conclude(boolean listening) {
        if (over) {
            return;
        }
        if (listening) {
            answered();
        } else {
            unanswered = true;
            if (clock.instant().isAfter(heardAt.plus(idle))) {
                onIdle.run();
                return;
            }
        }
        schedule();
    }

    private void answered() {
        heardAt = clock.instant();
        unanswered = false;
    }

    private void schedule() {
        cancelTimer();
        // The limit itself still counts as within it: left alone for more than the limit, not for as long.
        var limit = heardAt.plus(idle).plusNanos(1);
        var question = clock.instant().plus(idle.dividedBy(QUESTIONS));
        timer = clock.at(reader == null || limit.isBefore(question) ? limit : question, this::ring);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
