package org.instantlogs.server.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Begins a session that has ended anew when somebody connects to its address. */
final class BackAgain extends ZoneParts {
    private final Map<String, JobRequest> requests = new ConcurrentHashMap<>();

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                var job = super.create(zoneId, request);
                requests.put(job.sessionId(), request);
                return job;
            }

            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                var zone = zoneOfSecret(secret);
                var request = requests.get(secret);
                boolean free = request != null && list(zone).isEmpty();
                return super.attach(
                        request != null && free ? super.create(zone, request).sessionId() : secret, reader);
            }
        };
    }
}
