package org.instantlogs.suite.cases.limit;

import java.util.List;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** The jobs of this area. */
final class Jobs {
    /** All that passes, in two fields. */
    static final JobSpec PLAIN = JobSpec.job(Zone.MARKED);

    private Jobs() {}

    /** A connected stream that has proved that it streams, as far as the target lets the suite prove it. */
    static Stream proven(Zone zone, Judgement judgement) {
        var stream = zone.stream(PLAIN);
        if (zone.canCauseTraffic() && !stream.awaitAll(zone.visited(List.of(Visit.visit())))) {
            throw judgement.inconclusive("set-up failed: a request made while the stream was connected did not arrive");
        }
        return stream;
    }
}
