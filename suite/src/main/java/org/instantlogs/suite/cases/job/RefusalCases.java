package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** How a request is refused, and what a refusal leaves as it was. Public API description: failures; source page: Limits. */
public final class RefusalCases {
    private static final int SOME = 7;

    static List<BadRequest> badRequests() {
        return BadRequest.all();
    }

    @Check("IL-JOB-23.refuses-in-a-failure-envelope")
    @Variants("badRequests")
    void refusesInAFailureEnvelope(Zone zone, Judgement judgement, BadRequest bad) {
        zone.job(JobSpec.exampleJob());

        var answer = bad.refusedBy(zone);

        var envelope = answer.json();
        judgement.expect(answer.hasFailureEnvelope(), "a JSON envelope with success false", answer.describe());
        var result = envelope.path("result");
        judgement.expect(result.isMissingNode() || result.isNull(), "result is null or absent", answer.describe());
        var errors = envelope.path("errors");
        judgement.expect(
                errors.isArray() && !errors.isEmpty(), "errors is an array of at least one", answer.describe());
        for (JsonNode error : errors) {
            judgement.expect(
                    error.path("code").isIntegralNumber(), "each error has an integer code", answer.describe());
            judgement.expect(
                    !error.path("message").asText().isBlank()
                            && error.path("message").isTextual(),
                    "each error has a message",
                    answer.describe());
        }
    }

    @Check("IL-JOB-24.leaves-a-running-stream-as-it-was")
    @Variants("badRequests")
    void leavesARunningStreamAsItWas(Zone zone, BadRequest bad) {
        try (var stream = zone.stream(JobSpec.job(Zone.MARKED))) {

            var answer = bad.refusedBy(zone);

            stream.goesOn("after a request that was answered " + answer.status());
        }
    }

    @Check("IL-JOB-24.leaves-a-running-stream-as-it-was-after-many")
    void leavesARunningStreamAsItWasAfterMany(Zone zone) {
        try (var stream = zone.stream(JobSpec.job(Zone.MARKED))) {
            for (BadRequest bad : BadRequest.all()) {
                var answer = zone.sendLean(bad.to(zone));
                if (answer.isSuccess()) {
                    throw zone.judgement().notTested("a target that refuses each request that is wrong in some way");
                }
            }

            stream.goesOn("after " + BadRequest.all().size() + " requests that were refused");
        }
    }

    @Check("IL-JOB-24.leaves-the-filter-of-a-running-stream-as-it-was")
    @Variants("badRequests")
    @Needs(Need.TRAFFIC)
    void leavesTheFilterOfARunningStreamAsItWas(Zone zone, BadRequest bad) {
        var filter = Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "PUT"));
        try (var stream = zone.stream(JobSpec.job(Zone.MARKED).where(filter))) {
            bad.refusedBy(zone);

            var sent = zone.visited(List.of(
                    Visit.visit().method("GET"),
                    Visit.visit().method("POST"),
                    Visit.visit().method("PUT")));

            stream.deliversExactly(sent.subList(2, 3));
        }
    }

    /** Right parts of a request that is refused for another part of it. */
    enum Kept implements Variant {
        FILTER("0", "EdgeResponseStatus", "eq", "599"),
        SAMPLE("1000000", "ClientCountry", "unlike", "zz");

        private final String body;

        Kept(String sample, String key, String operator, String value) {
            var filter = "{\\\"where\\\":{\\\"and\\\":[{\\\"key\\\":\\\"" + key + "\\\",\\\"operator\\\":\\\""
                    + operator + "\\\",\\\"value\\\":\\\"" + value + "\\\"}]}}";
            this.body = "{\"fields\":\"ClientIP\",\"filter\":\"" + filter + "\",\"sample\":" + sample
                    + ",\"kind\":\"instant-logs\"}";
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("part", name().toLowerCase(Locale.ROOT));
        }
    }

    static List<Variant> kept() {
        return List.of(Kept.values());
    }

    /** A job made next, which says nothing of what a refused one had asked for. */
    @Check("IL-JOB-24.leaves-nothing-to-the-next-job")
    @Variants("kept")
    @Needs(Need.TRAFFIC)
    void leavesNothingToTheNextJob(Zone zone, Judgement judgement, Kept part) {
        if (!zone.create(part.body).isRefusal()) {
            throw judgement.notTested("a target that refuses a request that is wrong in this way");
        }

        var next = zone.asks(JobSpec.job(Zone.MARKED).without("filter").without("sample"));
        if (next.isRefusal()) {
            throw judgement.notTested("a target that takes a request without filter and sample, see IL-JOB-13");
        }
        try (var stream = next.accepted().streams()) {
            stream.deliversExactly(zone.visited(Visits.assorted(SOME)));
        }
    }

    static List<BadRequest> fewBadRequests() {
        return BadRequest.few();
    }

    @Check("IL-JOB-24.leaves-a-job-nobody-listens-to-yet-as-it-was")
    @Variants("fewBadRequests")
    void leavesAJobNobodyListensToYetAsItWas(Zone zone, Judgement judgement, BadRequest bad) {
        var job = zone.job(JobSpec.job(Zone.MARKED));
        var listed = fieldsListed(zone);

        var answer = bad.refusedBy(zone);

        judgement.expect(
                fieldsListed(zone).equals(listed),
                "the zone's list holds the same sessions as before",
                "it does not after a request that was answered " + answer.status());

        try (var stream = job.streams()) {
            stream.goesOn("after a request that was answered " + answer.status());
        }
    }

    /** Of each session that the list shows its fields; nothing where no list is offered. */
    private static List<String> fieldsListed(Zone zone) {
        var list = zone.sendLean(ApiRequest.list(zone.id()));
        return list.status() == 200
                ? JobList.entries(list).stream()
                        .map(entry -> entry.path("fields").asText())
                        .toList()
                : List.of();
    }
}
