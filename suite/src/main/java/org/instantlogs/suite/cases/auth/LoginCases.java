package org.instantlogs.suite.cases.auth;

import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Which credentials a target takes. Source page: example request; public API description: security. */
public final class LoginCases {

    @Check("IL-AUTH-01.accepts-email-and-key")
    @Needs(Need.EMAIL_KEY)
    void acceptsEmailAndKey(Zone zone) {
        zone.send(create(zone).as(Credentials.OWNER_EMAIL_KEY)).accepted();
    }

    @Check("IL-AUTH-02.accepts-a-bearer-token")
    @Needs(Need.TOKEN)
    void acceptsABearerToken(Zone zone) {
        zone.send(create(zone).as(Credentials.OWNER_TOKEN)).accepted();
    }

    @Check("IL-AUTH-04.opens-the-socket-without-credentials")
    void opensTheSocketWithoutCredentials(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.job(Zone.MARKED));

        var answer = job.handshake(Handshake.PLAIN);

        judgement.expect(
                answer.status() == 101,
                "a handshake without any credentials is answered 101",
                "it was answered " + answer.status());
    }

    @Check("IL-AUTH-04.streams-without-credentials")
    void streamsWithoutCredentials(Zone zone) {
        var job = zone.job(JobSpec.job(Zone.MARKED));

        try (var stream = job.streams()) {
            stream.goesOn("without any credentials");
        }
    }

    private static ApiRequest create(Zone zone) {
        return ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson());
    }
}
