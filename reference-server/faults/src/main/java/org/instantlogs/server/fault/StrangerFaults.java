package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.BiPredicate;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.Logins;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.Account;

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
