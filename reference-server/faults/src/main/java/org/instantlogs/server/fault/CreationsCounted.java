package org.instantlogs.server.fault;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.ConnectGate;
import org.instantlogs.server.session.ConnectLimit;
import org.instantlogs.server.session.JobRefused;
import org.instantlogs.server.session.SessionRegistry;
import org.jspecify.annotations.Nullable;

/** Takes creations for the connection requests that are limited, and lets everybody connect as often as they like. */
class CreationsCounted extends SessionsKept {
    private static final int TOO_MANY = 1998;
    private static final int ONE_ALREADY = 1997;

    private final Map<String, ConnectGate> gates = new ConcurrentHashMap<>();
    private final ThreadLocal<Duration> wait = ThreadLocal.withInitial(() -> Duration.ZERO);
    private final Also also;
    private volatile @Nullable SessionRegistry right;
    private volatile ConnectLimit limit = new ConnectLimit(1, Duration.ofMinutes(1));

    /** What such a server does beside. */
    enum Also {
        NOTHING,
        /** A creation that is refused for the limit has ended the zone's session before. */
        ENDS_THE_SESSION,
        /** While a zone has a session another is refused, and counts. */
        REFUSES_THE_NEWER
    }

    CreationsCounted(Also also) {
        this.also = also;
    }

    @Override
    public ConnectGate connectGate(ConnectLimit limit, InstantSource clock) {
        this.limit = limit;
        return ConnectRateFaults.UNLIMITED;
    }

    @Override
    public JobReader jobReader() {
        var right = super.jobReader();
        return body -> {
            var request = right.read(body);
            count(zone());
            if (also == Also.REFUSES_THE_NEWER && !sessions().list(zone()).isEmpty()) {
                throw new JobRefused(ONE_ALREADY, "the zone has a session", "");
            }
            return request;
        };
    }

    private void count(String zone) throws JobRefused {
        var gate = gates.computeIfAbsent(
                zone, id -> Parts.RIGHT.connectGate(limit, sessions().clock(id)));
        synchronized (gate) {
            try {
                gate.count();
            } catch (AttachRefused refused) {
                wait.set(refused.retryAfter());
                if (also == Also.ENDS_THE_SESSION) {
                    right().reset(zone);
                }
                throw new JobRefused(TOO_MANY, "too many jobs; try again after a while", "");
            }
        }
    }

    @Override
    public LastWord lastWord() {
        return (request, answer) -> Answers.code(answer) == TOO_MANY
                ? Answers.withStatus(answer, 429)
                        .with("Retry-After", String.valueOf(wait.get().toSeconds()))
                : answer;
    }

    /** Ends sessions without forgetting what was counted. */
    private SessionRegistry right() {
        return Objects.requireNonNull(right, "the server is not put together yet");
    }

    @Override
    SessionRegistry made(SessionRegistry right) {
        this.right = right;
        return new PassingSessions(right) {
            @Override
            public void reset(String zoneId) {
                super.reset(zoneId);
                var gate = gates.get(zoneId);
                if (gate != null) {
                    synchronized (gate) {
                        gate.forget();
                    }
                }
            }
        };
    }
}
