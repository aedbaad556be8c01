package org.instantlogs.suite.cases.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** What happens when a second session is asked for in a zone. Source page: "Limits", the first. */
public final class OneSessionCases {
    private static final int SEVERAL = 5;
    private static final int TOGETHER = 4;
    private static final int ROUNDS = 2;

    @Check("IL-LIMIT-01.never-lets-two-sessions-receive")
    @Variants("listeners")
    void neverLetsTwoSessionsReceive(Zone zone, Judgement judgement, Leaving older) {
        var first = zone.job(Jobs.PLAIN);
        var listener = older.happensTo(first);

        var second = zone.create(Jobs.PLAIN);

        judge(zone, judgement, first, listener, second);
    }

    /** However old the first one is. */
    @Check("IL-LIMIT-01.never-lets-two-sessions-receive-after-half-the-session-time")
    @Needs(Need.SESSION_TIME)
    void neverLetsTwoSessionsReceiveAfterHalfTheSessionTime(Zone zone, Judgement judgement) {
        var age = zone.age();
        var first = zone.job(Jobs.PLAIN);
        var listener = first.stream();
        age.reaches(zone.descriptor().limits().session().dividedBy(2));

        var second = zone.create(Jobs.PLAIN);

        judge(zone, judgement, first, Optional.of(listener), second);
    }

    /** The session that has given way is over, whatever becomes of the newer one, and its address leads to no other. */
    @Check("IL-LIMIT-01.the-address-of-a-replaced-session-does-not-stream")
    @Variants("heardOrNot")
    void theAddressOfAReplacedSessionDoesNotStream(Zone zone, Judgement judgement, Leaving newer) {
        var replaced = zone.job(Jobs.PLAIN);
        replaced.stream();
        var second = zone.create(Jobs.PLAIN);
        if (second.handled().isRefusal()) {
            judgement.observed("the newer session is refused");
            return;
        }
        var job = second.accepted();
        if (job.address().equals(replaced.address())) {
            throw judgement.inconclusive("two jobs have one address, so that their sessions can't be told apart");
        }
        var stream = job.streams();
        stream.goesOn("in a session that has replaced another");
        newer.leaves(stream);

        replaced.doesNotStream("after another session has taken the place of its own");

        if (newer == Leaving.ATTACHED) {
            stream.goesOn("after the address of the session before it was connected to");
        }
    }

    /** Who gives way once has to do so again. */
    @Check("IL-LIMIT-01.never-lets-a-second-and-a-third-session-receive")
    void neverLetsASecondAndAThirdSessionReceive(Zone zone, Judgement judgement) {
        zone.job(Jobs.PLAIN).stream();
        var older = zone.create(Jobs.PLAIN).job();
        if (older.isEmpty()) {
            throw judgement.notTested("a target that takes a job while the zone has a session, see IL-LIMIT-02");
        }
        for (int number = 3; number <= SEVERAL; number++) {
            var listener = older.get().connects();

            var newer = zone.create(Jobs.PLAIN);

            judge(zone, judgement, older.get(), listener, newer);
            older = newer.job().isPresent() ? newer.job() : older;
        }
    }

