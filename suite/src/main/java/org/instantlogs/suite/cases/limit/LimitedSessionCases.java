package org.instantlogs.suite.cases.limit;

import java.time.Duration;
import org.instantlogs.suite.cases.http.ReaderRush;
import org.instantlogs.suite.cases.http.Rush;
import org.instantlogs.suite.check.Alone;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.descriptor.Descriptor.Rate;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.zone.Zone;

/** What becomes of a session whose zone has come to the limit on connecting. Source page: "Common questions", 429. */
@Alone
public final class LimitedSessionCases {
    @Check("IL-HTTP-07.goes-on-whatever-else-is-asked-after-a-429")
    void goesOnWhateverElseIsAskedAfterA429(Zone zone, Judgement judgement) {
        var job = zone.job(Jobs.PLAIN);
        var session = ReaderRush.untilRefused(zone, judgement, job);

        zone.sendOnce(ApiRequest.list(zone.id()));
        zone.sendOnce(ApiRequest.create(zone.id(), "{\"fields\":"));
        zone.handshakeOnce(job.address(), Handshake.PLAIN.withoutUpgrade());
        zone.handshakeOnce(job.address(), Handshake.PLAIN.without("Sec-WebSocket-Key"));

        judgement.expect(
                session.goesOn(),
                "the session goes on whatever else is asked after a 429",
                "no record of a request made then arrived");
    }

    @Check("IL-LIMIT-09.streams-again-after-a-429")
    @Needs(Need.RECOVERY_TIME)
    void streamsAgainAfterA429(Zone zone, Judgement judgement) {
        var recovery = zone.descriptor()
                .limits()
                .connects()
                .map(Rate::per)
                .orElseThrow(() -> judgement.notTested("limits.connects"));
        var gap = zone.age();
        if (gap.shortOf(zone.descriptor().limits().idle()).compareTo(recovery.plus(Duration.ofSeconds(1))) < 0) {
            throw judgement.notTested("a limits.idle above limits.connects.per");
        }
        var job = zone.job(Jobs.PLAIN);
        if (new Rush(zone, judgement).handshakesOn(job.address()).isEmpty()) {
            throw judgement.notTested("a target that counts handshakes on one address");
        }

        zone.passes(recovery.plusSeconds(1));

        job.streams().goesOn("in a gap in which connecting was answered 429");
    }
}
