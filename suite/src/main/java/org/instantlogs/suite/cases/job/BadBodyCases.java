package org.instantlogs.suite.cases.job;

import java.util.List;
import java.util.Set;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.ExpectedAnswer;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Bodies that are no request at all, or an outrageous one. Public API description: failures. */
public final class BadBodyCases {
    /** RFC 8259 9 lets a parser accept more than JSON, and common ones replace bytes that are no UTF-8: not held against a target. */
    private static final Set<String> READ_BY_SOME = Set.of("body-bad-utf-8");

    static List<Body> noObjects(Edition edition) {
        return Body.all(
                edition,
                vector -> vector.rule().equals("IL-JOB-19")
                        && vector.expect() == ExpectedAnswer.REFUSED
                        && !READ_BY_SOME.contains(vector.id()));
    }

    @Check("IL-JOB-19.refuses-a-body-that-is-no-json-object")
    @Variants("noObjects")
    void refusesABodyThatIsNoJsonObject(Zone zone, Body body) {
        zone.job(JobSpec.exampleJob());
        zone.frees();

        body.sentTo(zone).refusedInAnEnvelope();
    }

    static List<Body> outrageous(Edition edition) {
        return Body.all(
                edition,
                vector -> vector.expect() == ExpectedAnswer.NEVER_5XX
                        || vector.expect() == ExpectedAnswer.ACCEPTED_OR_REFUSED
                        || vector.expect() == ExpectedAnswer.REFUSED_OR_CLAMPED
                        || vector.expect() == ExpectedAnswer.REFUSED_OR_SILENT
                        || vector.expect() == ExpectedAnswer.REFUSED);
    }

    @Check("IL-JOB-25.answers-and-serves-the-next-request")
    @Variants("outrageous")
    void answersAndServesTheNextRequest(Zone zone, Judgement judgement, Body body) {
        body.sentTo(zone).handled();

        zone.frees();
        var next = zone.create(JobSpec.exampleJob());
        judgement.expect(next.isSuccess(), "the request after it is served", next.describe());
    }
}
