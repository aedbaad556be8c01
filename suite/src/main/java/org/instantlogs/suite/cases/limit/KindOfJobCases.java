package org.instantlogs.suite.cases.limit;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Aliveness;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.LaterJobs;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** That the limits hold whatever the job is. Source page: "Limits", the second and the third. */
public final class KindOfJobCases {
    private static final int SEVERAL = 4;
    private static final int MUCH = 300;

    /** What is asked for, or what came before it. */
    enum Kind implements Variant {
        WITH_A_FILTER,
        OF_ALL_FIELDS,
        SAMPLED,
        BEHIND_OTHERS,
        IN_PLACE_OF_A_HEARD_ONE,
        HEARD_BEFORE;

        Job in(Zone zone) {
            return switch (this) {
                case WITH_A_FILTER ->
                    zone.job(Jobs.PLAIN.where(
                            Filter.and(Filter.predicate("ClientRequestMethod", Operator.NEQ, "TRACE"))));
                case OF_ALL_FIELDS ->
                    zone.job(JobSpec.job(
                            Dataset.httpRequests().fields(zone.descriptor().profile()).stream()
                                    .map(Field::name)
                                    .collect(joining(","))));
                case SAMPLED -> zone.job(Jobs.PLAIN.sample(2));
                case BEHIND_OTHERS -> LaterJobs.behind(SEVERAL, zone, Jobs.PLAIN);
                case IN_PLACE_OF_A_HEARD_ONE -> {
                    zone.stream(Jobs.PLAIN);
                    var newer = zone.create(Jobs.PLAIN).job();
                    yield newer.orElseThrow(() -> zone.judgement()
                            .notTested("a target that takes a job while the zone has a session, see IL-LIMIT-02"));
                }
                case HEARD_BEFORE -> {
                    var job = zone.job(Jobs.PLAIN);
                    var stream = job.stream();
                    if (zone.canCauseTraffic()) {
                        stream.awaitAll(zone.visited(Visits.assorted(MUCH)));
                    }
                    stream.drop();
                    isTakenAgain(zone, job);
                    yield job;
                }
            };
        }

        private static void isTakenAgain(Zone zone, Job job) {
            if (job.aliveness() == Aliveness.REFUSED) {
                throw zone.judgement().notTested("a target that streams again to who connects again, see IL-STREAM-15");
            }
        }

        /** How many requests tell whether its session streams: all but one in 2^40 samples let one of them through. */
        int proof() {
            return this == SAMPLED ? 40 : 2;
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("job", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    static List<Variant> kinds() {
        return List.of(Kind.values());
    }

    @Check("IL-LIMIT-05.a-session-is-over-whatever-its-job")
    @Variants("kinds")
    @Needs(Need.SESSION_TIME)
    void aSessionIsOverWhateverItsJob(Zone zone, Kind kind) {
        var job = kind.in(zone);
        var stream = job.stream();
        var age = zone.age();

        age.exceeds(zone.descriptor().limits().session());

        stream.isOverAmong(kind.proof(), "after the maximum session time");
        job.doesNotStreamAmong(kind.proof(), "after the maximum session time");
    }

    /** Though nothing comes over it any more. */
    @Check("IL-LIMIT-06.goes-on-until-the-session-time-whatever-the-job")
    @Variants("kinds")
    @Needs(Need.SESSION_TIME)
    void goesOnUntilTheSessionTimeWhateverTheJob(Zone zone, Kind kind) {
        var age = zone.age();
        var stream = kind.in(zone).stream();

        age.comesShortOf(zone.descriptor().limits().session());

        stream.goesOnAmong(kind.proof(), "shortly before the maximum session time");
    }

    @Check("IL-LIMIT-08.a-job-is-over-after-the-idle-limit-whatever-it-is")
    @Variants("kinds")
    @Needs(Need.IDLE_TIME)
    void aJobIsOverAfterTheIdleLimitWhateverItIs(Zone zone, Kind kind) {
        var job = kind.in(zone);
        job.stream().close();
        var age = zone.age();

        age.exceeds(zone.descriptor().limits().idle());

        job.doesNotStreamAmong(kind.proof(), "after nobody has listened for more than the idle limit");
    }

    @Check("IL-LIMIT-09.streams-again-after-a-gap-whatever-the-job")
    @Variants("kinds")
    @Needs(Need.IDLE_TIME)
    void streamsAgainAfterAGapWhateverTheJob(Zone zone, Kind kind) {
        var job = kind.in(zone);
        job.stream().close();
        var age = zone.age();

        age.comesShortOf(zone.descriptor().limits().idle());

        job.streams().goesOnAmong(kind.proof(), "after a gap in listening shorter than the idle limit");
    }
}
