package org.instantlogs.suite.cases.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.instantlogs.suite.cases.http.Rush.Refused;
import org.instantlogs.suite.check.Alone;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.descriptor.Descriptor.Rate;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.RawProbe.RawAnswer;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** The limit on connection requests. Source page: "Common questions", "I get a HTTP 429". */
@Alone
public final class ConnectRateCases {
    private static final Duration WAITED_OUT = Duration.ofMinutes(1);

    /** A clock that stands still between two steps of it would stand where the wait ends, neither before nor after. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** A date has no fraction, and the suite's clock is not the target's. */
    private static final Duration STEP_OF_DATES = Duration.ofSeconds(1);

    /** Few enough to be asked before much is allowed anew. */
    private static final int AT_ONCE = 8;

    private static final int MANY = 12;
    private static final int OFFENCES = 3;

    /** Two rushes take far less. */
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    /** A limit of so many has room for two requests after quiet, whatever else it counts. */
    private static final int SEVERAL = 4;

    @Check("IL-HTTP-04.answers-429-beyond-the-rate")
    void answers429BeyondTheRate(Zone zone, Judgement judgement) {
        var rush = new Rush(zone, judgement);

        var refused = rush.untilRefused();

        if (refused.isEmpty() && rush.isDue()) {
            judgement.violated(
                    "a 429 to connection requests beyond limits.connects",
                    "none of " + rush.served() + " handshakes in quick succession was answered 429");
        } else if (refused.isEmpty()) {
            throw rush.without429();
        } else if (refused.get().atHandshake() && rush.wentOnToNewJobs()) {
            judgeNewJobsAlone(zone, judgement);
        }
    }

    /**
     * Handshakes on one address met no limit, those on new ones did: either each job's first handshake counts and no other does,
     * or the limit is several times what it is said to be, which shows where nothing else was asked for before.
     */
    private static void judgeNewJobsAlone(Zone zone, Judgement judgement) {
        if (zone.descriptor().reset().isEmpty()) {
            return;
        }
        zone.frees();
        var rush = new Rush(zone, judgement);
        if (rush.onNewJobs().isEmpty() && rush.isDue()) {
            judgement.violated(
                    "a 429 to connection requests beyond limits.connects",
                    "it came to none of " + rush.served() + " handshakes on new jobs, but later than that");
        }
    }

    /** A limit that lets every second request through is none. */
    @Check("IL-HTTP-04.goes-on-answering-429")
    void goesOnAnswering429(Zone zone, Judgement judgement) {
        var rush = new Rush(zone, judgement);
        var refused = rush.untilRefused().orElseThrow(rush::without429);

        double tooMany = rush.servedTooMany(refused, AT_ONCE);

        judgement.expect(
                tooMany <= 0,
                "after a 429 others at once, but for one and those that are allowed anew since",
                "of " + AT_ONCE + " requests more were served between one 429 and another");
    }

    /** As a page in a browser asks, for a job that has a filter. */
    @Check("IL-HTTP-04.answers-429-to-browsers-too")
    void answers429ToBrowsersToo(Zone zone, Judgement judgement) {
        var filter = Filter.and(Filter.predicate("ClientRequestMethod", Operator.NEQ, "TRACE"));
        var rush = new Rush(
                zone,
                judgement,
                Rush.PLAIN.where(filter),
                Handshake.PLAIN.header("Origin", "https://dash.example.com"));

        var refused = rush.untilRefused();

        if (refused.isEmpty() && rush.isDue()) {
            judgement.violated(
                    "a 429 to connection requests beyond limits.connects",
                    "none of " + rush.served() + " handshakes with an Origin was answered 429");
        } else if (refused.isEmpty()) {
            throw rush.without429();
        }
    }

    /**
     * From a reset on, one after the other: where a window begins anew just then twice the limit is right, which can't happen a second
     * time at once.
     */
    @Check("IL-HTTP-04.serves-no-more-than-the-rate-allows")
    void servesNoMoreThanTheRateAllows(Zone zone, Judgement judgement) {
        var rate = zone.descriptor().limits().connects().orElseThrow(() -> judgement.notTested("limits.connects"));
        if (zone.descriptor().reset().isEmpty()) {
            throw judgement.notTested("reset");
        }
        if (rate.per().compareTo(HALF_A_MINUTE) < 0) {
            throw judgement.notTested("a limits.connects.per of at least " + HALF_A_MINUTE);
        }
        long over = servedBeyond(zone, judgement, rate);
        if (over > 0) {
            zone.frees();
            over = servedBeyond(zone, judgement, rate);
        }
        judgement.expect(
                over <= 0,
                "after " + rate.count()
                        + " connection requests in quick succession a 429, but for one and those that are allowed anew since",
                over + " more are served, twice");
    }

