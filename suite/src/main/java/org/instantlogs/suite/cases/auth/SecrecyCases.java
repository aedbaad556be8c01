package org.instantlogs.suite.cases.auth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.Field;
import org.instantlogs.suite.cases.job.BadRequest;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.descriptor.Descriptor.EmailKey;
import org.instantlogs.suite.descriptor.Descriptor.Login;
import org.instantlogs.suite.probe.Answer;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.RawProbe.RawAnswer;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** That keys and tokens, once sent, are not seen again. The e-mail is no secret. */
public final class SecrecyCases {
    /** A shorter key or token could stand in an answer by chance. */
    private static final int LONG_ENOUGH = 8;

    private static final int SOME = 3;

    @Check("IL-AUTH-05.does-not-answer-credentials")
    void doesNotAnswerCredentials(Zone zone, Judgement judgement) {
        var secrets = secretsOf(zone);

        expectNone(judgement, secrets, zone.create(JobSpec.exampleJob()), "the answer to a create");
        expectNone(judgement, secrets, zone.list(), "the answer to a list");
    }

    static List<BadRequest> badRequests() {
        return BadRequest.all();
    }

    @Check("IL-AUTH-05.does-not-answer-credentials-in-an-error")
    @Variants("badRequests")
    void doesNotAnswerCredentialsInAnError(Zone zone, Judgement judgement, BadRequest bad) {
        var secrets = secretsOf(zone);

        expectNone(judgement, secrets, zone.sendLean(bad.to(zone)), "the answer to a bad request");
    }

    static List<WrongLogin> wrongLogins() {
        return WrongLogin.all();
    }

    @Check("IL-AUTH-05.does-not-answer-wrong-credentials")
    @Variants("wrongLogins")
    void doesNotAnswerWrongCredentials(Zone zone, Judgement judgement, WrongLogin wrong) {
        var credentials = wrong.madeFor(zone);
        var sent = credentials.headers(zone.descriptor());
        var wrongSecrets = Stream.of(sent.getOrDefault("X-Auth-Key", ""), afterScheme(sent))
                .filter(secret -> secret.length() >= LONG_ENOUGH && !secret.equals(sent.get("X-Auth-Email")))
                .map(secret -> Secret.of(secret, zone.descriptor()));
        var secrets = Stream.concat(wrongSecrets, secretsOf(zone).stream()).toList();

        var answer = zone.sendLean(
                ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson()).as(credentials));

        expectNone(judgement, secrets, answer, "the refusal of credentials");
    }

    private static String afterScheme(Map<String, String> headers) {
        var value = headers.getOrDefault("Authorization", "");
        return value.substring(value.indexOf(' ') + 1);
    }

    /** A method that the path does not offer. */
    record Method(String name) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("method", name);
        }
    }

    static List<Method> methods() {
        return List.of(new Method("PUT"), new Method("PATCH"), new Method("DELETE"));
    }

    @Check("IL-AUTH-05.does-not-answer-credentials-to-another-method")
    @Variants("methods")
    void doesNotAnswerCredentialsToAnotherMethod(Zone zone, Judgement judgement, Method method) {
        var secrets = secretsOf(zone);

        var answer = zone.sendLean(
                ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson()).by(method.name()));

        expectNone(judgement, secrets, answer, "the answer to " + method.name());
    }

    /** Whoever has the address may see all of it. */
    @Check("IL-AUTH-05.does-not-show-credentials-at-the-socket")
    void doesNotShowCredentialsAtTheSocket(Zone zone, Judgement judgement) {
        var secrets = secretsOf(zone);
        var first = zone.job(JobSpec.job(Zone.MARKED)).rawStreams(Handshake.PLAIN);
        expectNoneInHead(judgement, secrets, first.answer(), "the 101");

        var newer = zone.create(JobSpec.job(Zone.MARKED));
        if (newer.isSuccess()) {
            first.stream().awaitEnding();
        }
        first.stream()
                .howItEnded()
                .ifPresent(ending -> judgement.expect(
                        secrets.stream().noneMatch(secret -> secret.isIn(ending.reason())),
                        "the reason why a replaced session ends has no key or token in it",
                        "it has"));

        var job = newer.job().orElseGet(() -> {
            zone.frees();
            return zone.job(JobSpec.job(Zone.MARKED));
        });
        expectNoneInHead(
                judgement, secrets, job.handshake(Handshake.PLAIN.withoutUpgrade()), "the answer to a plain GET");
    }

    private static void expectNoneInHead(Judgement judgement, List<Secret> secrets, RawAnswer answer, String which) {
        judgement.expect(
                secrets.stream()
                        .noneMatch(secret -> secret.isIn(answer.text())
                                || answer.headers().stream().anyMatch(header -> secret.isIn(header.value()))),
                which + " of the stream's address has no key or token in it",
                "it has, with status " + answer.status());
    }

    /** All fields of an edition. */
    record AllFields(String names) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("fields", "all");
        }
    }

    static List<AllFields> allFields(Edition edition) {
        return List.of(new AllFields(
                Dataset.httpRequests().fields(edition).stream().map(Field::name).collect(Collectors.joining(","))));
    }

    @Check("IL-AUTH-05.does-not-stream-credentials")
    @Variants("allFields")
    void doesNotStreamCredentials(Zone zone, Judgement judgement, AllFields fields) {
        var secrets = secretsOf(zone);

        try (var stream = zone.stream(JobSpec.job(fields.names()))) {
            for (var arrival : stream.someArrivals(SOME)) {
                var text = arrival.message().string();
                judgement.expect(
                        secrets.stream().noneMatch(secret -> secret.isIn(text)),
                        "no message of the stream has a key or token in it, or half of one",
                        "one has");
            }
        }
    }

    private static List<Secret> secretsOf(Zone zone) {
        var descriptor = zone.descriptor();
        var secrets = Stream.concat(Stream.of(descriptor.auth()), descriptor.stranger().stream())
                .flatMap(SecrecyCases::secretsOf)
                .filter(secret -> secret.length() >= LONG_ENOUGH)
                .map(secret -> Secret.of(secret, descriptor))
                .toList();
        if (secrets.isEmpty()) {
            throw zone.judgement().notTested("an auth.key or auth.token of at least " + LONG_ENOUGH + " characters");
        }
        return secrets;
    }

    private static Stream<String> secretsOf(Login login) {
        return Stream.concat(login.emailKey().map(EmailKey::key).stream(), login.token().stream());
    }

    private static void expectNone(Judgement judgement, List<Secret> secrets, CreateAnswer answer, String which) {
        var http = answer.http();
        judgement.expect(
                secrets.stream().noneMatch(secret -> holds(http, secret)),
                which + " has no key or token in it, or half of one",
                "it has, with status " + http.status());
    }

    private static boolean holds(Answer answer, Secret secret) {
        return secret.isIn(new String(answer.body(), StandardCharsets.ISO_8859_1))
                || answer.headers().stream().anyMatch(header -> secret.isIn(header.value()));
    }
}
