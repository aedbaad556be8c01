package org.instantlogs.suite.cases.job;

import java.util.List;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** What happens to zones that don't exist. Public API description: failures; see the notes, "bad zone id". */
public final class NoSuchZoneCases {

    static List<NoSuchZone> ids() {
        return NoSuchZone.all();
    }

    @Check("IL-JOB-30.refuses-a-zone-that-does-not-exist")
    @Variants("ids")
    void refusesAZoneThatDoesNotExist(Zone zone, NoSuchZone other) {
        zone.job(JobSpec.exampleJob());

        var answer =
                zone.send(ApiRequest.create(other.id(zone), JobSpec.exampleJob().toJson()));

        answer.refusedInAnEnvelope();
    }

    @Check("IL-JOB-30.lists-nothing-of-a-zone-that-does-not-exist")
    void listsNothingOfAZoneThatDoesNotExist(Zone zone, Judgement judgement) {
        JobList.offeredBy(zone);

        zone.send(ApiRequest.list(NoSuchZone.UNKNOWN.id(zone))).refusedInAnEnvelope();
        zone.send(ApiRequest.list(NoSuchZone.WORD.id(zone))).refusedInAnEnvelope();
        judgement.detail("asked", "GET of the jobs path of two zones that don't exist");
    }
}
