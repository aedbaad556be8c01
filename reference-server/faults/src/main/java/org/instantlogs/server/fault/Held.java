package org.instantlogs.server.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.ConnectGate;
import org.instantlogs.server.session.ConnectLimit;

/** Who is refused once is refused until that time is over without another request. */
record Held(Duration time) implements Parts {
    @Override
    public ConnectGate connectGate(ConnectLimit limit, InstantSource clock) {
        var right = Parts.RIGHT.connectGate(limit, clock);
        return new ConnectGate() {
            private Instant until = Instant.MIN;

            @Override
            public void count() throws AttachRefused {
                var now = clock.instant();
                if (now.isBefore(until)) {
                    throw refused();
                }
                try {
                    right.count();
                } catch (AttachRefused first) {
                    until = now.plus(time);
                    throw refused();
                }
            }

            private AttachRefused refused() {
                return AttachRefused.tooMany(Duration.ofSeconds(time.toSeconds()));
            }

            @Override
            public void forget() {
                until = Instant.MIN;
                right.forget();
            }
        };
    }
}
