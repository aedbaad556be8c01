package org.instantlogs.server.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Gives jobs their ids and secrets, and knows which zone a secret leads to. Safe for all threads. */
final class Addresses {
    /** So many ended sessions are told apart from addresses that never were. */
    private static final int REMEMBERED = 10_000;

    private final Supplier<String> secrets;
    private final LongSupplier jobIds;
    private final Map<String, Zone> running = new LinkedHashMap<>();
    private final Map<String, Boolean> ended = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Addresses(Supplier<String> secrets, LongSupplier jobIds) {
        this.secrets = secrets;
        this.jobIds = jobIds;
    }

    /** A job of that zone, with an id and a secret of its own. */
    Job newJob(JobRequest request, Zone zone) {
        var job = new Job(
                jobIds.getAsLong(),
                secrets.get(),
                String.join(",", request.fields()),
                request.sample(),
                request.filterText());
        synchronized (this) {
            running.put(job.sessionId(), zone);
        }
        return job;
    }

    /** The zone of a running session. */
    synchronized Zone zone(String secret) throws AttachRefused {
        var zone = running.get(secret);
        if (zone == null) {
            throw ended.containsKey(secret) ? AttachRefused.ended() : AttachRefused.unknown();
        }
        return zone;
    }

    /** The session of that secret has ended. */
    synchronized void forget(String secret) {
        running.remove(secret);
        ended.put(secret, true);
    }
}
