package org.instantlogs.suite.cases.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.RawProbe.RawAnswer;
import org.instantlogs.suite.zone.CreateAnswer;
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

    /** A way to ask for the address with an ordinary request. */
    enum Get implements Variant {
        WITH_A_QUERY,
        FROM_A_BROWSER,
        FROM_CURL,
        AFTER_A_LISTENER,
        OF_AN_UNKNOWN_ADDRESS;

        @Override
        public Map<String, String> axes() {
            return Map.of("get", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        RawAnswer of(Zone zone, Job job) {
            var plain = Handshake.PLAIN.withoutUpgrade();
            return switch (this) {
                case WITH_A_QUERY -> zone.handshake(withAQuery(job.address()), plain);
                case FROM_A_BROWSER ->
                    job.handshake(plain.header("Accept", "text/html,application/xhtml+xml")
                            .header(
                                    "User-Agent",
                                    "Mozilla/5.0 (X11; Linux x86_64; rv:96.0) Gecko/20100101 Firefox/96.0"));
                case FROM_CURL -> job.handshake(plain.header("Accept", "*/*").header("User-Agent", "curl/8.5.0"));
                case AFTER_A_LISTENER -> {
                    job.stream().close();
                    yield job.handshake(plain);
                }
                case OF_AN_UNKNOWN_ADDRESS ->
                    zone.handshake(
                            job.strangeAddress()
                                    .orElseThrow(() -> zone.judgement().notTested("an address that can be changed")),
                            plain);
            };
        }

        private static URI withAQuery(URI address) {
            return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + "x=1");
        }
    }

    static List<Get> gets() {
        return List.of(Get.values());
    }

    @Check("IL-HTTP-09.refuses-a-plain-get-however-it-comes")
    @Variants("gets")
    void refusesAPlainGetHoweverItComes(Zone zone, Judgement judgement, Get get) {
        judgeGet(judgement, get.of(zone, zone.job(PLAIN)));
    }

    private static void judgeGet(Job job, Judgement judgement, Handshake get) {
        judgeGet(judgement, job.handshake(get));
    }

    private static void judgeGet(Judgement judgement, RawAnswer answer) {
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
        judge(
                judgement,
                method,
                zone.send(ApiRequest.create(zone.id(), PLAIN.toJson()).by(method.name())));
    }

    @Check("IL-HTTP-10.answers-no-method-at-the-stream-with-5xx")
    @Variants("methodsAtTheStream")
    void answersNoMethodAtTheStreamWith5xx(Zone zone, Judgement judgement, Method method) {
        var answer =
                zone.job(PLAIN).handshake(Handshake.PLAIN.method(method.name()).withoutUpgrade());

        judgement.expect(
                answer.status() < 500,
                "no 5xx to " + method.name() + " of the stream's address",
                "HTTP " + answer.status());
    }

    static List<Method> methodsAtTheStream() {
        return List.of(new Method("HEAD"), new Method("POST"), new Method("PUT"), new Method("DELETE"));
    }

    /** Neither of the path nor of the stream's own address. */
    @Check("IL-HTTP-10.leaves-a-running-stream-as-it-was")
    @Variants("methods")
    void leavesARunningStreamAsItWas(Zone zone, Judgement judgement, Method method) {
        var job = zone.job(PLAIN);
        var stream = job.stream();

        judge(judgement, method, zone.sendLean(ApiRequest.list(zone.id()).by(method.name())));
        stream.goesOn("after " + method.name() + " of the jobs' path was refused");
        job.handshake(Handshake.PLAIN.method(method.name()).withoutUpgrade());
        stream.goesOn("after " + method.name() + " of its address");
    }

    static List<Variant> methodsOfBrowsers() {
        return List.of(new Method("HEAD"), new Method("OPTIONS"));
    }

    /** What browsers and monitors ask for; how it is answered is left open. */
    @Check("IL-HTTP-10.answers-no-method-with-5xx")
    @Variants("methodsOfBrowsers")
    void answersNoMethodWith5xx(Zone zone, Method method) {
        zone.send(ApiRequest.list(zone.id()).by(method.name())).handled();
    }

    private static void judge(Judgement judgement, Method method, CreateAnswer answer) {
        if (!answer.handled().isHandled()) {
            return;
        }
        if (answer.status() == 405) {
            judgement.expect(
                    answer.http()
                            .header("Allow")
                            .map(allow -> List.of(allow.strip().split("\\s*,\\s*", -1)))
                            .filter(allow -> allow.contains("POST") && !allow.contains(method.name()))
                            .isPresent(),
                    "405 with an Allow that names POST and not " + method.name(),
                    "Allow " + answer.http().header("Allow").orElse("is absent"));
        } else {
            judgement.expect(answer.status() == 404, "405 with Allow, or 404", answer.describe());
        }
    }

    static List<Variant> methods() {
        return List.of(new Method("PUT"), new Method("PATCH"), new Method("DELETE"));
    }
}
