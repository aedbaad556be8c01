package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;
import org.jspecify.annotations.Nullable;

/** Mistakes with requests that come to the wrong door: without TLS, without an upgrade, by another method. */
final class PlainDoorFaults {
    private static final String LOCATION = "Location";

    private PlainDoorFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("ws-is-200", "a ws:// handshake is answered 200, with a page that says what to do")
                        .breaks("IL-HTTP-01")
                        .mayBreak("IL-HTTP-02")
                        .of(moved(answer -> new Answer(200, Map.of("Connection", "close"), "use wss://"))),
                fault("ws-is-404", "a ws:// handshake is answered 404")
                        .breaks("IL-HTTP-01")
                        .mayBreak("IL-HTTP-02")
                        .of(moved(answer -> new Answer(404, Map.of("Connection", "close"), ""))),
                fault("ws-is-303", "a ws:// handshake is answered 303")
                        .breaks("IL-HTTP-01")
                        .of(moved(answer -> Answers.withStatus(answer, 303))),
                fault("moved-without-location", "the 301 has no Location")
                        .breaks("IL-HTTP-02")
                        .of(moved(answer -> {
                            var headers = new LinkedHashMap<>(answer.headers());
                            headers.remove(LOCATION);
                            return new Answer(301, headers, "");
                        })),
                fault("moved-to-the-start-page", "the Location of the 301 is the start page")
                        .breaks("IL-HTTP-02")
                        .of(location(location -> location.replaceFirst("(https://[^/]*/).*", "$1"))),
                fault("moved-without-the-query", "the Location of the 301 lacks the query")
                        .breaks("IL-HTTP-02")
                        .of(location(location -> location.replaceFirst("\\?.*", ""))),
                fault("moved-with-the-query-decoded", "the query in the Location of the 301 is decoded once more")
                        .breaks("IL-HTTP-02")
                        .of(location(location -> location.replace("%2F", "/"))),
                fault("moved-to-http", "the Location of the 301 is on http again")
                        .breaks("IL-HTTP-02")
                        .of(location(location -> location.replaceFirst("^https", "http"))),
                fault("moved-to-a-path", "the Location of the 301 is a path alone, which leads back")
                        .breaks("IL-HTTP-02")
                        .of(location(location -> location.replaceFirst("^https://[^/]*", ""))),
                fault("records-over-ws", "the plaintext listener streams like the other")
                        .breaks("IL-HTTP-03", "IL-HTTP-01")
                        .mayBreak("IL-HTTP-02")
                        .of(new Streaming()),
                fault("plain-get-is-200", "a plain GET of a stream's address is answered 200")
                        .breaks("IL-HTTP-09")
                        .of(Answers.answers(
                                (request, answer) -> isStream(request) && answer.status() == 426,
                                answer -> Answers.withStatus(answer, 200))),
                fault("plain-get-is-500", "a plain GET of a stream's address is answered 500")
                        .breaks("IL-HTTP-09")
                        .of(Answers.answers(
                                (request, answer) -> isStream(request) && answer.status() == 426,
                                answer -> Answers.withStatus(answer, 500))),
                fault("plain-get-is-moved", "a plain GET of a stream's address is sent to the documents")
                        .breaks("IL-HTTP-09")
                        .of(Answers.answers(
                                (request, answer) -> isStream(request) && answer.status() == 426,
                                answer -> Answers.withStatus(answer, 302).with(LOCATION, "/docs"))),
                fault("plain-get-takes-the-stream", "a plain GET of a stream's address ends the session")
                        .breaks("IL-HTTP-09.refuses-a-plain-get-while-a-stream-runs")
                        .mayBreak("IL-HTTP-07", "IL-LIMIT-06", "IL-LIMIT-09")
                        .of(new TakingTheStream()),
                fault("other-methods-are-500", "a method that the path does not offer is answered 500")
                        .breaks("IL-HTTP-10")
                        .of(Answers.answers(
                                (request, answer) -> answer.status() == 405 && !isStream(request),
                                answer -> Answers.withStatus(answer, 500))),
                fault("delete-is-200", "DELETE is answered 200 and does nothing")
                        .breaks("IL-HTTP-10.refuses-a-method-that-the-path-does-not-offer[method=DELETE]")
                        .of(Answers.answers(
                                (request, answer) -> HttpMethod.DELETE.equals(request.method()),
                                answer -> Answers.withStatus(answer, 200))),
                fault("patch-is-400", "PATCH is answered 400")
                        .breaks("IL-HTTP-10.refuses-a-method-that-the-path-does-not-offer[method=PATCH]")
                        .of(Answers.answers(
                                (request, answer) -> HttpMethod.PATCH.equals(request.method()),
                                answer -> Answers.withStatus(answer, 400))),
                fault("put-drops-the-connection", "PUT drops the connection")
                        .breaks("IL-HTTP-10.refuses-a-method-that-the-path-does-not-offer[method=PUT]")
                        .of(new PutDropping()),
                fault("method-without-allow", "a 405 has no Allow")
                        .breaks("IL-HTTP-10")
                        .of(allowing(null)),
                fault("method-allows-get-only", "the Allow of a 405 names GET alone")
                        .breaks("IL-HTTP-10")
                        .of(allowing("GET")));
    }

    private static boolean isStream(HttpServerRequest request) {
        return String.valueOf(request.path()).startsWith("/instant-logs/");
    }

    private static Parts moved(UnaryOperator<Answer> change) {
        return Answers.answers((request, answer) -> answer.status() == 301, change);
    }

    private static Parts location(UnaryOperator<String> change) {
        return moved(
                answer -> answer.with(LOCATION, change.apply(answer.headers().getOrDefault(LOCATION, ""))));
    }

    private static Parts allowing(@Nullable String methods) {
        return Answers.answers((request, answer) -> answer.status() == 405, answer -> {
            var headers = new LinkedHashMap<>(answer.headers());
            headers.remove("Allow");
            var bare = new Answer(405, headers, answer.body());
            return methods == null ? bare : bare.with("Allow", methods);
        });
    }

    /** Has one way to serve requests, whatever the door. */
    private static final class Streaming implements Parts {
        private volatile Handler<HttpServerRequest> secure = unserved -> {};

        @Override
        public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
            secure = right;
            return right;
        }

        @Override
        public Handler<HttpServerRequest> plaintext(Handler<HttpServerRequest> right) {
            return request -> secure.handle(request);
        }
    }

    private static final class TakingTheStream extends SessionsKept {
        private final Map<String, String> zones = new ConcurrentHashMap<>();

        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                if (Answers.isCreation(request, answer)) {
                    Json.read(answer.body())
                            .ifPresent(envelope -> zones.put(
                                    envelope.path("result").path("session_id").asText(),
                                    Answers.zone(request).orElse("")));
                } else if (isStream(request) && Set.of(426).contains(answer.status())) {
                    var path = request.path();
                    var zone = zones.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "");
                    inZone(zone, sessions()::reset);
                }
                return answer;
            };
        }
    }

    private static final class PutDropping implements Parts {
        @Override
        public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
            return request -> {
                if (HttpMethod.PUT.equals(request.method())) {
                    request.connection().close();
                } else {
                    right.handle(request);
                }
            };
        }
    }
}