    /** How many handshakes on one address are served before the first 429, beyond those that the rate allows by then and one. */
    private static long servedBeyond(Zone zone, Judgement judgement, Rate rate) {
        var job = zone.job(Rush.PLAIN);
        var rush = new Rush(zone, judgement);
        long from = System.nanoTime();
        if (rush.handshakesOn(job.address()).isEmpty()) {
            throw judgement.notTested("a target that counts handshakes on one address");
        }
        double refilled = (double) (System.nanoTime() - from) / rate.per().toNanos() * rate.count();
        return rush.served() - rate.count() - 1 - (long) Math.ceil(refilled);
    }

    /** A reset has cleared the counters, so that the limit's own number of requests is due. */
    @Check("IL-HTTP-04.serves-requests-within-the-rate")
    void servesRequestsWithinTheRate(Zone zone, Judgement judgement) {
        var limit = zone.descriptor()
                .limits()
                .connects()
                .orElseThrow(() -> judgement.notTested("limits.connects"))
                .count();
        if (zone.descriptor().reset().isEmpty()) {
            throw judgement.notTested("reset");
        }
        var job = zone.job(Rush.PLAIN);
        var rush = new Rush(zone, judgement);

        // The creation may count as well.
        for (int asked = 1; asked < limit; asked++) {
            int number = asked + 1;
            rush.handshake(job.address())
                    .ifPresent(refused -> judgement.violated(
                            "the first " + limit + " connection requests are served",
                            "number " + number + " was answered 429"));
        }
    }

    @Check("IL-HTTP-05.carries-retry-after")
    void carriesRetryAfter(Zone zone, Judgement judgement) {
        var first = refused(zone, judgement);
        judgeRetryAfter(zone, judgement, first.retryAfter());

        var second = first.again().get();
        if (second.status() == Rush.TOO_MANY) {
            judgeRetryAfter(zone, judgement, second.retryAfter());
        }
    }

    private static void judgeRetryAfter(Zone zone, Judgement judgement, Optional<String> header) {
        judgement.expect(
                header.flatMap(text -> retryAfter(text, zone.now())).isPresent(),
                "a 429 with a Retry-After in seconds or as a date",
                header.map(text -> "Retry-After: " + text).orElse("none"));
    }

    @Check("IL-HTTP-05.serves-a-request-after-retry-after")
    void servesARequestAfterRetryAfter(Zone zone, Judgement judgement) {
        var refused = refused(zone, judgement);
        var header = refused.retryAfter();
        var told = header.flatMap(text -> retryAfter(text, zone.now()));
        if (told.isEmpty()) {
            judgement.observed("the 429 has no Retry-After to wait for");
            return;
        }
        var wait = told.get();
        if (!zone.movesTime() && wait.compareTo(WAITED_OUT) > 0) {
            throw judgement.notTested(Need.RECOVERY_TIME.property());
        }

        zone.passes(wait.plus(header.filter(ConnectRateCases::isInSeconds).isPresent() ? MOMENT : STEP_OF_DATES));

        int status = refused.again().get().status();
        judgement.expect(
                status != Rush.TOO_MANY && status < 500,
                "the request is served after Retry-After (" + wait.toSeconds() + " s)",
                "HTTP " + status);
    }

    @Check("IL-HTTP-06.connecting-works-again-after-some-minutes-of-quiet")
    @Needs(Need.RECOVERY_TIME)
    void connectingWorksAgainAfterSomeMinutesOfQuiet(Zone zone, Judgement judgement) {
        judgesRecovery(zone, judgement);
    }

    /** However often it was too much. */
    @Check("IL-HTTP-06.connecting-works-again-the-third-time-too")
    @Needs(Need.CLOCK)
    void connectingWorksAgainTheThirdTimeToo(Zone zone, Judgement judgement) {
        zone.job(Rush.PLAIN);
        for (int time = 1; time <= OFFENCES; time++) {
            if (zone.createOnce(Rush.PLAIN).isRefusal()) {
                // Whoever refuses another job now may do so after the quiet as well, and for that reason.
                throw judgement.notTested("a target that takes a job while the zone has a session, see IL-LIMIT-02");
            }
            judgesRecovery(zone, judgement);
        }
    }

