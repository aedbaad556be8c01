package org.instantlogs.suite.cases.ndjson;

import java.util.ArrayList;
import java.util.List;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.ndjson.RelatedFields;
import org.instantlogs.suite.ndjson.ValueEquality;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** Whether the fields of a record agree with one another. Source page: "View a list of fields". */
public final class AgreementCases {
    private static final JobSpec RELATED = JobSpec.job("RayID,EdgeStartTimestamp,EdgeEndTimestamp,EdgeResponseStatus,"
            + "ClientIP,ClientRequestMethod,ClientRequestHost,ClientRequestPath,ClientRequestURI,"
            + "ClientRequestUserAgent,ClientRequestReferer");

    @Check("IL-NDJSON-13.related-fields-agree")
    void relatedFieldsAgree(Zone zone, Judgement judgement) {
        zone.stream(RELATED).someRecords(30).forEach(record -> agree(record, judgement));
    }

    @Check("IL-NDJSON-13.related-fields-of-requests-through-the-edge-agree")
    @Needs(Need.EDGE)
    void relatedFieldsOfRequestsThroughTheEdgeAgree(Zone zone, Judgement judgement) {
        judgesRequests(zone, judgement, Visits.assorted(30));
    }

    /** By every method and status, and with queries that one may take apart in the wrong place. */
    @Check("IL-NDJSON-13.requests-of-each-kind-through-the-edge-are-told-of")
    @Needs(Need.EDGE)
    void requestsOfEachKindThroughTheEdgeAreToldOf(Zone zone, Judgement judgement) {
        var visits = new ArrayList<>(Visits.ofEachKind());
        for (String query : List.of("a=1?b=2", "=&&a=", "q=%3F%26+x%23")) {
            visits.add(Visit.visit().query(query));
        }

        visits.add(
                Visit.visit().userAgent("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) " + "il/1.0 ".repeat(50) + "end"));
        visits.add(Visit.visit().referer("https://www.example.com:8443/from/here?and=there&a=1%2B1"));

        judgesRequests(zone, judgement, visits);
    }

    private static void judgesRequests(Zone zone, Judgement judgement, List<Visit> visits) {
        var stream = zone.stream(RELATED);

        var sent = zone.requested(visits);
        stream.awaitAll(sent);

        sent.forEach(one -> {
            var record = stream.recordOf(one);
            agree(record, judgement);
            tellsOf(one, record, judgement);
        });
    }

    private static void agree(RecordLine record, Judgement judgement) {
        RelatedFields.check(record).forEach(wrong -> judgement.violated("related fields agree", wrong));
    }

    /** The request was the suite's: its method, host, path, user agent, referer and status are known. */
    private static void tellsOf(Sent sent, RecordLine record, Judgement judgement) {
        List.of(
                        "ClientRequestMethod",
                        "ClientRequestHost",
                        "ClientRequestPath",
                        "ClientRequestURI",
                        "ClientRequestUserAgent",
                        "ClientRequestReferer",
                        "EdgeResponseStatus")
                .stream()
                .filter(record::has)
                .filter(name ->
                        !ValueEquality.same(Samples.field(name), sent.record().value(name), record.value(name)))
                .forEach(name -> judgement.violated(
                        "a record that tells of the request that was made",
                        "`" + name + "` is " + record.value(name) + " of a request with "
                                + sent.record().value(name)));
    }
}
