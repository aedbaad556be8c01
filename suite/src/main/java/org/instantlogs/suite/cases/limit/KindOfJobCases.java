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
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.LaterJobs;
import org.instantlogs.suite.zone.Zone;

/** That the limits hold whatever the job is. Source page: "Limits", the second and the third. */
public final class KindOfJobCases {
    private static final int SEVERAL = 4;

    /** What is asked for, or what came before it. */
    enum Kind implements Variant {
        WITH_A_FILTER,
        OF_ALL_FIELDS,
        BEHIND_OTHERS;

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
                case BEHIND_OTHERS -> LaterJobs.behind(SEVERAL, zone, Jobs.PLAIN);
            };
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

        stream.isOver("after the maximum session time");
        job.doesNotStream("after the maximum session time");
    }

    @Check("IL-LIMIT-08.a-job-is-over-after-the-idle-limit-whatever-it-is")
    @Variants("kinds")
    @Needs(Need.IDLE_TIME)
    void aJobIsOverAfterTheIdleLimitWhateverItIs(Zone zone, Kind kind) {
        var job = kind.in(zone);
        job.stream().close();
        var age = zone.age();

        age.exceeds(zone.descriptor().limits().idle());

        job.doesNotStream("after nobody has listened for more than the idle limit");
    }

    @Check("IL-LIMIT-09.streams-again-after-a-gap-whatever-the-job")
    @Variants("kinds")
    @Needs(Need.IDLE_TIME)
    void streamsAgainAfterAGapWhateverTheJob(Zone zone, Kind kind) {
        var job = kind.in(zone);
        job.stream().close();
        var age = zone.age();

        age.comesShortOf(zone.descriptor().limits().idle());

        job.streams().goesOn("after a gap in listening shorter than the idle limit");
    }
}
