package org.instantlogs.server.fault;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRefused;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** What happens in one zone ends the sessions of the others. */
final class TiedZones extends ZoneParts {

    /** What it is. */
    enum On {
        CREATION,
        /** Ends those that nobody listens to. */
        CREATION_BESIDE_UNHEARD,
        FAREWELL,
        REFUSAL,
        TOO_MANY
    }

    private final On event;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    TiedZones(On event) {
        this.event = event;
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Job create(String zoneId, JobRequest request) {
                happens(On.CREATION, zoneId);
                happens(On.CREATION_BESIDE_UNHEARD, zoneId);
                return super.create(zoneId, request);
            }

            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                var ended = new AtomicBoolean();
                var zone = zoneOfSecret(secret);
                var attachment = attachOrTell(zone, secret, new PassingReader(reader) {
                    @Override
                    public void end(EndReason reason) {
                        ended.set(true);
                        super.end(reason);
                    }
                });
                heard.add(zone);
                return () -> {
                    heard.remove(zone);
                    attachment.detach();
                    if (!ended.get()) {
                        happens(On.FAREWELL, zone);
                    }
                };
            }

            private Attachment attachOrTell(String zone, String secret, Reader reader) throws AttachRefused {
                try {
                    return super.attach(secret, reader);
                } catch (AttachRefused refused) {
                    if (refused.why() == AttachRefused.Cause.TOO_MANY) {
                        happens(On.TOO_MANY, zone);
                    }
                    throw refused;
                }
            }
        };
    }

    @Override
    public JobReader jobReader() {
        var right = super.jobReader();
        return body -> {
            try {
                return right.read(body);
            } catch (JobRefused refused) {
                happens(On.REFUSAL, "");
                throw refused;
            }
        };
    }

    private void happens(On what, String zone) {
        if (what == event) {
            List.copyOf(zoneIds()).stream()
                    .filter(other -> !other.equals(zone))
                    .filter(other -> event != On.CREATION_BESIDE_UNHEARD || !heard.contains(other))
                    .forEach(other -> all().reset(other));
        }
    }

    /** Does something that takes other zones' locks, without the one that is held: two zones may be at it at once. */
    static void withoutLock(Lock held, Runnable does) {
        int holds = ((ReentrantLock) held).getHoldCount();
        for (int i = 0; i < holds; i++) {
            held.unlock();
        }
        try {
            does.run();
        } finally {
            for (int i = 0; i < holds; i++) {
                held.lock();
            }
        }
    }
}
