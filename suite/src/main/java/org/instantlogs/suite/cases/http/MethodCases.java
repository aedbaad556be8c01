package org.instantlogs.suite.cases.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Requests by another method than the path has, and without the upgrade that it wants. RFC 9110, 15.5.6 and 15.5.22. */
public final class MethodCases {
    private static final JobSpec PLAIN = JobSpec.job(Zone.MARKED);
    private static final int TOO_MANY = 429;

    /** A method that no edition of the documents has for the jobs' path. */
    record Method(String name) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("method", name);
        }
    }

    @Check("IL-HTTP-09.refuses-a-plain-get-of-the-address")
    void refusesAPlainGetOfTheAddress(Zone zone, Judgement judgement) {
        judgePlainGet(zone.job(PLAIN), judgement);
    }

    @Check("IL-HTTP-09.refuses-a-plain-get-while-a-stream-runs")
    void refusesAPlainGetWhileAStreamRuns(Zone zone, Judgement judgement) {
        var job = zone.job(PLAIN);
        var stream = job.stream();

        judgePlainGet(job, judgement);

        stream.goesOn("after a plain GET of its address");
    }

    private static void judgePlainGet(Job job, Judgement judgement) {
        judgeGet(job, judgement, Handshake.PLAIN.withoutUpgrade());
        // all of a handshake but what makes it one
        judgeGet(job, judgement, Handshake.PLAIN.without("Upgrade"));
    }

    private static void judgeGet(Job job, Judgement judgement, Handshake get) {
        var answer = job.handshake(get);
        if (answer.status() == TOO_MANY) {
            throw judgement.inconclusive("throttled: a GET of the address was answered 429");
        }
        judgement.expect(
                answer.status() >= 400 && answer.status() < 500,
                "a 4xx to a plain GET of the stream's address, such as 426",
                "HTTP " + answer.status());
    }

    @Check("IL-HTTP-10.refuses-a-method-that-the-path-does-not-offer")
    @Variants("methods")
    void refusesAMethodThatThePathDoesNotOffer(Zone zone, Judgement judgement, Method method) {
        var jobs = ApiRequest.create(zone.id(), PLAIN.toJson());
        var answer = zone.send(new ApiRequest(
                method.name(),
                jobs.path(),
                jobs.credentials(),
                jobs.headers(),
                Optional.of(PLAIN.toJson().getBytes(StandardCharsets.UTF_8)),
                "method"));

        if (!answer.handled().isHandled()) {
            return;
        }
        if (answer.status() == 405) {
            judgement.expect(
                    answer.http()
                            .header("Allow")
                            .filter(allow -> allow.contains("POST"))
                            .isPresent(),
                    "405 with an Allow that names POST",
                    "Allow " + answer.http().header("Allow").orElse("is absent"));
        } else {
            judgement.expect(answer.status() == 404, "405 with Allow, or 404", answer.describe());
        }
    }

    static List<Variant> methods() {
        return List.of(new Method("PUT"), new Method("PATCH"), new Method("DELETE"));
    }
}
