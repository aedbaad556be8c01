package org.instantlogs.server.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Watch;
import org.instantlogs.server.time.Timers;

/** Counts a session's time from its first connection, and says nothing at its end. */
final class FromFirstConnection extends ZoneParts {
    private static final Set<EndReason> UNTOLD =
            EnumSet.of(EndReason.SESSION_LIMIT, EndReason.IDLE, EndReason.REPLACED);

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                return super.attach(secret, new PassingReader(reader) {
                    @Override
                    public void end(EndReason reason) {
                        if (!UNTOLD.contains(reason)) {
                            super.end(reason);
                        }
                    }
                });
            }
        };
    }

    @Override
    public Watch sessionWatch(Timers clock, Lock lock, Duration limit, Runnable reached) {
        return new IdleWatches.FromFirstListener(
                () -> new PassingWatch(super.sessionWatch(clock, lock, limit, reached)));
    }
}
