package org.instantlogs.suite.cases.job;

import java.util.List;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** What happens to zones that don't exist. Public API description: failures; see the notes, "bad zone id". */
public final class NoSuchZoneCases {

    static List<NoSuchZone> ids() {
        return NoSuchZone.all();
    }

    @Check("IL-JOB-30.refuses-a-zone-that-does-not-exist")
    @Variants("ids")
    void refusesAZoneThatDoesNotExist(Zone zone, Judgement judgement, NoSuchZone other) {
        var ids = other.ids(zone, judgement);
        zone.job(JobSpec.exampleJob());

        var answer = created(zone, ids.get(0));
        // the account may have zones that the descriptor doesn't name, hardly one of each of these ids
        for (int i = 1; i < ids.size() && answer.isSuccess(); i++) {
            answer = created(zone, ids.get(i));
        }

        answer.refusedInAnEnvelope();
    }

    private static CreateAnswer created(Zone zone, String id) {
        return zone.send(ApiRequest.create(id, JobSpec.exampleJob().toJson()));
    }

    @Check("IL-JOB-30.lists-nothing-of-a-zone-that-does-not-exist")
    void listsNothingOfAZoneThatDoesNotExist(Zone zone, Judgement judgement) {
        JobList.offeredBy(zone);

        for (NoSuchZone other : List.of(NoSuchZone.UNKNOWN, NoSuchZone.WORD)) {
            zone.send(ApiRequest.list(other.ids(zone, judgement).get(0))).refusedInAnEnvelope();
        }
        judgement.detail("asked", "GET of the jobs path of two zones that don't exist");
    }
}
