package org.instantlogs.suite.cases.limit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** That what happens to a session of one zone leaves that of another alone. Source page: "Limits", "per zone". */
public final class OtherZoneCases {

    /** What happens in the other zone. */
    enum Event implements Variant {
        STREAMS,
        IS_REFUSED,
        IS_REPLACED,
        IS_CLOSED,
        IS_DROPPED;

        void happensIn(Zone zone) {
            switch (this) {
                case STREAMS -> zone.create(Jobs.PLAIN).accepted().streams().goesOn("while another zone streams too");
                case IS_REFUSED -> {
                    zone.create("{\"fields\":");
                    zone.create(Jobs.PLAIN.filter("{\"where\":"));
                }
                case IS_REPLACED -> {
                    zone.stream(Jobs.PLAIN);
                    zone.create(Jobs.PLAIN);
                }
                case IS_CLOSED -> Leaving.CLOSED.leaves(zone.stream(Jobs.PLAIN));
                case IS_DROPPED -> Leaving.DROPPED.leaves(zone.stream(Jobs.PLAIN));
            }
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("other", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @Check("IL-LIMIT-04.goes-on-whatever-happens-in-another-zone")
    @Variants("events")
    void goesOnWhateverHappensInAnotherZone(Zone zone, Zone other, Judgement judgement, Event event) {
        var stream = Jobs.proven(zone, judgement);

        event.happensIn(other);
        // what a target makes of somebody's leaving, it makes when it has noticed
        stream.settle();

        stream.goesOn("whatever happens in another zone");
    }

    @Check("IL-LIMIT-04.keeps-a-job-nobody-listens-to-whatever-happens-in-another-zone")
    @Variants("events")
    void keepsAJobNobodyListensToWhateverHappensInAnotherZone(Zone zone, Zone other, Event event) {
        var job = zone.job(Jobs.PLAIN);

        event.happensIn(other);

        job.streams().goesOn("though something happened in another zone before anybody listened");
    }

    /** The other zone's session is half its time older, so that this holds under a clock that moves every zone too. */
    @Check("IL-LIMIT-04.outlives-the-session-time-of-another-zone")
    @Needs(Need.SESSION_TIME)
    void outlivesTheSessionTimeOfAnotherZone(Zone zone, Zone other, Judgement judgement) {
        var limit = zone.descriptor().limits().session();
        other.stream(Jobs.PLAIN);
        var age = other.age();
        age.reaches(limit.dividedBy(2));
        var own = zone.age();
        if (own.shortOf(limit).compareTo(limit.dividedBy(2).plusSeconds(3)) < 0) {
            throw judgement.notTested("clock.advance, or a limits.session well above the tolerance of 2 s");
        }
        var stream = zone.stream(Jobs.PLAIN);

        age.exceeds(limit);

        stream.goesOn("when the session time of another zone's session is over");
    }

    @Check("IL-LIMIT-04.outlives-the-idle-limit-of-another-zone")
    @Needs(Need.IDLE_TIME)
    @Variants("awayFromIt")
    void outlivesTheIdleLimitOfAnotherZone(Zone zone, Zone other, Leaving left) {
        var stream = zone.stream(Jobs.PLAIN);
        left.happensTo(other.job(Jobs.PLAIN));
        var age = other.age();

        age.exceeds(zone.descriptor().limits().idle());

        stream.goesOn("when the idle limit of another zone's session is over");
    }

    @Check("IL-LIMIT-04.streams-beside-a-busy-zone")
    @Needs(Need.TRAFFIC)
    void streamsBesideABusyZone(Zone zone, Zone other, Judgement judgement) {
        var stream = Jobs.proven(zone, judgement);
        var busy = other.stream(Jobs.PLAIN);

        other.visited(Visits.assorted(100));
        var sent = zone.visited(Visits.assorted(5));

        stream.deliversAll(sent);
        busy.goesOn("beside another zone");
    }

    static List<Variant> events() {
        return List.of(Event.values());
    }

    static List<Variant> awayFromIt() {
        return Leaving.awayFromIt();
    }
}
