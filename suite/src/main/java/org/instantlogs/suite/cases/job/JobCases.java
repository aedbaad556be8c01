package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.ExpectedAnswer;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;
import org.jspecify.annotations.Nullable;

/** What a create answers. Source page: "Create an Instant Logs Job", Response. */
public final class JobCases {
    private static final int LONGEST_ADDRESS = 4096;
    private static final String JSON_TYPE = "application/json";

    @Check("IL-JOB-01.answers-the-example-request-with-success")
    void answersTheExampleRequestWithSuccess(Zone zone, Judgement judgement) {
        var answer = zone.create(JobSpec.exampleJob());

        judgement.expect(answer.isSuccess(), "200 or 201 to the example request", answer.describe());
    }

    static List<Body> goodBodies(Edition edition) {
        return Body.all(
                edition,
                vector -> vector.rule().equals("IL-JOB-01")
                        && vector.expect() == ExpectedAnswer.ACCEPTED
                        && !vector.id().equals("page-example"));
    }

    @Check("IL-JOB-01.answers-other-spellings-of-it-with-success")
    @Variants("goodBodies")
    void answersOtherSpellingsOfItWithSuccess(Zone zone, Judgement judgement, Body body) {
        var answer = body.sentTo(zone);

        judgement.expect(answer.isSuccess(), "200 or 201 to a right request", answer.describe());
    }

    /** A request that is none of the page's, or comes when there is a session. */
    enum Other implements Variant {
        SECOND,
        FILTERED,
        SAMPLED,
        WITHOUT_KIND;

