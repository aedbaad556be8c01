package org.instantlogs.suite.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.instantlogs.suite.probe.Answer;
import org.instantlogs.suite.probe.ApiProbe;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Credentials;
import org.instantlogs.suite.probe.NoAnswer;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.zone.JobSpec;

/**
 * What is asked before any case: whether the descriptor can be used at all. Target contract, section 1: the list of the
 * first zone's jobs, with each login. What goes by any login goes by the token then where e-mail and key are refused: that they
 * are is one rule's matter, and no reason to leave all others unjudged.
 */
public final class Preflight {
    /** "Could not route to …, perhaps your object identifier is invalid?" */
    private static final int NO_SUCH_ZONE = 7003;

    private static final String EMAIL_KEY = "auth.email with auth.key";

    private Preflight() {}

    /** What is wrong with the descriptor, in one line; empty if nothing is. */
    public static Optional<String> of(Target target) {
        var api = target.leanApi(target.transcript());
        var descriptor = target.descriptor();
        try {
            var answers = askWithEachLogin(target, api, descriptor.zones().get(0));
            if (answers.values().stream().allMatch(Preflight::isRefusedLogin)) {
                return Optional.of(refusedLogins(answers));
            }
            if (answers.size() > 1
                    && refusesEmailAndKey(api, answers, descriptor.zones().get(0))) {
                target.logsInByToken();
            }
            for (int i = 0; i < descriptor.zones().size(); i++) {
                if (isUnknown(api, descriptor.zones().get(i))) {
                    return Optional.of("`zones[" + i + "].id` is `"
                            + descriptor.zones().get(i).id()
                            + "`, a zone that the target says does not exist; give the id of a zone of this account");
                }
            }
            return Optional.empty();
        } catch (NoAnswer e) {
            return Optional.of(unusable(target, e));
        }
    }

    private static Map<String, Answer> askWithEachLogin(Target target, ApiProbe api, ZoneEntry zone) {
        var logins = new LinkedHashMap<String, Credentials>();
        logins.put(EMAIL_KEY, Credentials.OWNER_EMAIL_KEY);
        logins.put("auth.token", Credentials.OWNER_TOKEN);
        var answers = new LinkedHashMap<String, Answer>();
        logins.forEach((name, login) -> {
            if (login.offeredBy(target.descriptor())) {
                answers.put(name, api.send(ApiRequest.list(zone.id()).as(login)));
            }
        });
        return answers;
    }

    /** For a list and for a create: where one of them takes them, the cases have to find out about the other. */
    private static boolean refusesEmailAndKey(ApiProbe api, Map<String, Answer> answers, ZoneEntry zone) {
        var list = Optional.ofNullable(answers.get(EMAIL_KEY));
        return list.filter(Preflight::isRefusedLogin).isPresent()
                && isRefusedLogin(api.send(
                        ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson())
                                .as(Credentials.OWNER_EMAIL_KEY)));
    }

    private static boolean isRefusedLogin(Answer answer) {
        return answer.status() == 401 || answer.status() == 403;
    }

    private static String refusedLogins(Map<String, Answer> answers) {
        var first = answers.entrySet().iterator().next();
        return "`" + String.join("` and `", answers.keySet()) + "`: the target refused the login ("
                + first.getValue().describe() + "); give credentials that may read the zone's logs";
    }

    /** A zone is unknown where the target says so to a list and to a create: a target need not offer the list. */
    private static boolean isUnknown(ApiProbe api, ZoneEntry zone) {
        return saysNoSuchZone(api.send(ApiRequest.list(zone.id())))
                && saysNoSuchZone(api.send(
                        ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson())));
    }

    private static boolean saysNoSuchZone(Answer answer) {
        if (answer.status() != 400 && answer.status() != 404) {
            return false;
        }
        var errors = answer.json().map(json -> json.path("errors"));
        if (errors.isEmpty()) {
            return false;
        }
        for (JsonNode error : errors.get()) {
            if (error.path("code").asInt() == NO_SUCH_ZONE) {
                return true;
            }
        }
        return false;
    }

    private static String unusable(Target target, NoAnswer e) {
        var api = "`api` is `" + target.descriptor().api() + "`: ";
        return switch (e.kind()) {
            case TLS ->
                api + e.getMessage()
                        + "; give the PEM file of its authority as `tls.trust`, or set `tls.insecure: true`";
            case UNREACHABLE -> api + e.getMessage() + "; check the host and port, and that the target runs";
            default -> api + e.getMessage() + "; check that it is the base URL of the API";
        };
    }
}
