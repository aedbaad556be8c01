package org.instantlogs.suite.cases.job;

import java.util.ArrayList;
import java.util.List;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Jobs of a zone made one after the other, each with the same request. */
final class SeveralJobs {
    private SeveralJobs() {}

    /**
     * So many jobs. Where a second one is refused and nothing but waiting can end the first, it is not tested: each would take
     * the idle limit.
     */
    static List<Job> in(Zone zone, int count) {
        var jobs = new ArrayList<Job>();
        jobs.add(zone.job(JobSpec.exampleJob()));
        var second = zone.create(JobSpec.exampleJob());
        boolean mustBeFreed = !second.isSuccess();
        second.job().ifPresent(jobs::add);
        if (mustBeFreed && zone.descriptor().reset().isEmpty() && !zone.movesTime()) {
            throw zone.judgement().notTested("reset or clock.advance");
        }
        while (jobs.size() < count) {
            if (mustBeFreed) {
                zone.frees();
            }
            jobs.add(zone.job(JobSpec.exampleJob()));
        }
        return jobs;
    }
}
