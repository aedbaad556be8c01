package org.instantlogs.suite.cases.auth;

import java.util.List;
import java.util.Set;
import org.instantlogs.suite.cases.job.JobList;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** What wrong credentials lead to. Source page: example request; public API description: failures. */
public final class WrongLoginCases {
    static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    static List<WrongLogin> wrongLogins() {
        return WrongLogin.all();
    }

    @Check("IL-AUTH-03.refuses-a-job")
    @Variants("wrongLogins")
    void refusesAJob(Zone zone, WrongLogin wrong) {
        var credentials = wrong.madeFor(zone);
        zone.job(JobSpec.exampleJob());
        zone.frees();

        var answer = zone.sendLean(
                ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson()).as(credentials));

        answer.refusedWith(REFUSALS::contains, "400, 401 or 403");
    }

    static List<WrongLogin> typicalLogins() {
        return WrongLogin.typical();
    }

    @Check("IL-AUTH-03.creates-nothing")
    @Variants("typicalLogins")
    void createsNothing(Zone zone, WrongLogin wrong) {
        var credentials = wrong.madeFor(zone);
        try (var stream = zone.stream(JobSpec.job(Zone.MARKED))) {

            zone.sendLean(
                    ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson()).as(credentials));

            stream.goesOn("after a request with credentials that nobody has");
        }
    }

    @Check("IL-AUTH-03.refuses-the-list")
    @Variants("wrongLogins")
    void refusesTheList(Zone zone, WrongLogin wrong) {
        var credentials = wrong.madeFor(zone);
        JobList.offeredBy(zone);

        var answer = zone.sendLean(ApiRequest.list(zone.id()).as(credentials));

        answer.refusedWith(REFUSALS::contains, "400, 401 or 403");
    }
}
