package org.instantlogs.server.fault;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;
import org.jspecify.annotations.Nullable;

/** Parts that can reach the sessions of the server they make, as a mistake in the front may. */
abstract class SessionsKept extends InAZone {
    private volatile @Nullable SessionRegistry sessions;
    private volatile Set<String> zoneIds = Set.of();

    @Override
    public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
        var made = made(super.sessions(zoneIds, settings, realTime));
        sessions = made;
        this.zoneIds = Set.copyOf(zoneIds);
        return made;
    }

    /** The sessions as the fault makes them of the right ones. */
    SessionRegistry made(SessionRegistry right) {
        return right;
    }

    SessionRegistry sessions() {
        return Objects.requireNonNull(sessions, "the server is not put together yet");
    }

    /** Does something to a zone, if there is one of that id. */
    void inZone(String id, Consumer<String> effect) {
        if (zoneIds.contains(id)) {
            effect.accept(id);
        }
    }
}
