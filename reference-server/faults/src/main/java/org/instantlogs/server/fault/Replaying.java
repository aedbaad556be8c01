package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.record.Encoder;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Keeps a few records for who connects first, and writes lines as few would. */
final class Replaying extends ZoneParts {
    private static final int KEPT = 20;

    private final Map<String, List<LogRecord>> kept = new ConcurrentHashMap<>();

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public synchronized Job create(String zoneId, JobRequest request) {
                kept.put(zoneId, new ArrayList<>());
                return super.create(zoneId, request);
            }

            @Override
            public synchronized void reset(String zoneId) {
                kept.remove(zoneId);
                super.reset(zoneId);
            }

            @Override
            public synchronized void publish(String zoneId, List<LogRecord> records) {
                super.publish(zoneId, records);
                var waiting = kept.get(zoneId);
                if (waiting != null) {
                    waiting.addAll(records.subList(0, Math.min(records.size(), KEPT - Math.min(KEPT, waiting.size()))));
                }
            }

            @Override
            public synchronized Attachment attach(String secret, Reader reader) throws AttachRefused {
                var attachment = super.attach(secret, reader);
                var zone = zoneOfSecret(secret);
                var waiting = kept.remove(zone);
                if (waiting != null) {
                    super.publish(zone, waiting);
                }
                return attachment;
            }
        };
    }

    @Override
    public Encoder encoder(List<String> fields) {
        var right = super.encoder(fields);
        return (record, interval) -> {
            try {
                return StreamPersonalities.wide((ObjectNode) LineChange.JSON.readTree(right.encode(record, interval)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