    private static void judgesRecovery(Zone zone, Judgement judgement) {
        var refused = refused(zone, judgement);
        var answered = "";
        for (Duration quiet : Rush.quietTimes(zone)) {
            zone.passes(quiet);
            if (refused.atHandshake() && refused.again().get().status() == 101) {
                worksAgain(zone, judgement, refused.again().get().status());
                return;
            }
            // The session may be over meanwhile, and its address with it.
            var created = zone.createOnce(Rush.PLAIN);
            int status = created.job()
                    .map(job -> connect(zone, job.address()).status())
                    .orElseGet(created::status);
            if (status == 101) {
                created.job()
                        .ifPresent(job -> worksAgain(
                                zone, judgement, connect(zone, job.address()).status()));
                return;
            }
            answered = (created.isSuccess() ? "a handshake" : "a creation") + " was answered HTTP " + status;
        }
        judgement.violated("connecting works after 5 minutes of quiet", answered);
    }

    /** Once is not again: a limit of several has room for several after the quiet. */
    private static void worksAgain(Zone zone, Judgement judgement, int status) {
        boolean hasRoom = zone.descriptor()
                .limits()
                .connects()
                .filter(rate -> rate.count() >= SEVERAL)
                .isPresent();
        judgement.expect(
                !hasRoom || status != Rush.TOO_MANY,
                "connecting works after 5 minutes of quiet, not once only",
                "the second handshake was answered 429");
    }

    private static RawAnswer connect(Zone zone, URI address) {
        return zone.handshakeOnce(address, Handshake.PLAIN);
    }

    @Check("IL-HTTP-07.a-429-ends-no-running-session")
    void a429EndsNoRunningSession(Zone zone, Judgement judgement) {
        var job = zone.job(Rush.PLAIN);
        var stream = job.stream();
        var rush = new Rush(zone, judgement);
        var refused = rush.handshakesOnStrangeAddresses(job);
        if (refused.isPresent()) {
            int times = 1 + Rush.refusedAgain(refused.get(), MANY);
            stream.goesOn("after " + times + " connection requests were answered 429");
            return;
        }
        // Only known addresses count. A second reader may take the first one's place, so any of them will do; or be
        // refused.
        var readers = new ArrayList<Connection>();
        if (rush.isRefusedAsReader(job, readers)) {
            judgement.expect(
                    ReaderRush.goesOn(zone, stream, readers),
                    "the session goes on after a connection request was answered 429",
                    "no record of a request made then arrived");
            return;
        }
        // Only creations count. Each may take the place of the session before it, so it is the last one that has to go
        // on.
        var last = rush.jobBeforeA429(job);
        if (last == job) {
            judgement.expect(
                    ReaderRush.goesOn(zone, stream, readers),
                    "the session goes on after a creation was answered 429",
                    "no record of a request made then arrived");
        } else {
            last.streams().goesOn("after a creation was answered 429");
        }
    }

    /** Its filter goes on to act. */
    @Check("IL-HTTP-07.a-429-leaves-a-running-session-as-it-was")
    @Needs(Need.TRAFFIC)
    void a429LeavesARunningSessionAsItWas(Zone zone, Judgement judgement) {
        var filter = Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "PUT"));
        var session = ReaderRush.untilRefused(zone, judgement, zone.job(Rush.PLAIN.where(filter)));

        var sent = zone.visited(List.of(
                Visit.visit().method("GET"),
                Visit.visit().method("POST"),
                Visit.visit().method("PUT")));

        judgement.expect(
                session.hears(sent.get(2)),
                "what the session's filter lets through arrives after a 429",
                "a request made then did not arrive");
        judgement.expect(
                !session.hasHeard(sent.get(0)) && !session.hasHeard(sent.get(1)),
                "what the session's filter holds back does not arrive after a 429",
                "a request made then arrived all the same");
    }

    @Check("IL-HTTP-07.a-429-ends-no-session-of-another-zone")
    void a429EndsNoSessionOfAnotherZone(Zone zone, Zone other, Judgement judgement) {
        var stream = other.stream(Rush.PLAIN);

        refused(zone, judgement);

        stream.goesOn("after a connection request in another zone was answered 429");
    }

    @Check("IL-HTTP-08.what-the-limit-counts")
    void showsWhatTheLimitCounts(Zone zone, Zone other, Judgement judgement) {
        var elsewhere = other.job(Rush.PLAIN);
        var refused = refused(zone, judgement);

        int status = refused.atHandshake()
                ? connect(other, elsewhere.address()).status()
                : other.createOnce(Rush.PLAIN).status();

        judgement.observed((refused.atHandshake() ? "handshakes" : "creations")
                + (status == Rush.TOO_MANY ? " of a client or an account, whatever the zone" : " of a zone"));
    }

    private static Refused refused(Zone zone, Judgement judgement) {
        var rush = new Rush(zone, judgement);
        return rush.untilRefused().orElseThrow(rush::without429);
    }

    private static boolean isInSeconds(String retryAfter) {
        return retryAfter.matches("\\d{1,9}");
    }

    private static Optional<Duration> retryAfter(String text, Instant now) {
        if (isInSeconds(text)) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant())).filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