        CreateAnswer askedOf(Zone zone) {
            var example = JobSpec.exampleJob();
            return switch (this) {
                case SECOND -> {
                    zone.job(example).stream();
                    var answer = zone.create(example);
                    if (answer.isRefusal()) {
                        throw zone.judgement()
                                .notTested("a target that takes a job while the zone has a session, see IL-LIMIT-02");
                    }
                    yield answer;
                }
                case FILTERED ->
                    zone.create(example.where(Filter.and(Filter.predicate("ClientCountry", Operator.NEQ, "ca"))));
                case SAMPLED -> zone.create(example.sample(10));
                case WITHOUT_KIND -> {
                    var answer = zone.create(example.without("kind"));
                    if (answer.isRefusal()) {
                        throw zone.judgement().notTested("a target that takes a job without a kind, see IL-JOB-14");
                    }
                    yield answer;
                }
            };
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("job", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    static List<Variant> others() {
        return List.of(Other.values());
    }

    @Check("IL-JOB-02.answers-other-jobs-in-a-success-envelope")
    @Variants("others")
    void answersOtherJobsInASuccessEnvelope(Zone zone, Judgement judgement, Other other) {
        judgesEnvelope(judgement, other.askedOf(zone));
    }

    @Check("IL-JOB-03.gives-other-jobs-an-absolute-websocket-uri")
    @Variants("others")
    void givesOtherJobsAnAbsoluteWebsocketUri(Zone zone, Judgement judgement, Other other) {
        judgesAddress(judgement, result(zone, other.askedOf(zone)));
    }

    @Check("IL-JOB-02.answers-in-a-success-envelope")
    void answersInASuccessEnvelope(Zone zone, Judgement judgement) {
        judgesEnvelope(judgement, zone.create(JobSpec.exampleJob()));
    }

    private static void judgesEnvelope(Judgement judgement, CreateAnswer answer) {
        if (answer.http().status() / 100 != 2) {
            throw judgement.inconclusive("set-up refused: a create was answered " + answer.describe());
        }

        var envelope = answer.json();
        judgement.expect(envelope.isObject(), "the answer is a JSON object", answer.describe());
        expectMember(judgement, envelope, "success", "true", node -> node.isBoolean() && node.booleanValue());
        expectMember(judgement, envelope, "errors", "an empty array", node -> node.isArray() && node.isEmpty());
        expectMember(judgement, envelope, "messages", "an array", JsonNode::isArray);
        expectMember(judgement, envelope, "result", "an object", JsonNode::isObject);
    }

    private static void expectMember(
            Judgement judgement, JsonNode envelope, String name, String expected, Predicate<JsonNode> holds) {
        var node = envelope.path(name);
        judgement.expect(holds.test(node), name + " is " + expected, name + " is " + kind(node));
    }

    /** The kind of a node, and of a boolean or an array what matters about it; not the value, which may hold an address. */
    private static String kind(JsonNode node) {
        if (node.isMissingNode()) {
            return "missing";
        }
        var kind = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return node.isBoolean() ? node.toString() : node.isArray() ? "an array of " + node.size() : "of type " + kind;
    }

    @Check("IL-JOB-03.gives-an-absolute-websocket-uri")
    void givesAnAbsoluteWebsocketUri(Zone zone, Judgement judgement) {
        judgesAddress(judgement, created(zone));
    }

    private static void judgesAddress(Judgement judgement, JsonNode result) {
        var text = result.path("destination_conf").textValue();
        judgement.expect(
                text != null, "result.destination_conf is text", "it is " + kind(result.path("destination_conf")));
        var uri = uri(text == null ? "" : text);
        judgement.expect(
                text == null || uri.filter(JobCases::isWebSocketUri).isPresent(),
                "result.destination_conf is an absolute ws(s) URI: a scheme, a host and no fragment",
                uri.map(JobCases::whatItLacks).orElse("it is no URI"));
        judgement.expect(
                text == null || text.length() <= LONGEST_ADDRESS,
                "result.destination_conf has at most 4096 characters",
                "it has " + (text == null ? 0 : text.length()));
    }

    @Check("IL-JOB-04.gives-a-wss-address")
    void givesAWssAddress(Zone zone, Judgement judgement) {
        var address = uri(created(zone).path("destination_conf").asText());
        var scheme = address.map(URI::getScheme).map(name -> name.toLowerCase(Locale.ROOT));

        if (scheme.filter("ws"::equals).isPresent()
                && isOnLoopback(zone.descriptor().api(), address.orElseThrow())) {
            judgement.observed("ws on loopback");
        } else {
            judgement.expect(
                    scheme.filter("wss"::equals).isPresent(),
                    "the scheme of result.destination_conf is wss",
                    scheme.map(name -> "it is " + name).orElse("it has none"));
        }
    }

    @Check("IL-JOB-26.answers-success-as-json")
    void answersSuccessAsJson(Zone zone, Judgement judgement) {
        var answer = zone.create(JobSpec.exampleJob());
        answer.accepted();

        expectJson(judgement, answer.http().header("Content-Type"));
    }

    @Check("IL-JOB-26.answers-the-list-as-json")
    void answersTheListAsJson(Zone zone, Judgement judgement) {
        expectJson(judgement, JobList.offeredBy(zone).http().header("Content-Type"));
    }

    static List<BadRequest> badRequests() {
        return BadRequest.few();
    }

    @Check("IL-JOB-26.answers-a-refusal-as-json")
    @Variants("badRequests")
    void answersARefusalAsJson(Zone zone, Judgement judgement, BadRequest bad) {
        var answer = bad.refusedBy(zone);

        expectJson(judgement, answer.http().header("Content-Type"));
    }

    private static void expectJson(Judgement judgement, Optional<String> contentType) {
        var type = contentType.map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        judgement.expect(
                type.filter(JSON_TYPE::equals).isPresent(),
                "the answer's Content-Type is " + JSON_TYPE,
                type.map(value -> "it is " + value).orElse("it has none"));
    }

    /** The result of a create that is the rule's premise. */
    private static JsonNode created(Zone zone) {
        return result(zone, zone.create(JobSpec.exampleJob()));
    }

    private static JsonNode result(Zone zone, CreateAnswer answer) {
        if (!answer.isSuccess()) {
            throw zone.judgement().inconclusive("set-up refused: a create was answered " + answer.describe());
        }
        return answer.result();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The authority, not the host: Java's URI knows no host name with an underscore. RFC 6455 3 forbids fragments. */
    private static boolean isWebSocketUri(URI uri) {
        return uri.getScheme() != null
                && Set.of("ws", "wss").contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getRawAuthority() != null
                && uri.getRawFragment() == null;
    }

    private static String whatItLacks(URI uri) {
        if (uri.getScheme() == null) {
            return "it has no scheme";
        }
        if (!Set.of("ws", "wss").contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            return "its scheme is " + uri.getScheme();
        }
        return uri.getRawAuthority() == null ? "it has no host" : "it has a fragment";
    }

    private static boolean isOnLoopback(URI api, URI address) {
        return isLoopback(api.getHost())
                && (isLoopback(address.getHost())
                        || String.valueOf(api.getHost()).equalsIgnoreCase(address.getHost()));
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.startsWith("127.")
                        || Set.of("localhost", "[::1]", "::1").contains(host.toLowerCase(Locale.ROOT))
                        || host.toLowerCase(Locale.ROOT).endsWith(".localhost"));
    }
}
