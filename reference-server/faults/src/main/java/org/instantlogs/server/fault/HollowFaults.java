package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.ServerOptions;
import org.instantlogs.server.front.Framing;
import org.instantlogs.server.front.Manner;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.ConnectLimit;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Servers that answer everything as they should, and whose streams stay empty or overflow. */
final class HollowFaults {
    private static final Framing NO_MESSAGES = lines -> List.of();

    private HollowFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("nothing-arrives", "who connects gets no record ever")
                        .breaks("IL-STREAM-02.delivers-each-request-once")
                        .mayBreak(Rules.ANY)
                        .of(new Parts() {
                            @Override
                            public Framing framing(Set<Manner> manners) {
                                return NO_MESSAGES;
                            }
                        }),
                fault("hundred-records-and-no-more", "a listener gets a hundred records and no more")
                        .breaks("IL-STREAM-02.delivers-each-of-many-records-once")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.readers(reader -> new PassingReader(reader) {
                            private int left = 100;

                            @Override
                            public synchronized void deliver(List<byte[]> lines) {
                                var passed = lines.subList(0, Math.min(left, lines.size()));
                                left -= passed.size();
                                super.deliver(passed);
                            }
                        })),
                fault("everything-is-taken-in-twice", "what comes in is taken in twice, as by a queue that retries")
                        .breaks("IL-STREAM-02.delivers-each-request-once")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.parts(right -> new PassingSessions(right) {
                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                super.publish(zoneId, records);
                                super.publish(zoneId, records);
                            }
                        })),
                fault("nothing-arrives-and-creations-count", "nobody gets a record, and the limit is one on creations")
                        .breaks("IL-HTTP-07.a-429-ends-no-running-session")
                        .mayBreak(Rules.ANY)
                        .options(connects(ApiPersonalities.LIMIT))
                        .of(hollowCreationsCounted()),
                fault(
                                "nothing-arrives-and-one-creation-is-the-limit",
                                "nobody gets a record, and each zone gets one job a minute")
                        .breaks("IL-HTTP-07.a-429-ends-no-running-session")
                        .mayBreak(Rules.ANY)
                        .options(connects(new ConnectLimit(1, Duration.ofMinutes(1))))
                        .of(hollowCreationsCounted()),
                fault(
                                "nothing-arrives-and-strangers-count",
                                "nobody gets a record, and unknown addresses count as well")
                        .breaks("IL-HTTP-07.a-429-ends-no-running-session")
                        .mayBreak(Rules.ANY)
                        .of(new StrangersCounted()));
    }

    private static UnaryOperator<ServerOptions> connects(ConnectLimit limit) {
        return options -> options.withSettings(options.settings().withConnects(limit));
    }

    private static Parts hollowCreationsCounted() {
        return new CreationsCounted(CreationsCounted.Also.NOTHING) {
            @Override
            public Framing framing(Set<Manner> manners) {
                return NO_MESSAGES;
            }
        };
    }

    private static final class StrangersCounted extends ZoneParts {
        private static final int MOST = 5;

        private final AtomicInteger strangers = new AtomicInteger();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    if (zoneOfSecret(secret).isEmpty() && strangers.incrementAndGet() > MOST) {
                        throw AttachRefused.tooMany(Duration.ofMinutes(1));
                    }
                    return super.attach(secret, reader);
                }
            };
        }

        @Override
        public Framing framing(Set<Manner> manners) {
            return NO_MESSAGES;
        }
    }
}
