package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.HandshakeRules;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.ConnectGate;
import org.instantlogs.server.session.ConnectLimit;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;

/** Mistakes with the limit on connection requests. */
final class ConnectRateFaults {
    private static final String RETRY_AFTER = "Retry-After";

    /** Lets everybody connect. */
    static final ConnectGate UNLIMITED = new ConnectGate() {
        @Override
        public void count() {}

        @Override
        public void forget() {}
    };

    private ConnectRateFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault(
                                "connects-half-again-the-limit",
                                "half as many connection requests again are served as the limit says")
                        .breaks("IL-HTTP-04.serves-no-more-than-the-rate-allows")
                        .mayBreak("IL-HTTP-04")
                        .of(limit(limit -> new ConnectLimit(limit.count() + limit.count() / 2, limit.per()))),
                fault("connects-unlimited", "connection requests are not limited")
                        .breaks("IL-HTTP-04.answers-429-beyond-the-rate")
                        .of(gate((right, limit, clock) -> UNLIMITED)),
                fault(
                                "connects-unlimited-to-one-session",
                                "connection requests are not limited, and while a zone has a session another is refused")
                        .breaks("IL-HTTP-04.answers-429-beyond-the-rate")
                        .of(new OneUnlimited()),
                fault("connects-counted-by-worker", "each of four workers counts connection requests for itself")
                        .breaks("IL-HTTP-04.answers-429-beyond-the-rate")
                        .of(limit(limit -> new ConnectLimit(4 * limit.count(), limit.per()))),
                fault(
                                "connects-thrice-the-limit",
                                "three times as many connection requests are served as the limit says")
                        .breaks("IL-HTTP-04.answers-429-beyond-the-rate")
                        .of(limit(limit -> new ConnectLimit(3 * limit.count(), limit.per()))),
                fault("connects-limited-too-soon", "one connection request less is served than the limit says")
                        .breaks("IL-HTTP-04.serves-requests-within-the-rate")
                        .of(limit(limit -> new ConnectLimit(limit.count() - 2, limit.per()))),
                fault(
                                "every-second-beyond-the-limit",
                                "of the connection requests beyond the limit every second is served")
                        .breaks("IL-HTTP-04.goes-on-answering-429")
                        .of(gate((right, limit, clock) -> new EverySecond(right.connectGate(limit, clock)))),
                fault("browsers-connect-unlimited", "connection requests with an Origin are not counted")
                        .breaks("IL-HTTP-04.answers-429-to-browsers-too")
                        .of(new BrowsersUncounted()),
                fault("too-many-is-503", "too many connection requests are answered 503")
                        .breaks("IL-HTTP-04.answers-429-beyond-the-rate")
                        .of(tooMany(answer -> Answers.withStatus(answer, 503))),
                fault("too-many-is-403", "too many connection requests are answered 403")
                        .breaks("IL-HTTP-04.answers-429-beyond-the-rate")
                        .of(tooMany(answer -> Answers.withStatus(answer, 403))),
                fault("no-retry-after", "a 429 has no Retry-After")
                        .breaks("IL-HTTP-05.carries-retry-after")
                        .of(tooMany(answer -> without(answer, RETRY_AFTER))),
                fault("retry-after-in-words", "the Retry-After of a 429 says `soon`")
                        .breaks("IL-HTTP-05.carries-retry-after")
                        .of(tooMany(answer -> answer.with(RETRY_AFTER, "soon"))),
                fault("retry-after-is-negative", "the Retry-After of a 429 is negative")
                        .breaks("IL-HTTP-05.carries-retry-after")
                        .of(tooMany(answer -> answer.with(RETRY_AFTER, "-1"))),
                fault("retry-after-in-milliseconds", "the Retry-After of a 429 has a fraction")
                        .breaks("IL-HTTP-05.carries-retry-after")
                        .of(tooMany(answer -> answer.with(RETRY_AFTER, "3.5"))),
                fault("retry-after-too-early", "the Retry-After of a 429 is 1, whatever there is to wait for")
                        .breaks("IL-HTTP-05.serves-a-request-after-retry-after")
                        .mayBreak("IL-LIMIT-09")
                        .of(retryAfter(new Held(Duration.ofMinutes(4)), "1")),
                fault(
                                "retry-after-rounded-down",
                                "the Retry-After of a 429 says how many whole seconds there are to wait")
                        .breaks("IL-HTTP-05.serves-a-request-after-retry-after")
                        .of(tooMany(answer ->
                                answer.with(RETRY_AFTER, less(answer.headers().getOrDefault(RETRY_AFTER, "0"))))),
                fault(
                                "refused-requests-count",
                                "each refused connection request begins the wait anew, Retry-After says the half")
                        .breaks("IL-HTTP-05.serves-a-request-after-retry-after")
                        .of(retryAfter(new Held(Duration.ofMinutes(2)), "60")),
                fault("connects-never-again", "who has once met the limit is refused for ever")
                        .breaks("IL-HTTP-06")
                        .mayBreak("IL-HTTP-05", "IL-LIMIT-09")
                        .of(new Held(Duration.ofDays(36_500))),
                fault("connects-again-after-ten-minutes", "who has met the limit is refused for ten minutes")
                        .breaks("IL-HTTP-06")
                        .mayBreak("IL-LIMIT-09")
                        .of(retryAfter(new Held(Duration.ofMinutes(10)), "600")),
                fault("third-offence-for-ten-minutes", "who meets the limit for the third time is refused ten minutes")
                        .breaks("IL-HTTP-06.connecting-works-again-the-third-time-too")
                        .of(gate((right, limit, clock) -> new ThirdOffence(right.connectGate(limit, clock), clock))),
                fault("connects-again-once", "who has met the limit may connect once in four minutes from then on")
                        .breaks("IL-HTTP-06")
                        // An address that outlives the quiet: what is asked anew then is a handshake on it.
                        .options(options -> options.withSettings(idleAfter(Duration.ofMinutes(10), options.settings())))
                        .of(gate((right, limit, clock) -> new OnceInAWhile(right.connectGate(limit, clock), clock))),
                fault(
                                "too-many-ends-all-zones",
                                "a connection request that is refused with 429 ends the other zones' sessions")
                        .breaks("IL-HTTP-07.a-429-ends-no-session-of-another-zone")
                        .mayBreak(Rules.ANY)
                        .of(new TiedZones(TiedZones.On.TOO_MANY)),
                fault(
                                "too-many-jobs-end-the-session",
                                "a creation that is refused with 429 has ended the session before")
                        .breaks("IL-HTTP-07")
                        .options(options ->
                                options.withSettings(options.settings().withConnects(ApiPersonalities.LIMIT)))
                        .of(new CreationsCounted(CreationsCounted.Also.ENDS_THE_SESSION)),
                fault("too-many-ends-the-session", "a connection request that is refused with 429 ends the session")
                        .breaks("IL-HTTP-07", "IL-HTTP-07.goes-on-whatever-else-is-asked-after-a-429")
                        .mayBreak("IL-HTTP-05", "IL-HTTP-06")
                        .of(new Ending()));
    }

    private static String less(String seconds) {
        return String.valueOf(Long.parseLong(seconds) - 1);
    }

    private static Answer without(Answer answer, String header) {
        var headers = new LinkedHashMap<>(answer.headers());
        headers.remove(header);
        return new Answer(answer.status(), headers, answer.body());
    }

    private static Settings idleAfter(Duration idle, Settings settings) {
        return new Settings(
                settings.session(), idle, settings.connects(), settings.recordsPerSecond(), settings.seed());
    }

    private static Parts tooMany(UnaryOperator<Answer> change) {
        return Answers.answers((request, answer) -> answer.status() == 429, change);
    }

    private static Parts limit(UnaryOperator<ConnectLimit> change) {
        return gate((right, limit, clock) -> right.connectGate(change.apply(limit), clock));
    }

    private static Parts gate(Gates gates) {
        return new Parts() {
            @Override
            public ConnectGate connectGate(ConnectLimit limit, InstantSource clock) {
                return gates.gate(Parts.RIGHT, limit, clock);
            }
        };
    }

    private static Parts retryAfter(Parts gates, String seconds) {
        return new Parts() {
            @Override
            public ConnectGate connectGate(ConnectLimit limit, InstantSource clock) {
                return gates.connectGate(limit, clock);
            }

            @Override
            public LastWord lastWord() {
                return (request, answer) -> answer.status() == 429 ? answer.with(RETRY_AFTER, seconds) : answer;
            }
        };
    }

    /** Makes the gate of a zone. */
    @FunctionalInterface
    private interface Gates {
        ConnectGate gate(Parts right, ConnectLimit limit, InstantSource clock);
    }

    private static final class OneUnlimited extends NewerRefused {
        @Override
        public ConnectGate connectGate(ConnectLimit limit, InstantSource clock) {
            return UNLIMITED;
        }
    }

    /** Lets every second one through that is refused. */
    private static final class EverySecond implements ConnectGate {
        private final ConnectGate right;
        private int refused;

        EverySecond(ConnectGate right) {
            this.right = right;
        }

        @Override
        public void count() throws AttachRefused {
            try {
                right.count();
            } catch (AttachRefused tooMany) {
                refused++;
                if (refused % 2 == 1) {
                    throw tooMany;
                }
            }
        }

        @Override
        public void forget() {
            right.forget();
        }
    }

    /** The third time that the limit is met after half a minute's peace, refuses all for ten minutes. */
    private static final class ThirdOffence implements ConnectGate {
        private static final Duration PEACE = Duration.ofSeconds(30);
        private static final Duration BLOCKED = Duration.ofMinutes(10);
        private final ConnectGate right;
        private final InstantSource clock;
        private Instant last = Instant.MIN;
        private Instant until = Instant.MIN;
        private int offences;

        ThirdOffence(ConnectGate right, InstantSource clock) {
            this.right = right;
            this.clock = clock;
        }

        @Override
        public void count() throws AttachRefused {
            var now = clock.instant();
            if (now.isBefore(until)) {
                throw AttachRefused.tooMany(Duration.between(now, until));
            }
            try {
                right.count();
            } catch (AttachRefused tooMany) {
                offences += now.isAfter(last.plus(PEACE)) ? 1 : 0;
                last = now;
                if (offences == 3) {
                    until = now.plus(BLOCKED);
                }
                throw tooMany;
            }
        }

        @Override
        public void forget() {
            right.forget();
            last = Instant.MIN;
            until = Instant.MIN;
            offences = 0;
        }
    }

    /** Once the limit was met, lets one through in four minutes. */
    private static final class OnceInAWhile implements ConnectGate {
        private static final Duration WHILE = Duration.ofMinutes(4);
        private final ConnectGate right;
        private final InstantSource clock;
        private Instant next = Instant.MIN;

        OnceInAWhile(ConnectGate right, InstantSource clock) {
            this.right = right;
            this.clock = clock;
        }

        @Override
        public void count() throws AttachRefused {
            var now = clock.instant();
            if (now.isBefore(next)) {
                throw AttachRefused.tooMany(Duration.between(now, next).plusSeconds(1));
            }
            if (next.isAfter(Instant.MIN)) {
                next = now.plus(WHILE);
                return;
            }
            try {
                right.count();
            } catch (AttachRefused tooMany) {
                next = now.plus(WHILE);
                throw AttachRefused.tooMany(WHILE);
            }
        }

        @Override
        public void forget() {
            next = Instant.MIN;
            right.forget();
        }
    }

    /** Knows, while a handshake is served, whether it has an Origin. */
    private static final class BrowsersUncounted implements Parts {
        private final ThreadLocal<Boolean> origin = ThreadLocal.withInitial(() -> false);

        @Override
        public HandshakeRules handshakeRules() {
            var right = Parts.super.handshakeRules();
            return request -> {
                origin.set(request.headers().contains("Origin"));
                return right.flawOf(request);
            };
        }

        @Override
        public ConnectGate connectGate(ConnectLimit limit, InstantSource clock) {
            var right = Parts.super.connectGate(limit, clock);
            return new ConnectGate() {
                @Override
                public void count() throws AttachRefused {
                    if (!origin.get()) {
                        right.count();
                    }
                }

                @Override
                public void forget() {
                    right.forget();
                }
            };
        }
    }

    /** Ends the reader and its session. */
    private static final class Ending extends SessionsKept {
        private final Map<String, Reader> readers = new ConcurrentHashMap<>();

        @Override
        SessionRegistry made(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    try {
                        var attachment = super.attach(secret, reader);
                        readers.put(secret, reader);
                        return attachment;
                    } catch (AttachRefused refused) {
                        var running = readers.remove(secret);
                        if (refused.why() == AttachRefused.Cause.TOO_MANY && running != null) {
                            running.end(EndReason.OTHER_READER);
                        }
                        throw refused;
                    }
                }
            };
        }
    }
}
