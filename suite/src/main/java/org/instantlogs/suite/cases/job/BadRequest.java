package org.instantlogs.suite.cases.job;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.Zone;

/**
 * A request for a job that a target refuses, or most do: one of each kind. Those that could be read to their end ask for other
 * fields and a sample under which next to nothing comes, so that what is kept of them shows in a running stream.
 */
public record BadRequest(String name, Function<Zone, ApiRequest> request) implements Variant {
    private static final List<BadRequest> ALL = List.of(
            new BadRequest("no-json", body("no JSON")),
            new BadRequest("empty-body", body("")),
            new BadRequest("array", body("[{\"fields\":\"ClientIP\",\"sample\":1000000}]")),
            new BadRequest("cut-off", body("{\"fields\":\"ClientIP\",\"sample\":1000000,\"filter\":\"\"")),
            new BadRequest("over-a-mib-of-no-json", zone -> ApiRequest.create(zone.id(), large())),
            new BadRequest("filter-no-json", body(job("1000000", "\"filter\":\"{\""))),
            new BadRequest(
                    "unknown-operator",
                    body(
                            job(
                                    "1000000",
                                    "\"filter\":\"{\\\"where\\\":{\\\"and\\\":[{\\\"key\\\":\\\"ClientCountry\\\",\\\"operator\\\":\\\"unlike\\\",\\\"value\\\":\\\"zz\\\"}]}}\""))),
            new BadRequest("sample-text", body(job("\"ten\"", "\"filter\":\"\""))),
            new BadRequest("sample-zero", body(job("0", "\"filter\":\"\""))),
            new BadRequest(
                    "fields-number",
                    body("{\"fields\":1,\"sample\":1000000,\"filter\":\"\",\"kind\":\"instant-logs\"}")),
            new BadRequest(
                    "other-kind",
                    body("{\"fields\":\"ClientIP\",\"sample\":1000000,\"filter\":\"\",\"kind\":\"logpush\"}")),
            new BadRequest(
                    "no-credentials",
                    zone -> ApiRequest.create(zone.id(), job("1000000", "\"filter\":\"\""))
                            .as(Credentials.NONE)),
            new BadRequest(
                    "wrong-credentials",
                    zone -> ApiRequest.create(zone.id(), job("1000000", "\"filter\":\"\""))
                            .as(Credentials.of(Map.of(
                                    "X-Auth-Email",
                                    "nobody@example.com",
                                    "X-Auth-Key",
                                    "0000000000000000000000000000000000000")))),
            new BadRequest(
                    "half-credentials",
                    zone -> ApiRequest.create(zone.id(), job("1000000", "\"filter\":\"\""))
                            .as(Credentials.of(Map.of("X-Auth-Email", "nobody@example.com")))),
            new BadRequest(
                    "unknown-zone",
                    zone -> ApiRequest.create(NoSuchZone.otherThan(zone.id()), job("1000000", "\"filter\":\"\""))));

    /** The kinds that differ most in how far a target reads them before it refuses. */
    static List<BadRequest> few() {
        var names = Set.of("no-json", "unknown-operator", "sample-zero", "no-credentials", "unknown-zone");
        return ALL.stream().filter(bad -> names.contains(bad.name())).toList();
    }

    /** One of each kind. */
    public static List<BadRequest> all() {
        return ALL;
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("request", name);
    }

    /** The request itself. */
    public ApiRequest to(Zone zone) {
        return request.apply(zone);
    }

    /**
     * What the target answers; where it takes the request after all, as the sources let it take some of these, there is nothing
     * to judge about a refusal.
     */
    public CreateAnswer refusedBy(Zone zone) {
        var answer = zone.sendLean(to(zone));
        if (!answer.isRefusal()) {
            answer.http();
            throw zone.judgement().notTested("a target that refuses a request that is wrong in this way");
        }
        return answer;
    }

    private static Function<Zone, ApiRequest> body(String text) {
        return zone -> ApiRequest.create(zone.id(), text);
    }

    private static String job(String sample, String filter) {
        return "{\"fields\":\"ClientIP\",\"sample\":" + sample + "," + filter + ",\"kind\":\"instant-logs\"}";
    }

    private static byte[] large() {
        var body = new byte[(1 << 20) + 1];
        Arrays.fill(body, "x".getBytes(StandardCharsets.US_ASCII)[0]);
        return body;
    }
}
