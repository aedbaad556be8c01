package org.instantlogs.suite.cases.job;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.ExpectedAnswer;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.ApiRequest;
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
                        || vector.rule().equals("IL-JOB-25"));
    }

    @Check("IL-JOB-25.answers-and-serves-the-next-request")
    @Variants("outrageous")
    void answersAndServesTheNextRequest(Zone zone, Judgement judgement, Body body) {
        body.sentTo(zone).handled();

        servesTheNext(zone, judgement);
    }

    /** Bodies that other rules judge one by one. */
    record Wrong(String what, List<Body> bodies) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("bodies", what);
        }
    }

    static List<Wrong> wrong(Edition edition) {
        return List.of(
                new Wrong("no-json-objects", Body.of("IL-JOB-19", edition)),
                new Wrong("odd-samples", Body.of("IL-JOB-20", edition)),
                new Wrong("bad-filters", Body.of("IL-JOB-21", edition)),
                new Wrong("odd-filters", Body.of("IL-JOB-31", edition)),
                new Wrong("odd-operators", Body.of("IL-FILTER-29", edition)),
                new Wrong("unknown-fields", Body.of("IL-JOB-16", edition)),
                new Wrong("odd-fields", Body.of("IL-JOB-17", edition)),
                new Wrong("no-fields", Body.of("IL-JOB-18", edition)),
                new Wrong("other-kinds", Body.of("IL-JOB-27", edition)));
    }

    @Check("IL-JOB-25.answers-every-wrong-body")
    @Variants("wrong")
    void answersEveryWrongBody(Zone zone, Judgement judgement, Wrong wrong) {
        wrong.bodies().forEach(body -> body.sentTo(zone).handled());

        servesTheNext(zone, judgement);
    }

    /** What a request says of its body, or of the answer, that is not so, or that no target need know. */
    enum Said implements Variant {
        MULTIPART("Content-Type", "multipart/form-data; boundary=il"),
        MULTIPART_WITHOUT_BOUNDARY("Content-Type", "multipart/form-data"),
        FORM("Content-Type", "application/x-www-form-urlencoded"),
        UNKNOWN_CHARSET("Content-Type", "application/json; charset=x-klingon"),
        OTHER_CHARSET("Content-Type", "application/json; charset=utf-16"),
        MALFORMED_TYPE("Content-Type", ";;=\"json"),
        GZIP("Content-Encoding", "gzip"),
        UNKNOWN_ENCODING("Content-Encoding", "x-none"),
        CHUNKED("Transfer-Encoding", "chunked"),
        IMAGES_ACCEPTED("Accept", "image/png"),
        NO_LANGUAGE("Accept-Language", "*;q=x, -,");

        private final String header;
        private final String value;

        Said(String header, String value) {
            this.header = header;
            this.value = value;
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("headers", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    static List<Variant> said() {
        return List.of(Said.values());
    }

    @Check("IL-JOB-25.answers-whatever-the-headers-say")
    @Variants("said")
    void answersWhateverTheHeadersSay(Zone zone, Judgement judgement, Said said) {
        zone.sendLean(ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson())
                        .header(said.header, said.value))
                .handled();

        servesTheNext(zone, judgement);
    }

    private static void servesTheNext(Zone zone, Judgement judgement) {
        zone.frees();
        var next =
                zone.sendLean(ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson()));
        judgement.expect(next.isSuccess(), "the request after it is served", next.describe());
    }
}
