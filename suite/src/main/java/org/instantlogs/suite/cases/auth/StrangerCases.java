package org.instantlogs.suite.cases.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.suite.cases.job.JobList;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.descriptor.Descriptor.Login;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** That another account's right credentials are nothing on this one's zones. */
@Needs(Need.STRANGER)
public final class StrangerCases {

    /** How the stranger shows who they are. */
    enum Way implements Variant {
        KEY {
            @Override
            Map<String, String> headers(Login stranger) {
                return stranger.emailKey()
                        .map(pair -> Map.of("X-Auth-Email", pair.email(), "X-Auth-Key", pair.key()))
                        .orElse(Map.of());
            }
        },
        TOKEN {
            @Override
            Map<String, String> headers(Login stranger) {
                return stranger.token()
                        .map(token -> Map.of("Authorization", "Bearer " + token))
                        .orElse(Map.of());
            }
        };

        abstract Map<String, String> headers(Login stranger);

        @Override
        public Map<String, String> axes() {
            return Map.of("by", name().toLowerCase(Locale.ROOT));
        }

        Credentials of(Zone zone) {
            var headers = zone.descriptor().stranger().map(this::headers).orElse(Map.of());
            if (headers.isEmpty()) {
                throw zone.judgement().notTested("stranger." + name().toLowerCase(Locale.ROOT));
            }
            return Credentials.of(headers);
        }
    }

    static List<Way> ways() {
        return List.of(Way.values());
    }

    @Check("IL-AUTH-06.refuses-a-job-on-anothers-zone")
    @Variants("ways")
    void refusesAJobOnAnothersZone(Zone zone, Way way) {
        var stranger = way.of(zone);
        try (var stream = zone.stream(JobSpec.job(Zone.MARKED))) {

            var answer = zone.sendLean(
                    ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson()).as(stranger));

            answer.refused();
            stream.goesOn("after a stranger asked for a job on its zone");
        }
    }

    /** By the request of the page, and by what official clients send. */
    @Check("IL-AUTH-06.refuses-a-job-on-anothers-zone-where-nothing-runs")
    @Variants("ways")
    void refusesAJobOnAnothersZoneWhereNothingRuns(Zone zone, Way way) {
        var stranger = way.of(zone);
        zone.job(JobSpec.exampleJob());

        for (JobSpec job : List.of(JobSpec.exampleJob(), JobSpec.exampleJob().without("kind"))) {
            zone.frees();
            zone.sendLean(ApiRequest.create(zone.id(), job.toJson()).as(stranger))
                    .refused();
        }
    }

    /** Whose e-mail goes with the other's key. */
    enum Crossed implements Variant {
        OWN_EMAIL,
        STRANGERS_EMAIL;

        @Override
        public Map<String, String> axes() {
            return Map.of("pair", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        Credentials of(Zone zone) {
            var own = zone.descriptor().auth().emailKey();
            var other = zone.descriptor().stranger().flatMap(Login::emailKey);
            if (own.isEmpty() || other.isEmpty()) {
                throw zone.judgement().notTested("auth.email and auth.key, stranger.email and stranger.key");
            }
            var email = this == OWN_EMAIL ? own.get().email() : other.get().email();
            var key = this == OWN_EMAIL ? other.get().key() : own.get().key();
            return Credentials.of(Map.of("X-Auth-Email", email, "X-Auth-Key", key));
        }
    }

    static List<Crossed> crossed() {
        return List.of(Crossed.values());
    }

    @Check("IL-AUTH-03.refuses-credentials-of-two-accounts")
    @Variants("crossed")
    void refusesCredentialsOfTwoAccounts(Zone zone, Crossed crossed) {
        var credentials = crossed.of(zone);
        zone.job(JobSpec.exampleJob());
        zone.frees();

        zone.sendLean(ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson())
                        .as(credentials))
                .refusedWith(WrongLoginCases.REFUSALS::contains, "400, 401 or 403");
    }

    /** An empty list gives nothing away; that the request is refused is what most do. */
    @Check("IL-AUTH-06.lists-nothing-of-anothers-zone")
    @Variants("ways")
    void listsNothingOfAnothersZone(Zone zone, Judgement judgement, Way way) {
        var stranger = way.of(zone);
        zone.job(JobSpec.exampleJob());
        JobList.offeredBy(zone);

        var answer = zone.sendLean(ApiRequest.list(zone.id()).as(stranger));

        judgement.expect(
                answer.isRefusal()
                        || (answer.result().isArray() && answer.result().isEmpty()),
                "a refusal, or a list of nothing",
                answer.describe());
    }
}
