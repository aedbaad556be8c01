package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.Logins;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.session.JobRefused;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/** Servers that let right credentials of one account do something in another's zones. */
final class StrangerFaults {
    private StrangerFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("stranger-may-create", "whoever has a login may create jobs in every zone")
                        .breaks("IL-AUTH-06.refuses-a-job-on-anothers-zone")
                        .mayBreak("IL-AUTH-06")
                        .of(strangers((account, headers) -> true)),
                fault("stranger-may-create-by-token", "whoever has a token may create jobs in every zone")
                        .breaks("IL-AUTH-06.refuses-a-job-on-anothers-zone[by=token]")
                        .mayBreak("IL-AUTH-06")
                        .of(strangers((account, headers) ->
                                !LoginFaults.bearer(headers).isEmpty())),
                fault("stranger-refused-beside-a-session", "a stranger is refused only while the zone has a session")
                        .breaks("IL-AUTH-06.refuses-a-job-on-anothers-zone-where-nothing-runs")
                        .of(new OwnerOfIdleZones()),
                fault("stranger-refused-by-kind", "a stranger is refused only where the body has `kind`")
                        .breaks("IL-AUTH-06.refuses-a-job-on-anothers-zone-where-nothing-runs")
                        .mayBreak("IL-AUTH-06")
                        .of(new RefusedByKind()),
                fault("stranger-may-list", "the list of a zone is shown to whoever has a login")
                        .breaks("IL-AUTH-06.lists-nothing-of-anothers-zone")
                        .of(new ListsForAll()));
    }

    /** Right credentials of another account are taken for the owner's where that holds. */
    private static Parts strangers(BiPredicate<Account, MultiMap> isLetIn) {
        return new Parts() {
            @Override
            public Logins logins(List<Account> accounts) {
                var right = Parts.super.logins(accounts);
                var owner = accounts.get(0);
                return headers -> right.of(headers) instanceof Logins.Login.Of && isLetIn.test(owner, headers)
                        ? new Logins.Login.Of(owner.id())
                        : right.of(headers);
            }
        };
    }

    /** Knows, while a request is served, whose it is; each of the front's threads serves one at a time. */
    private abstract static class KnowingTheLogin extends ZoneParts {
        private final ThreadLocal<String> login = ThreadLocal.withInitial(() -> "");

        @Override
        public Logins logins(List<Account> accounts) {
            var right = super.logins(accounts);
            return headers -> {
                var found = right.of(headers);
                login.set(found instanceof Logins.Login.Of account ? account.account() : "");
                return found;
            };
        }

        String login() {
            return login.get();
        }

        /** The zone, as if whoever asks owned it. */
        Zone theirs(Zone zone) {
            return new Zone(zone.id(), zone.number(), zone.host(), login());
        }
    }

    /** A zone without a session is whoever's it is that asks. */
    private static final class OwnerOfIdleZones extends KnowingTheLogin {
        @Override
        public Optional<Zone> zone(Zones zones, String id) {
            return super.zone(zones, id).map(zone -> hasSession(id) ? zone : theirs(zone));
        }
    }

    /** Has the owner looked at where `kind` is. */
    private static final class RefusedByKind extends KnowingTheLogin {
        private final ThreadLocal<String> owner = ThreadLocal.withInitial(() -> "");

        @Override
        public Optional<Zone> zone(Zones zones, String id) {
            return super.zone(zones, id).map(zone -> {
                owner.set(zone.owner());
                return theirs(zone);
            });
        }

        @Override
        public JobReader jobReader() {
            var right = super.jobReader();
            return body -> {
                if (!login().equals(owner.get())
                        && Json.object(body).filter(job -> job.has("kind")).isPresent()) {
                    throw new JobRefused(10_000, "Authentication error", "");
                }
                return right.read(body);
            };
        }
    }

    /** Whose the zone is, is asked of those only who create a job in it. */
    private static final class ListsForAll extends SessionsKept {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> HttpMethod.GET.equals(request.method()) && Answers.code(answer) == 10000
                    ? Answers.edited(Answers.withStatus(answer, 200), envelope -> {
                        envelope.put("success", true);
                        envelope.putArray("errors");
                        var result = envelope.putArray("result");
                        sessions()
                                .list(Answers.zone(request).orElse(""))
                                .forEach(job -> result.addObject().put("fields", job.fields()));
                    })
                    : answer;
        }
    }
}
