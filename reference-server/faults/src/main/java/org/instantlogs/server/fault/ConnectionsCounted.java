package org.instantlogs.server.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Parts that count how often a zone's newest session was connected to. A session is made on one thread. */
abstract class ConnectionsCounted extends ZoneParts {
    private final ThreadLocal<String> made = ThreadLocal.withInitial(() -> "");
    private final Map<String, Integer> connections = new ConcurrentHashMap<>();

    /** The zone whose session is being made. */
    final String zoneOfTheNewest() {
        return made.get();
    }

    final boolean isConnectedToAgain(String zone) {
        return connections.getOrDefault(zone, 0) > 1;
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                made.set(zoneId);
                connections.remove(zoneId);
                return super.create(zoneId, request);
            }

            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                connections.merge(zoneOfSecret(secret), 1, Integer::sum);
                return super.attach(secret, reader);
            }
        };
    }
}
