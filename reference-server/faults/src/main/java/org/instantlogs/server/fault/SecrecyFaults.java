package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.HandshakeRules;
import org.instantlogs.server.front.Logins;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.record.Encoder;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.session.EndReason;
import org.jspecify.annotations.Nullable;

/** Servers that repeat a key or a token. */
final class SecrecyFaults {
    private static final String ERRORS = "IL-AUTH-05.does-not-answer-credentials-in-an-error";

    private static final String AT_THE_SOCKET = "IL-AUTH-05.does-not-show-credentials-at-the-socket";

    private static final int WIDE = 50;

    private SecrecyFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("key-in-the-refusal", "the refusal of a key repeats the key")
                        .breaks("IL-AUTH-05.does-not-answer-wrong-credentials")
                        .mayBreak("IL-AUTH-05")
                        .of(telling(
                                Answers::isLoginRefusal,
                                (request, answer) -> inTheMessage(answer, request, "X-Auth-Key"))),
                fault("half-a-key-in-the-refusal", "the refusal of a key repeats the first half of it")
                        .breaks("IL-AUTH-05.does-not-answer-wrong-credentials")
                        .of(telling(
                                Answers::isLoginRefusal,
                                (request, answer) -> inTheMessage(
                                        answer, "X-Auth-Key", firstHalf(request.getHeader("X-Auth-Key"))))),
                fault("token-in-the-refusal", "the refusal of a token repeats the header")
                        .breaks("IL-AUTH-05.does-not-answer-wrong-credentials")
                        .of(telling(
                                Answers::isLoginRefusal,
                                (request, answer) -> inTheMessage(answer, request, "Authorization"))),
                fault("request-in-the-error", "the refusal of a filter repeats the request with its headers")
                        .breaks(ERRORS + "[request=unknown-operator]")
                        .mayBreak("IL-AUTH-05")
                        .of(telling(
                                (request, answer) -> Answers.code(answer) == 1004,
                                (request, answer) -> Answers.edited(
                                        answer,
                                        envelope ->
                                                envelope.putArray("messages").add(login(request))))),
                fault(
                                "login-in-the-unknown-zones-error",
                                "the refusal of a zone tells whose login it was, with the secret")
                        .breaks(ERRORS + "[request=unknown-zone]")
                        .mayBreak("IL-AUTH-05")
                        .of(telling(
                                (request, answer) -> Answers.code(answer) == 7003,
                                (request, answer) -> Answers.edited(
                                        answer,
                                        envelope ->
                                                envelope.putArray("messages").add(login(request))))),
                fault("token-in-the-job", "a job tells the login it was created with")
                        .breaks("IL-AUTH-05.does-not-answer-credentials")
                        .of(telling(
                                Answers::isCreation,
                                (request, answer) -> Answers.edited(
                                        answer,
                                        envelope -> ((ObjectNode) envelope.path("result"))
                                                .put("created_by", login(request))))),
                fault("token-in-the-list", "the list tells the login it was asked for with")
                        .breaks("IL-AUTH-05.does-not-answer-credentials")
                        .of(telling(
                                Answers::isList,
                                (request, answer) -> Answers.edited(
                                        answer,
                                        envelope ->
                                                envelope.putArray("messages").add(login(request))))),
                fault("login-in-a-header", "every answer of the API has the request's login in a header")
                        .breaks("IL-AUTH-05.does-not-answer-credentials")
                        .mayBreak("IL-AUTH-05")
                        .of(telling(
                                (request, answer) -> Answers.zone(request).isPresent()
                                        && !login(request).isBlank(),
                                (request, answer) -> answer.with("X-Login", login(request)))),
                fault("login-in-base64-in-the-error", "the refusal of a filter shows the request's login in base 64")
                        .breaks(ERRORS + "[request=unknown-operator]")
                        .mayBreak("IL-AUTH-05")
                        .of(telling(
                                (request, answer) -> Answers.code(answer) == 1004,
                                (request, answer) -> Answers.edited(
                                        answer,
                                        envelope ->
                                                envelope.putArray("messages").add(base64(login(request)))))),
                fault("login-in-the-answer-to-delete", "the refusal of a DELETE tells the login it came with")
                        .breaks("IL-AUTH-05.does-not-answer-credentials-to-another-method[method=DELETE]")
                        .of(telling(
                                (request, answer) -> HttpMethod.DELETE.equals(request.method()),
                                (request, answer) -> Answers.edited(
                                        answer,
                                        envelope ->
                                                envelope.putArray("messages").add(login(request))))),
                fault("token-in-the-101", "the 101 has the owner's token in a header")
                        .breaks(AT_THE_SOCKET)
                        .of(new InTheUpgrade()),
                fault("half-a-token-in-the-farewell", "who is replaced is told the first half of the owner's token")
                        .breaks(AT_THE_SOCKET)
                        .of(new InTheFarewell()),
                fault(
                                "token-in-the-answer-to-get",
                                "the answer to a plain GET of an address has the owner's token in a header")
                        .breaks(AT_THE_SOCKET)
                        .of(new InTheAnswerToGet()),
                fault(
                                "token-in-the-stream",
                                "the lines of jobs with more than 50 fields show the owner's token in the referer")
                        .breaks("IL-AUTH-05.does-not-stream-credentials")
                        .mayBreak("IL-NDJSON-03", "IL-NDJSON-06", "IL-NDJSON-15")
                        .of(new InTheStream()));
    }

    private static Parts telling(
            BiPredicate<HttpServerRequest, Answer> which, BiFunction<HttpServerRequest, Answer, Answer> told) {
        return Answers.lastWord(
                (request, answer) -> which.test(request, answer) ? told.apply(request, answer) : answer);
    }

    private static @Nullable String firstHalf(@Nullable String secret) {
        return secret == null ? null : secret.substring(0, secret.length() / 2);
    }

    private static Answer inTheMessage(Answer answer, HttpServerRequest request, String header) {
        return inTheMessage(answer, header, request.getHeader(header));
    }

    private static Answer inTheMessage(Answer answer, String header, @Nullable String value) {
        return value == null
                ? answer
                : Answers.edited(
                        answer,
                        envelope -> ((ObjectNode) envelope.path("errors").path(0))
                                .put("message", "unknown " + header + ": " + value));
    }

    private static String login(HttpServerRequest request) {
        return (Objects.toString(request.getHeader("Authorization"), "") + " "
                        + Objects.toString(request.getHeader("X-Auth-Key"), ""))
                .strip();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Knows the owner's token. */
    private abstract static class KnowingTheToken implements Parts {
        private volatile String token = "";

        @Override
        public Logins logins(List<Account> accounts) {
            token = accounts.get(0).token();
            return Parts.super.logins(accounts);
        }

        String token() {
            return token;
        }
    }

    private static final class InTheUpgrade extends KnowingTheToken {
        @Override
        public HandshakeRules handshakeRules() {
            return Upgrades.answering((request, headers) -> headers.set("X-Owner", token()))
                    .handshakeRules();
        }
    }

    private static final class InTheFarewell extends KnowingTheToken {
        @Override
        public void accepted(ServerWebSocket socket) {
            SignFaults.closing(close -> close.reasonText().equals(EndReason.REPLACED.reason())
                            ? new CloseWebSocketFrame(close.statusCode(), "replaced by " + firstHalf(token()))
                            : close.retainedDuplicate())
                    .accepted(socket);
        }
    }

    private static final class InTheAnswerToGet extends KnowingTheToken {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> answer.status() == 426 ? answer.with("X-Owner", token()) : answer;
        }
    }

    private static final class InTheStream extends KnowingTheToken {
        @Override
        public Encoder encoder(List<String> fields) {
            var right = super.encoder(fields);
            return fields.size() > WIDE
                    ? (record, weight) -> new String(right.encode(record, weight), StandardCharsets.UTF_8)
                            .replace("\"ClientRequestReferer\":\"", "\"ClientRequestReferer\":\"" + token())
                            .getBytes(StandardCharsets.UTF_8)
                    : right;
        }
    }
}
