package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.HandshakeRules;
import org.instantlogs.server.front.Logins;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.Refusal;
import org.instantlogs.server.session.Account;

/** Mistakes in whose request one is, and in how those of nobody are refused. */
final class LoginFaults {
    private static final String REFUSES = "IL-AUTH-03.refuses-a-job";
    private static final String LIST = "IL-AUTH-03.refuses-the-list";

    private static final int COMPARED = 8;

    private LoginFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("no-email-and-key", "e-mail and key are not known as a login")
                        .breaks("IL-AUTH-01")
                        .of(refusing(headers -> headers.contains("X-Auth-Key") && !headers.contains("Authorization"))),
                fault("no-bearer-token", "a bearer token is not known as a login")
                        .breaks("IL-AUTH-02")
                        .of(refusing(headers -> headers.contains("Authorization"))),
                fault("no-login-needed", "without any credentials a request is the first account's")
                        .breaks(REFUSES + "[credentials=none]", LIST + "[credentials=none]")
                        .mayBreak("IL-AUTH-03", "IL-JOB-24")
                        .of(letting((account, headers) -> sent(headers).isEmpty())),
                fault("empty-key-is-right", "an empty key is as good as the right one")
                        .breaks(REFUSES + "[credentials=key-empty]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> account.email().equals(headers.get("X-Auth-Email"))
                                && "".equals(headers.get("X-Auth-Key")))),
                fault("email-is-enough", "the e-mail alone is a login")
                        .breaks(
                                REFUSES + "[credentials=email-only]",
                                "IL-AUTH-03.creates-nothing[credentials=email-only]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> account.email().equals(headers.get("X-Auth-Email"))
                                && !headers.contains("X-Auth-Key"))),
                fault("key-is-enough", "the key alone is a login")
                        .breaks(REFUSES + "[credentials=key-only]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) ->
                                account.key().equals(headers.get("X-Auth-Key")) && !headers.contains("X-Auth-Email"))),
                fault("key-of-any-email", "the key is right with any e-mail")
                        .breaks(REFUSES + "[credentials=key-of-nobody]", LIST + "[credentials=key-of-nobody]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> account.key().equals(headers.get("X-Auth-Key")))),
                fault("email-from-its-start", "an e-mail is right that begins as the right one does")
                        .breaks(REFUSES + "[credentials=email-cut]", LIST + "[credentials=email-without-its-host]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) ->
                                account.email().startsWith(Objects.toString(headers.get("X-Auth-Email"), "-"))
                                        && account.key().equals(headers.get("X-Auth-Key")))),
                fault("any-key-of-the-email", "any key is right with the right e-mail")
                        .breaks(REFUSES + "[credentials=key-altered]", LIST + "[credentials=key-altered]")
                        .mayBreak("IL-AUTH-03", "IL-JOB-24")
                        .of(letting((account, headers) ->
                                account.email().equals(headers.get("X-Auth-Email")) && headers.contains("X-Auth-Key"))),
                fault("key-in-any-case", "keys are compared without regard to case")
                        .breaks(REFUSES + "[credentials=key-in-other-case]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> account.email().equals(headers.get("X-Auth-Email"))
                                && account.key().equalsIgnoreCase(headers.get("X-Auth-Key")))),
                fault("token-in-any-case", "tokens are compared without regard to case")
                        .breaks(REFUSES + "[credentials=token-in-other-case]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> account.token().equalsIgnoreCase(bearer(headers)))),
                fault("token-by-its-beginning", "a token may be cut off at its end")
                        .breaks(REFUSES + "[credentials=token-cut]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) ->
                                bearer(headers).length() > 8 && account.token().startsWith(bearer(headers)))),
                fault("token-goes-on", "what a token has behind the right one is not looked at")
                        .breaks(REFUSES + "[credentials=token-lengthened]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> bearer(headers).startsWith(account.token()))),
                fault("empty-token-is-right", "an empty token is the first account's")
                        .breaks(REFUSES + "[credentials=token-empty]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> headers.contains("Authorization")
                                && bearer(headers).isEmpty())),
                fault("any-scheme-is-a-login", "a login of another scheme is not looked at, and is right")
                        .breaks(REFUSES + "[credentials=other-scheme]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) ->
                                String.valueOf(headers.get("Authorization")).startsWith("Basic"))),
                fault("token-is-a-key", "the token is right as the key, too")
                        .breaks(REFUSES + "[credentials=token-as-the-key]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> account.email().equals(headers.get("X-Auth-Email"))
                                && account.token().equals(headers.get("X-Auth-Key")))),
                fault("secrets-by-their-ends", "of a key or a token the first and the last 8 characters are compared")
                        .breaks(
                                "IL-AUTH-03.refuses-*[credentials=key-altered-in-its-middle]",
                                "IL-AUTH-03.refuses-*[credentials=token-altered-in-its-middle]")
                        .mayBreak("IL-AUTH-03")
                        .of(comparing(LoginFaults::haveEqualEnds)),
                fault(
                                "secrets-but-for-their-first-character",
                                "a key or a token is compared but for its first character")
                        .breaks(
                                "IL-AUTH-03.refuses-*[credentials=key-altered-at-its-start]",
                                "IL-AUTH-03.refuses-*[credentials=token-altered-at-its-start]")
                        .mayBreak("IL-AUTH-03")
                        .of(comparing((right, given) ->
                                !given.isEmpty() && right.substring(1).equals(given.substring(1)))),
                fault("last-letter-in-any-case", "the last letter of a key or a token may be in the other case")
                        .breaks(
                                "IL-AUTH-03.refuses-*[credentials=key-with-a-letter-in-other-case]",
                                "IL-AUTH-03.refuses-*[credentials=token-with-a-letter-in-other-case]")
                        .mayBreak("IL-AUTH-03")
                        .of(comparing(LoginFaults::differInTheLastLettersCase)),
                fault(
                                "nobody-has-an-empty-key",
                                "an e-mail that nobody has is the first account's login, with an empty key")
                        .breaks("IL-AUTH-03.refuses-*[credentials=key-of-nobody-empty]")
                        .mayBreak("IL-AUTH-03")
                        .of(letting((account, headers) -> "".equals(headers.get("X-Auth-Key"))
                                && String.valueOf(headers.get("X-Auth-Email")).contains("@")
                                && !account.email().equals(headers.get("X-Auth-Email")))),
                fault("email-of-one-key-of-another", "e-mail and key may be those of two accounts")
                        .breaks(
                                "IL-AUTH-03.refuses-credentials-of-two-accounts[pair=own-email]",
                                "IL-AUTH-03.refuses-credentials-of-two-accounts[pair=strangers-email]")
                        .of(new EachOfSomebody()),
                fault("list-needs-no-login", "only creations are asked for credentials")
                        .breaks("IL-AUTH-03.refuses-the-list")
                        .of(Answers.answers(
                                (request, answer) -> HttpMethod.GET.equals(request.method())
                                        && Answers.isLoginRefusal(request, answer),
                                answer -> Answers.edited(Answers.withStatus(answer, 200), envelope -> {
                                    envelope.put("success", true);
                                    envelope.putArray("errors");
                                    envelope.putArray("result");
                                }))),
                fault("wrong-login-is-404", "credentials of nobody are answered 404")
                        .breaks("IL-AUTH-03.refuses-a-job*")
                        .mayBreak("IL-AUTH-03")
                        .of(Answers.answers(Answers::isLoginRefusal, answer -> Answers.withStatus(answer, 404))),
                fault("wrong-login-is-sent-elsewhere", "credentials of nobody are answered 302, to a login page")
                        .breaks("IL-AUTH-03.refuses-a-job*", "IL-AUTH-03.refuses-the-list*")
                        .of(Answers.answers(
                                Answers::isLoginRefusal,
                                answer -> Answers.withStatus(answer, 302).with("Location", "/login"))),
                fault("wrong-token-refused-in-words", "a wrong token is refused without an envelope")
                        .breaks(REFUSES + "[credentials=token-altered]")
                        .mayBreak("IL-AUTH-03")
                        .of(Answers.answers(
                                (request, answer) -> Answers.isRefusal(request, answer) && answer.status() == 401,
                                answer -> new Answer(401, Map.of("Content-Type", "text/plain"), "Unauthorized"))),
                fault("socket-asks-for-a-token", "a handshake without a token is refused")
                        .breaks("IL-AUTH-04")
                        .mayBreak(
                                "IL-STREAM-01",
                                "IL-STREAM-11",
                                "IL-STREAM-15",
                                "IL-JOB-24",
                                "IL-LIMIT-03",
                                "IL-LIMIT-06",
                                "IL-LIMIT-09")
                        .of(new Parts() {
                            @Override
                            public HandshakeRules handshakeRules() {
                                return request -> HandshakeRules.RFC_6455
                                        .flawOf(request)
                                        .or(() -> request.getHeader("Authorization") == null
                                                ? Optional.of(new Refusal(401, 1000, "Authentication error"))
                                                : Optional.empty());
                            }
                        }));
    }

    private static String sent(MultiMap headers) {
        return bearer(headers)
                + Objects.toString(headers.get("X-Auth-Email"), "")
                + Objects.toString(headers.get("X-Auth-Key"), "");
    }

    /** What stands behind the scheme, if it is Bearer; else all of it. */
    static String bearer(MultiMap headers) {
        return Objects.toString(headers.get("Authorization"), "")
                .replaceFirst("^Bearer *", "")
                .strip();
    }

    /** The first account's key, or token, is compared so. */
    private static Parts comparing(BiPredicate<String, String> alike) {
        return letting((account, headers) -> headers.contains("Authorization")
                ? alike.test(account.token(), bearer(headers))
                : account.email().equals(headers.get("X-Auth-Email"))
                        && alike.test(account.key(), Objects.toString(headers.get("X-Auth-Key"), "")));
    }

    private static boolean haveEqualEnds(String right, String given) {
        return given.length() == right.length()
                && given.startsWith(right.substring(0, COMPARED))
                && given.endsWith(right.substring(right.length() - COMPARED));
    }

    private static boolean differInTheLastLettersCase(String right, String given) {
        int last = right.length() - 1;
        while (last > 0 && !Character.isLetter(right.charAt(last))) {
            last--;
        }
        return right.equalsIgnoreCase(given) && right.substring(0, last).equals(given.substring(0, last));
    }

    private static Parts refusing(Predicate<MultiMap> which) {
        return new Parts() {
            @Override
            public Logins logins(List<Account> accounts) {
                var right = Parts.super.logins(accounts);
                return headers -> which.test(headers)
                        ? new Logins.Login.Refused(new Refusal(403, 9103, "Unknown login"))
                        : right.of(headers);
            }
        };
    }

    /** Credentials that nobody has are the first account's where that holds. */
    private static Parts letting(BiPredicate<Account, MultiMap> isLetIn) {
        return new Parts() {
            @Override
            public Logins logins(List<Account> accounts) {
                var right = Parts.super.logins(accounts);
                var owner = accounts.get(0);
                return headers -> right.of(headers) instanceof Logins.Login.Refused refused
                        ? isLetIn.test(owner, headers) ? new Logins.Login.Of(owner.id()) : refused
                        : right.of(headers);
            }
        };
    }

    /** Looks for the e-mail and for the key, each by itself. */
    private static final class EachOfSomebody implements Parts {
        @Override
        public Logins logins(List<Account> accounts) {
            var right = Parts.super.logins(accounts);
            return headers -> {
                boolean known = accounts.stream()
                                .anyMatch(account -> account.email().equals(headers.get("X-Auth-Email")))
                        && accounts.stream().anyMatch(account -> account.key().equals(headers.get("X-Auth-Key")));
                var login = right.of(headers);
                return login instanceof Logins.Login.Refused && known
                        ? new Logins.Login.Of(accounts.get(0).id())
                        : login;
            };
        }
    }
}
