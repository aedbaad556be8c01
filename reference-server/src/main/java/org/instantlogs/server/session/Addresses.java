package org.instantlogs.server.session;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Gives jobs their ids and secrets, and knows which zone a secret leads to. Safe for all threads. */
final class Addresses {
    private static final int SECRET_BYTES = 16;
    /** So many ended sessions are told apart from addresses that never were. */
    private static final int REMEMBERED = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong jobs = new AtomicLong();
    private final Map<String, Zone> running = new LinkedHashMap<>();
    private final Map<String, Boolean> ended = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A job of that zone, with an id and a secret of its own. */
    Job newJob(JobRequest request, Zone zone) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var job = new Job(
                jobs.incrementAndGet(),
                HexFormat.of().formatHex(secret),
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
