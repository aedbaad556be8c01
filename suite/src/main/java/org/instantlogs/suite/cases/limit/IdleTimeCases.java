package org.instantlogs.suite.cases.limit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Age;
import org.instantlogs.suite.zone.RawStream;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** How long a socket may go unheard, on both sides of the limit. Source page: "Limits", the third. */
@Needs(Need.IDLE_TIME)
public final class IdleTimeCases {
    private static final String WANTED = "/wanted-by-the-filter";
    private static final int STEPS = 6;
    private static final int SEVERAL = 5;
    private static final int MOST_GAPS = 12;

    /** What the filter keeps away from the listener. */
    enum Silence implements Variant {
        NO_TRAFFIC,
        OTHER_TRAFFIC;

        @Override
        public Map<String, String> axes() {
            return Map.of("zone", this == NO_TRAFFIC ? "without-traffic" : "with-other-traffic");
        }
    }

    @Check("IL-LIMIT-08.a-job-nobody-listens-to-is-over-after-the-idle-limit")
    @Variants("awayFromIt")
    void aJobNobodyListensToIsOverAfterTheIdleLimit(Zone zone, Leaving left) {
        var job = zone.job(Jobs.PLAIN);
        left.happensTo(job);
        var age = zone.age();

        age.exceeds(zone.descriptor().limits().idle());

        job.doesNotStream("after nobody has listened for more than the idle limit");
    }

    @Check("IL-LIMIT-08.a-later-gap-ends-a-job-as-the-first-does")
    @Variants("goneAgain")
    void aLaterGapEndsAJobAsTheFirstDoes(Zone zone, Judgement judgement, Leaving left) {
        var idle = zone.descriptor().limits().idle();
        var job = zone.job(Jobs.PLAIN);
        left.happensTo(job);
        zone.age().reaches(idle.dividedBy(4));
        var again = job.connects();
        again.ifPresent(left::leaves);
        var age = zone.age();

        age.exceeds(idle);

        if (again.isEmpty()) {
            judgement.observed("its address can't be connected to again");
        }
        job.doesNotStream("after nobody has listened for more than the idle limit, for the second time");
    }

    /** However often somebody has come and gone before. */
    @Check("IL-LIMIT-08.a-gap-after-several-short-ones-ends-a-job")
    void aGapAfterSeveralShortOnesEndsAJob(Zone zone, Judgement judgement) {
        var idle = zone.descriptor().limits().idle();
        var session = zone.age();
        refuseIfSessionEnds(zone, judgement, session, idle.multipliedBy(2));
        var job = zone.job(Jobs.PLAIN);
        job.stream().close();
        for (int gap = 1; gap < SEVERAL; gap++) {
            zone.age().reaches(idle.dividedBy(SEVERAL));
            job.connects().ifPresent(Stream::drop);
        }
        var age = zone.age();

        age.exceeds(idle);

        job.doesNotStream(
                "after nobody has listened for more than the idle limit, after " + (SEVERAL - 1) + " shorter gaps");
    }

    /** However old the session is. */
    @Check("IL-LIMIT-08.a-gap-late-in-a-session-ends-it")
    void aGapLateInASessionEndsIt(Zone zone, Judgement judgement) {
        var limits = zone.descriptor().limits();
        var session = zone.age();
        var late = session.shortOf(limits.session()).minus(limits.idle().multipliedBy(2));
        if (late.compareTo(limits.idle()) < 0) {
            throw judgement.notTested("a limits.session well above four times limits.idle");
        }
        var job = zone.job(Jobs.PLAIN);
        var stream = job.stream();
        session.reaches(late);
        stream.close();
        var age = zone.age();

        age.exceeds(limits.idle());

        job.doesNotStream("after nobody has listened for more than the idle limit, late in the session");
    }

    @Check("IL-LIMIT-08.requests-of-the-zone-do-not-count-as-listening")
    @Needs(Need.TRAFFIC)
    void requestsOfTheZoneDoNotCountAsListening(Zone zone) {
        var idle = zone.descriptor().limits().idle();
        var job = zone.job(Jobs.PLAIN);
        job.stream().close();
        var age = zone.age();
        age.reaches(idle.dividedBy(2));
        zone.visited(Visits.assorted(3));

        age.exceeds(idle);

        job.doesNotStream("after nobody has listened for more than the idle limit, though the zone was visited");
    }

    @Check("IL-LIMIT-08.asking-for-the-list-does-not-count-as-listening")
    void askingForTheListDoesNotCountAsListening(Zone zone) {
        var idle = zone.descriptor().limits().idle();
        var job = zone.job(Jobs.PLAIN);
        job.stream().close();
        var age = zone.age();
        age.reaches(idle.dividedBy(2));
        zone.list();
        zone.create("{\"fields\":");

        age.exceeds(idle);

        job.doesNotStream("after nobody has listened for more than the idle limit, though its job was listed");
    }

    @Check("IL-LIMIT-09.streams-again-after-a-gap-shorter-than-the-idle-limit")
    @Variants("awayFromIt")
    void streamsAgainAfterAGapShorterThanTheIdleLimit(Zone zone, Judgement judgement, Leaving left) {
        var idle = zone.descriptor().limits().idle();
        refuseIfSessionEnds(zone, judgement, zone.age(), idle.multipliedBy(2));
        var created = zone.age();
        var job = zone.job(Jobs.PLAIN);
        if (left != Leaving.NEVER_CONNECTED) {
            var stream = job.stream();
            if (zone.canCauseTraffic()) {
                stream.awaitAll(zone.visited(Visits.assorted(1)));
            }
            // The gap begins when the listener leaves, and not when he came or heard something.
            created.reaches(idle.dividedBy(2));
            left.leaves(stream);
        }
        var gap = left == Leaving.NEVER_CONNECTED ? created : zone.age();

        gap.comesShortOf(idle);

        job.streams().goesOn("after a gap in listening shorter than the idle limit");
    }

