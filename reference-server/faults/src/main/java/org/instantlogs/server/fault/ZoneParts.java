package org.instantlogs.server.fault;

import io.vertx.core.http.ServerWebSocket;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;
import org.jspecify.annotations.Nullable;

/** Parts that know the sessions as a whole: which zone a clock is of, which zone an address. */
abstract class ZoneParts implements Parts {
    private final Map<String, String> zonesOfSecrets = new ConcurrentHashMap<>();
    private volatile Collection<String> zoneIds = List.of();
    private volatile @Nullable SessionRegistry all;

    /** Changes what sessions do; as it stands here, nothing. */
    SessionRegistry sessions(SessionRegistry right) {
        return right;
    }

    @Override
    public final SessionRegistry sessions(Collection<String> ids, Settings settings, Timers realTime) {
        zoneIds = ids;
        var changed = sessions(new PassingSessions(Parts.super.sessions(ids, settings, realTime)) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                var job = super.create(zoneId, request);
                zonesOfSecrets.put(job.sessionId(), zoneId);
                return job;
            }
        });
        all = changed;
        return changed;
    }

    final SessionRegistry all() {
        return Objects.requireNonNull(all, "the sessions are made first");
    }

    final Collection<String> zoneIds() {
        return zoneIds;
    }

    final boolean hasSession(String zone) {
        return zoneIds.contains(zone) && !all().list(zone).isEmpty();
    }

    /** The zone that this is the time of. */
    final String zoneOf(InstantSource clock) {
        return zoneIds.stream()
                .filter(zone -> all().clock(zone) == clock)
                .findFirst()
                .orElseThrow();
    }

    /** The zone that a stream's socket belongs to. */
    final String zoneOf(ServerWebSocket socket) {
        return zoneOfSecret(socket.path().substring(socket.path().lastIndexOf('/') + 1));
    }

    /** The zone of an address that was given out; empty text for another. */
    final String zoneOfSecret(String secret) {
        return zonesOfSecrets.getOrDefault(secret, "");
    }
}
