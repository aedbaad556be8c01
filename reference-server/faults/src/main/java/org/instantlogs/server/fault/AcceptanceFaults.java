package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.Answer;

/** Mistakes in which requests are taken, and for what: what is optional, which fields there are, what is no request at all. */
final class AcceptanceFaults {
    private static final String FIELDS = "fields";
    private static final String SAMPLE = "sample";
    private static final String FILTER = "filter";
    private static final String ALMOST_NONE = "1000";

    private AcceptanceFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("empty-filter-refused", "an empty filter is refused as no JSON")
                        .breaks("IL-JOB-12")
                        .mayBreak(
                                "IL-JOB-01",
                                "IL-JOB-13",
                                "IL-JOB-15",
                                "IL-JOB-25",
                                "IL-JOB-26",
                                "IL-AUTH-01",
                                "IL-AUTH-02",
                                "IL-LIMIT-03",
                                "IL-SAMPLE-01",
                                "IL-SAMPLE-02",
                                "IL-SAMPLE-03",
                                "IL-FILTER-27")
                        .of(Bodies.refusing(
                                request -> request.path(FILTER).asText("-").isEmpty())),
                fault("empty-filter-keeps-the-last", "an empty filter leaves the last job's in force")
                        .breaks("IL-JOB-12.lets-everything-through-an-empty-filter")
                        .mayBreak(Rules.ANY)
                        .of(keepsTheLast(
                                FILTER,
                                request -> request.path(FILTER).asText("-").isEmpty())),
                fault("filter-is-required", "a request without `filter` is refused")
                        .breaks("IL-JOB-13.accepts-a-request-without[filter=absent]")
                        .mayBreak("IL-JOB-13", "IL-JOB-14")
                        .of(Bodies.refusing(request -> !request.has(FILTER))),
                fault("filter-null-refused", "a request with `filter` null is refused")
                        .breaks("IL-JOB-13.accepts-a-request-without[filter=null]")
                        .mayBreak("IL-JOB-13")
                        .of(Bodies.refusing(request ->
                                request.has(FILTER) && request.path(FILTER).isNull())),
                fault("absent-filter-keeps-the-last", "a request without `filter` keeps the last job's")
                        .breaks("IL-JOB-13.delivers-everything-without[filter=absent]")
                        .mayBreak("IL-JOB-13")
                        .of(keepsTheLast(FILTER, request -> !request.hasNonNull(FILTER))),
                fault("sample-is-required", "a request without `sample` is refused")
                        .breaks("IL-JOB-13.accepts-a-request-without[sample=absent]")
                        .mayBreak("IL-JOB-13", "IL-JOB-14")
                        .of(Bodies.refusing(request -> !request.has(SAMPLE))),
                fault("absent-sample-is-100", "a request without `sample` gets one record in a hundred")
                        .breaks(
                                "IL-JOB-13.accepts-a-request-without[sample=absent]",
                                "IL-JOB-13.delivers-everything-without[sample=absent]")
                        .of(Bodies.changed(request -> {
                            if (!request.has(SAMPLE)) {
                                request.put(SAMPLE, 100);
                            }
                        })),
                fault("absent-sample-keeps-the-last", "a request without `sample` keeps the last job's")
                        .breaks("IL-JOB-13.delivers-everything-without[sample=absent]")
                        .mayBreak("IL-JOB-13")
                        .of(keepsTheLast(SAMPLE, request -> !request.hasNonNull(SAMPLE))),
                fault("kind-is-required", "a request without `kind` is refused")
                        .breaks("IL-JOB-14")
                        .of(Bodies.refusing(request -> !request.has("kind"))),
                fault("only-whole-requests", "a request that leaves out sample, filter and kind together is refused")
                        .breaks("IL-JOB-14.accepts-what-official-clients-send")
                        .of(Bodies.refusing(request -> request.size() < 2)),
                fault("one-field-refused", "`ClientRequestReferer` is spelt wrong in the table of fields")
                        .breaks("IL-JOB-15")
                        .mayBreak("IL-JOB-07", "IL-FILTER-30")
                        .of(Bodies.refusing(
                                request -> request.path(FIELDS).asText().contains("ClientRequestReferer"))),
                fault("one-field-dropped", "`WorkerSubrequestCount` is dropped like an unknown name")
                        .breaks("IL-JOB-15")
                        .mayBreak("IL-JOB-07", "IL-NDJSON-03", "IL-NDJSON-15")
                        .of(Bodies.changed(request -> request.put(
                                FIELDS,
                                request.path(FIELDS)
                                        .asText()
                                        .replace("WorkerSubrequestCount", "WorkerSubRequestCount")))),
                fault("at-most-64-fields", "a request with more than 64 fields is refused")
                        .breaks("IL-JOB-15.accepts-all-fields-together")
                        .mayBreak("IL-JOB-07")
                        .of(Bodies.refusing(
                                request -> request.path(FIELDS).asText().split(",").length > 64)),
                fault("body-array-unwrapped", "a list of one request is taken for the request")
                        .breaks("IL-JOB-19")
                        .of(Bodies.read(right -> body -> right.read(Json.read(text(body))
                                .filter(node -> node.isArray() && node.path(0).isObject())
                                .map(node -> Json.bytes(node.path(0)))
                                .orElse(body)))),
                fault("body-empty-is-a-request", "an empty body is taken for a request of the usual fields")
                        .breaks("IL-JOB-19")
                        .of(Bodies.read(right -> body -> right.read(body.length > 0 ? body : usual()))),
                fault("body-goes-on-behind-the-request", "what stands behind the request's last brace is not read")
                        .breaks("IL-JOB-19")
                        .mayBreak("IL-JOB-25")
                        .of(Bodies.read(
                                right -> body -> right.read(Json.first(body).orElse(body)))),
                fault("body-with-comments", "comments and single quotes are taken in a body")
                        .breaks("IL-JOB-19")
                        .of(Bodies.read(
                                right -> body -> right.read(Json.lenient(body).orElse(body)))),
                fault("no-json-answered-200", "a body that is no JSON is answered 200, with a failure in the envelope")
                        .breaks("IL-JOB-19")
                        .mayBreak("IL-JOB-20", "IL-JOB-23", "IL-JOB-26")
                        .of(Answers.answers(
                                (request, answer) ->
                                        Answers.isBodyRefusal(request, answer) && Answers.code(answer) == 1001,
                                answer -> Answers.withStatus(answer, 200))),
                fault("no-json-refused-in-words", "a body that is no JSON is refused without an envelope")
                        .breaks("IL-JOB-19", "IL-JOB-23", "IL-JOB-26")
                        .of(Answers.answers(
                                (request, answer) ->
                                        Answers.isBodyRefusal(request, answer) && Answers.code(answer) == 1001,
                                answer -> new Answer(400, Map.of("Content-Type", "text/plain"), "Bad Request"))));
    }

    private static byte[] usual() {
        return text("{\"fields\":\"RayID\",\"sample\":" + ALMOST_NONE + "}");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] text(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The member of the zone's last request is taken where this one does not say it. */
    private static Parts keepsTheLast(String member, Bodies.Refused unsaid) {
        return new InAZone() {
            private final Map<String, ObjectNode> last = new ConcurrentHashMap<>();

            @Override
            public JobReader jobReader() {
                var right = super.jobReader();
                return body -> {
                    var request = Json.object(body);
                    request.ifPresent(this::complete);
                    var read = right.read(request.map(Json::bytes).orElse(body));
                    request.ifPresent(taken -> last.put(zone(), taken));
                    return read;
                };
            }

            private void complete(ObjectNode request) {
                var before = last.get(zone());
                if (before != null && before.hasNonNull(member) && unsaid.isRefused(request)) {
                    request.set(member, before.get(member));
                }
            }
        };
    }
}
