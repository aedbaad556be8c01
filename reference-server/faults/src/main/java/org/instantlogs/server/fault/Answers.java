package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;

/** Parts that change what the API answers, on its last way out. */
final class Answers {
    private static final Pattern JOBS = Pattern.compile("/client/v4/zones/([^/]*)/logpush/edge(?:/jobs)?");

    private Answers() {}

    /** The envelopes of successful creations. */
    static Parts creations(Consumer<ObjectNode> change) {
        return envelopes(Answers::isCreation, change);
    }

    /** The results of successful creations. */
    static Parts results(Consumer<ObjectNode> change) {
        return creations(envelope -> {
            if (envelope.get("result") instanceof ObjectNode result) {
                change.accept(result);
            }
        });
    }

    /** The envelopes of lists. */
    static Parts lists(Consumer<ObjectNode> change) {
        return envelopes(Answers::isList, change);
    }

    /** The envelopes of refusals by the API. */
    static Parts refusals(Consumer<ObjectNode> change) {
        return envelopes(Answers::isRefusal, change);
    }

    /** The envelopes of some answers. */
    static Parts envelopes(BiPredicate<HttpServerRequest, Answer> which, Consumer<ObjectNode> change) {
        return answers(which, answer -> edited(answer, change));
    }

    /** Some answers as a whole. */
    static Parts answers(BiPredicate<HttpServerRequest, Answer> which, UnaryOperator<Answer> change) {
        return lastWord((request, answer) -> which.test(request, answer) ? change.apply(answer) : answer);
    }

    static Parts lastWord(LastWord lastWord) {
        return new Parts() {
            @Override
            public LastWord lastWord() {
                return lastWord;
            }
        };
    }

    static boolean isCreation(HttpServerRequest request, Answer answer) {
        return HttpMethod.POST.equals(request.method())
                && isSuccess(answer)
                && zone(request).isPresent();
    }

    static boolean isList(HttpServerRequest request, Answer answer) {
        return HttpMethod.GET.equals(request.method())
                && isSuccess(answer)
                && zone(request).isPresent();
    }

    /** Tells of each zone for which a job was refused for its filter. */
    static LastWord watchingBadFilters(Consumer<String> zones) {
        return (request, answer) -> {
            if (isFilterRefusal(answer)) {
                zone(request).ifPresent(zones);
            }
            return answer;
        };
    }

    private static boolean isFilterRefusal(Answer answer) {
        return code(answer) == 1004;
    }

    static boolean isRefusal(HttpServerRequest request, Answer answer) {
        return answer.status() >= 400 && zone(request).isPresent();
    }

    /** Refusals of what a creation's body asks for. */
    static boolean isBodyRefusal(HttpServerRequest request, Answer answer) {
        return HttpMethod.POST.equals(request.method())
                && answer.status() == 400
                && code(answer) >= 1001
                && code(answer) <= 1005;
    }

    /** Refusals of credentials. */
    static boolean isLoginRefusal(HttpServerRequest request, Answer answer) {
        return isRefusal(request, answer)
                && (code(answer) == 9103 || code(answer) == 9106 || code(answer) == 6003 || answer.status() == 401);
    }

    private static boolean isSuccess(Answer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    /** The id of the zone whose jobs the request is about. */
    static Optional<String> zone(HttpServerRequest request) {
        var path = JOBS.matcher(Optional.ofNullable(request.path()).orElse(""));
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }

    /** The code of a refusal's first error; 0 where there is none. */
    static int code(Answer answer) {
        return Json.read(answer.body())
                .map(envelope -> envelope.path("errors").path(0).path("code").asInt())
                .orElse(0);
    }

    /** The answer with its envelope changed. */
    static Answer edited(Answer answer, Consumer<ObjectNode> change) {
        if (Json.read(answer.body()).orElse(null) instanceof ObjectNode envelope) {
            change.accept(envelope);
            return withBody(answer, envelope);
        }
        return answer;
    }

    static Answer withBody(Answer answer, JsonNode body) {
        return new Answer(answer.status(), answer.headers(), body.toString());
    }

    static Answer withStatus(Answer answer, int status) {
        return new Answer(status, answer.headers(), answer.body());
    }

    /** The last part of a path, which in a stream's address is its secret. */
    static String secretIn(HttpServerRequest request) {
        var path = String.valueOf(request.path());
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