    /** A job that asks for something else than the one before it. */
    record Other(String name, JobSpec job) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("other", name);
        }
    }

    static List<Other> others() {
        var plain = JobSpec.job(Zone.MARKED);
        return List.of(
                new Other("fields", JobSpec.job(Zone.MARKED + ",ClientIP")),
                new Other(
                        "filter", plain.where(Filter.and(Filter.predicate("EdgeResponseStatus", Operator.LT, "600")))));
    }

    /** A zone has one session, and not one for each job that looks different. */
    @Check("IL-LIMIT-01.never-lets-sessions-of-different-jobs-receive")
    @Variants("others")
    void neverLetsSessionsOfDifferentJobsReceive(Zone zone, Judgement judgement, Other other) {
        var first = zone.job(Jobs.PLAIN);
        var listener = first.stream();

        var second = zone.create(other.job());

        judge(zone, judgement, first, Optional.of(listener), second);
    }

    @Check("IL-LIMIT-01.never-lets-sessions-of-two-logins-receive")
    @Needs({Need.EMAIL_KEY, Need.TOKEN})
    void neverLetsSessionsOfTwoLoginsReceive(Zone zone, Judgement judgement) {
        var request = ApiRequest.create(zone.id(), Jobs.PLAIN.toJson());
        var first = zone.send(request.as(Credentials.OWNER_EMAIL_KEY))
                .job()
                .orElseThrow(() -> judgement.inconclusive("set-up refused: a create with e-mail and key"));
        var listener = first.stream();

        var second = zone.send(request.as(Credentials.OWNER_TOKEN));

        judge(zone, judgement, first, Optional.of(listener), second);
    }

    /** The slower of two creations asked before there was any session, and is heard when there is one. */
    @Check("IL-LIMIT-01.never-lets-overlapping-creations-both-receive")
    void neverLetsOverlappingCreationsBothReceive(Zone zone, Judgement judgement) {
        var meanwhile = new ArrayList<CreateAnswer>();

        var slower = zone.createSlowly(Jobs.PLAIN, () -> meanwhile.add(zone.create(Jobs.PLAIN)));

        var first = meanwhile.stream()
                .flatMap(answer -> answer.job().stream())
                .findFirst()
                .orElseThrow(() -> judgement.inconclusive("set-up refused: a create while another one was under way"));
        // an answer that does not come at all is for IL-JOB-25 to judge
        slower.http();
        judge(zone, judgement, first, Optional.empty(), slower);
    }

    /** Whichever comes first: a target that asks whether there is a session and then makes one has to do both at once. */
    @Check("IL-LIMIT-01.never-lets-simultaneous-creations-all-receive")
    @Needs(Need.TRAFFIC)
    void neverLetsSimultaneousCreationsAllReceive(Zone zone, Judgement judgement) {
        for (int round = 1; round <= ROUNDS; round++) {
            if (round > 1) {
                zone.frees();
            }
            var jobs = zone.createTogether(Jobs.PLAIN, TOGETHER).stream()
                    .flatMap(answer -> answer.job().stream())
                    .toList();
            var streams = jobs.stream().flatMap(job -> job.connects().stream()).toList();
            var sent = zone.visited(Visits.assorted(3));
            streams.forEach(Stream::settle);
            long receiving = streams.stream()
                    .filter(stream ->
                            sent.stream().anyMatch(one -> !stream.linesOf(one).isEmpty()))
                    .count();
            judgement.expect(
                    receiving <= 1,
                    "of the sessions that were asked for at the same moment one receives at most",
                    "of " + TOGETHER + " " + receiving + " do");
        }
    }

    /** Who receives, where the second was accepted; that the first still does, where it wasn't. */
    private static void judge(
            Zone zone, Judgement judgement, Job first, Optional<Stream> listener, CreateAnswer second) {
        if (second.handled().isRefusal()) {
            listener.ifPresent(older -> older.goesOn("after a second one was refused"));
            return;
        }
        var newer = second.accepted();
        if (newer.address().equals(first.address())) {
            throw judgement.inconclusive("two jobs have one address, so that their sessions can't be told apart");
        }
        var olders = new ArrayList<Stream>();
        listener.or(first::connects).ifPresent(olders::add);
        var receiver = newer.connects();
        if (receiver.isEmpty()) {
            listener.ifPresent(older -> older.goesOn("after the handshake of a second one was refused"));
            return;
        }
        first.connects().ifPresent(olders::add);
        if (zone.canCauseTraffic()) {
            neverBoth(zone, judgement, olders, receiver.get());
        } else {
            receiver.get().someArrivals(1);
            olders.forEach(older -> older.isOver("in the older session while the newer one receives"));
        }
    }

    private static void neverBoth(Zone zone, Judgement judgement, List<Stream> olders, Stream newer) {
        newer.awaitAll(zone.visited(Visits.assorted(6)));
        olders.forEach(Stream::settle);
        long inOlder = olders.stream()
                .flatMap(older -> older.delivered().stream())
                .distinct()
                .count();
        long inNewer = newer.delivered().stream().distinct().count();
        judgement.expect(
                inOlder == 0 || inNewer == 0,
                "of two sessions in a zone one receives at most",
                "of 6 requests made then the older session received " + inOlder + " and the newer " + inNewer);
    }

    @Check("IL-LIMIT-02.who-gives-way")
    @Variants("listeners")
    void showsWhoGivesWay(Zone zone, Judgement judgement, Leaving older) {
        var first = zone.job(Jobs.PLAIN);
        var listener = older.happensTo(first);

        var second = zone.create(Jobs.PLAIN);

        if (!second.isSuccess()) {
            judgement.observed("the newer is refused with " + second.status());
        } else if (listener.isPresent()) {
            judgement.observed("the newer is accepted; the older one's connection " + fate(zone, listener.get()));
        } else {
            judgement.observed("the newer is accepted; the older one's address is "
                    + switch (first.aliveness()) {
                        case REFUSED -> "refused";
                        case SILENT -> "silent";
                        case STREAMING -> "streaming";
                    });
        }
    }

    private static String fate(Zone zone, Stream older) {
        if (older.awaitEnding().isPresent()) {
            return "is ended";
        }
        if (zone.canCauseTraffic() && older.awaitAll(zone.visited(Visits.assorted(2)))) {
            return "goes on";
        }
        return "stays open";
    }

    static List<Variant> heardOrNot() {
        return List.of(Leaving.ATTACHED, Leaving.DROPPED);
    }

    static List<Variant> listeners() {
        return Leaving.everyWay();
    }
}
