package org.instantlogs.suite.cases.job;

import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** What a create answers. Source page: "Create an Instant Logs Job", Response. */
public final class JobCases {

    @Check("IL-JOB-01.answers-the-example-request-with-success")
    void answersTheExampleRequestWithSuccess(Zone zone, Judgement judgement) {
        var answer = zone.create(JobSpec.exampleJob());

        judgement.expect(
                answer.status() == 200 || answer.status() == 201,
                "200 or 201 to the example request",
                answer.describe());
    }
}