    @Check("IL-LIMIT-09.gaps-do-not-add-up")
    void gapsDoNotAddUp(Zone zone, Judgement judgement) {
        var limits = zone.descriptor().limits();
        var session = zone.age();
        refuseIfSessionEnds(zone, judgement, session, limits.idle().multipliedBy(2));
        var job = zone.job(Jobs.PLAIN);
        job.stream().close();
        for (int gap = 1; gap <= gapsIn(zone, session); gap++) {
            zone.age().comesShortOf(limits.idle());
            var stream = job.streams();
            stream.goesOn("after gap " + gap + ", which like those before is shorter than the idle limit");
            stream.close();
        }
    }

    /** As many as a session has room for, where no time has to be waited out. */
    private static int gapsIn(Zone zone, Age session) {
        var limits = zone.descriptor().limits();
        long fit = session.shortOf(limits.session()).dividedBy(limits.idle());
        return (int) Math.min(fit, zone.movesTime() ? MOST_GAPS : 2);
    }

    @Check("IL-LIMIT-09.a-gap-is-over-when-somebody-listens-again")
    @Variants("goneAgain")
    void aGapIsOverWhenSomebodyListensAgain(Zone zone, Judgement judgement, Leaving left) {
        var limits = zone.descriptor().limits();
        var whole = zone.age();
        refuseIfSessionEnds(zone, judgement, whole, limits.idle().multipliedBy(2));
        var job = zone.job(Jobs.PLAIN);
        left.happensTo(job);
        var gap = zone.age();
        gap.reaches(limits.idle().dividedBy(2));
        var stream = job.streams();

        gap.exceeds(limits.idle());

        stream.goesOn("to a listener who has come back, when the idle limit since he left is over");
    }

    @Check("IL-LIMIT-13.a-silent-stream-is-not-an-idle-one")
    @Variants("silences")
    void aSilentStreamIsNotAnIdleOne(Zone zone, Judgement judgement, Silence silence) {
        var limits = zone.descriptor().limits();
        var age = zone.age();
        var silent = zone.movesTime()
                ? later(
                        limits.idle().multipliedBy(3),
                        limits.session().multipliedBy(3).dividedBy(4))
                : limits.idle().multipliedBy(3);
        var until = earlier(silent, age.shortOf(limits.session()));
        refuseIfSessionEnds(zone, judgement, age, limits.idle().plusSeconds(3));
        if (silence == Silence.OTHER_TRAFFIC && !zone.canCauseTraffic()) {
            throw judgement.notTested(Need.TRAFFIC.property());
        }
        var stream = zone.stream(
                Jobs.PLAIN.where(Filter.and(Filter.predicate("ClientRequestPath", Operator.CONTAINS, WANTED))));

        if (zone.canCauseTraffic() && !stream.awaitAll(zone.visited(List.of(wanted())))) {
            throw judgement.inconclusive("set-up failed: a request that the filter lets through did not arrive");
        }

        for (int step = 1; step <= STEPS; step++) {
            age.reaches(until.multipliedBy(step).dividedBy(STEPS), until);
            if (silence == Silence.OTHER_TRAFFIC) {
                zone.visited(Visits.assorted(2));
            }
        }

        if (zone.canCauseTraffic()) {
            stream.deliversAll(zone.visited(List.of(wanted())));
        } else {
            stream.goesOn("however long the filter matches nothing");
        }
    }

    private static Visit wanted() {
        return Visit.visit().suffix(WANTED);
    }

    /** Which of two readers of one address leaves. */
    enum Gone implements Variant {
        FIRST,
        SECOND;

        @Override
        public Map<String, String> axes() {
            return Map.of("gone", name().toLowerCase(Locale.ROOT));
        }
    }

    static List<Variant> gone() {
        return List.of(Gone.values());
    }

    /** Where the target lets two read from one address, somebody listens until both have left. */
    @Check("IL-LIMIT-06.goes-on-when-one-of-two-readers-has-left")
    @Needs({Need.IDLE_TIME, Need.TRAFFIC})
    @Variants("gone")
    void goesOnWhenOneOfTwoReadersHasLeft(Zone zone, Judgement judgement, Gone gone) {
        var idle = zone.descriptor().limits().idle();
        refuseIfSessionEnds(zone, judgement, zone.age(), idle.multipliedBy(2));
        var job = zone.job(Jobs.PLAIN);
        var first = job.stream();
        var second = job.anotherRawStream().map(RawStream::stream);
        if (second.isEmpty()) {
            judgement.observed("a second reader is refused");
            return;
        }
        var sent = zone.visited(Visits.assorted(2));
        second.get().awaitOwn(sent.size());
        first.settle();
        second.get().settle();
        if (!first.delivered().containsAll(sent) || !second.get().delivered().containsAll(sent)) {
            judgement.observed("of two readers one receives");
            return;
        }
        var stays = gone == Gone.FIRST ? second.get() : first;
        (gone == Gone.FIRST ? first : second.get()).close();

        zone.age().exceeds(idle);

        stays.goesOn("to the one of two readers who has stayed, when the idle limit since the other left is over");
    }

    private static void refuseIfSessionEnds(Zone zone, Judgement judgement, Age age, Duration needed) {
        if (age.shortOf(zone.descriptor().limits().session()).compareTo(needed) < 0) {
            throw judgement.notTested("a limits.session above " + needed);
        }
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static List<Variant> awayFromIt() {
        return Leaving.awayFromIt();
    }

    static List<Variant> goneAgain() {
        return Leaving.goneAgain();
    }

    static List<Variant> silences() {
        return List.of(Silence.values());
    }
}
