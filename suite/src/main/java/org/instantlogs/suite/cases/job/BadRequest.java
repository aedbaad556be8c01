package org.instantlogs.suite.cases.job;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
public enum BadRequest implements Variant {
    NO_JSON(body("no JSON")),
    EMPTY_BODY(body("")),
    ARRAY(body("[{\"fields\":\"ClientIP\",\"sample\":1000000}]")),
    CUT_OFF(body("{\"fields\":\"ClientIP\",\"sample\":1000000,\"filter\":\"\"")),
    TWO_MIB_OF_NO_JSON(zone -> ApiRequest.create(zone.id(), large())),
    FILTER_NO_JSON(body(job("1000000", "\"filter\":\"{\""))),
    UNKNOWN_OPERATOR(
            body(
                    job(
                            "1000000",
                            "\"filter\":\"{\\\"where\\\":{\\\"and\\\":[{\\\"key\\\":\\\"ClientCountry\\\",\\\"operator\\\":\\\"unlike\\\",\\\"value\\\":\\\"zz\\\"}]}}\""))),
    SAMPLE_TEXT(body(job("\"ten\"", "\"filter\":\"\""))),
    SAMPLE_ZERO(body(job("0", "\"filter\":\"\""))),
    FIELDS_NUMBER(body("{\"fields\":1,\"sample\":1000000,\"filter\":\"\",\"kind\":\"instant-logs\"}")),
    OTHER_KIND(body("{\"fields\":\"ClientIP\",\"sample\":1000000,\"filter\":\"\",\"kind\":\"logpush\"}")),
    NO_CREDENTIALS(zone ->
            ApiRequest.create(zone.id(), job("1000000", "\"filter\":\"\"")).as(Credentials.NONE)),
    WRONG_CREDENTIALS(zone -> ApiRequest.create(zone.id(), job("1000000", "\"filter\":\"\""))
            .as(Credentials.of(Map.of(
                    "X-Auth-Email", "nobody@example.com", "X-Auth-Key", "0000000000000000000000000000000000000")))),
    UNKNOWN_ZONE(zone -> ApiRequest.create(NoSuchZone.otherThan(zone.id()), job("1000000", "\"filter\":\"\"")));

    private final Function<Zone, ApiRequest> request;

    BadRequest(Function<Zone, ApiRequest> request) {
        this.request = request;
    }

    /** One of each kind. */
    public static List<BadRequest> all() {
        return Arrays.asList(values());
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("request", name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
        var answer = zone.send(to(zone));
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
        var body = new byte[2 << 20];
        Arrays.fill(body, "x".getBytes(StandardCharsets.US_ASCII)[0]);
        return body;
    }
}
