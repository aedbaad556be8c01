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
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.jspecify.annotations.Nullable;

/** Mistakes with requests that come to the wrong door: without TLS, without an upgrade, by another method. */
final class PlainDoorFaults {
    private static final String LOCATION = "Location";
    private static final String HOWEVER = "IL-HTTP-09.refuses-a-plain-get-however-it-comes";

    private PlainDoorFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("ws-in-capitals-is-served", "a ws:// handshake whose Upgrade says `WebSocket` is served")
                        .breaks(
                                "IL-HTTP-01.answers-a-ws-handshake-with-301-however-it-is-written",
                                "IL-HTTP-03.no-record-goes-over-ws-whatever-a-client-says")
                        .of(new Trusting(request -> "WebSocket".equals(request.getHeader("Upgrade")))),
                fault("head-of-a-stream-is-500", "HEAD of a stream's address is answered 500")
                        .breaks("IL-HTTP-10.answers-no-method-at-the-stream-with-5xx[method=HEAD]")
                        .mayBreak("IL-HTTP-10")
                        .of(Answers.answers(
                                (request, answer) -> isStream(request) && HttpMethod.HEAD.equals(request.method()),
                                answer -> Answers.withStatus(answer, 500))),
                fault("ws-trusts-what-a-proxy-would-say", "who says that he came over TLS gets records over ws://")
                        .breaks("IL-HTTP-03.no-record-goes-over-ws-whatever-a-client-says")
                        .of(new Trusting(request -> "https".equals(request.getHeader("X-Forwarded-Proto")))),
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
                fault("moved-without-empty-values", "the query in the Location of the 301 lacks what has no value")
                        .breaks("IL-HTTP-02")
                        .of(location(location -> location.replaceAll("(?<=[?&])[^=&]*=(&|$)", ""))),
                fault("ws-is-409-beside-a-listener", "a ws:// handshake is answered 409 while somebody listens")
                        .breaks("IL-HTTP-01.answers-a-ws-handshake-with-301-while-a-stream-runs")
                        .mayBreak("IL-HTTP-01", "IL-HTTP-02")
                        .of(new Conflicting()),
                fault("ws-takes-the-stream", "a ws:// handshake is answered 301, and ends the session")
                        .breaks("IL-HTTP-01.answers-a-ws-handshake-with-301-while-a-stream-runs")
                        .of(new TakingTheStream((request, answer) -> answer.status() == 301)),
                fault("records-over-ws", "the plaintext listener streams like the other")
                        .breaks("IL-HTTP-03", "IL-HTTP-01")
                        .mayBreak("IL-HTTP-02")
                        .of(new Trusting(request -> true)),
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
                fault("plain-get-with-a-query-is-200", "a GET of a stream's address with a query is answered 200")
                        .breaks(HOWEVER + "[get=with-a-query]")
                        .of(plainGetIs200(request -> request.query() != null)),
                fault(
                                "plain-get-of-a-browser-is-200",
                                "a browser's GET of a stream's address is answered 200, with a page")
                        .breaks(HOWEVER + "[get=from-a-browser]")
                        .of(plainGetIs200(request ->
                                String.valueOf(request.getHeader("Accept")).startsWith("text/html"))),
                fault("plain-get-of-nothing-is-200", "a GET of an address that was never given out is answered 200")
                        .breaks(HOWEVER + "[get=of-an-unknown-address]")
                        .of(new OfNothing()),
                fault("plain-get-of-before-is-200", "a GET of an address that somebody has listened at is answered 200")
                        .breaks(HOWEVER + "[get=after-a-listener]")
                        .of(new OfBefore()),
                fault("plain-get-takes-the-stream", "a plain GET of a stream's address ends the session")
                        .breaks("IL-HTTP-09.refuses-a-plain-get-while-a-stream-runs")
                        .mayBreak("IL-HTTP-07", "IL-LIMIT-06", "IL-LIMIT-09")
                        .of(new TakingTheStream((request, answer) -> answer.status() == 426)),
                fault("delete-takes-the-stream", "a DELETE of a stream's address is refused, and ends the session")
                        .breaks("IL-HTTP-10.leaves-a-running-stream-as-it-was[method=DELETE]")
                        .of(new TakingTheStream((request, answer) -> HttpMethod.DELETE.equals(request.method()))),
                fault("delete-takes-the-job", "a DELETE of the jobs' path is refused, and ends the session")
                        .breaks("IL-HTTP-10.leaves-a-running-stream-as-it-was[method=DELETE]")
                        .of(new TakingTheJob()),
                fault("options-is-500", "OPTIONS is answered 500")
                        .breaks("IL-HTTP-10.answers-no-method-with-5xx[method=OPTIONS]")
                        .of(Answers.answers(
                                (request, answer) -> HttpMethod.OPTIONS.equals(request.method()),
                                answer -> Answers.withStatus(answer, 500))),
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
                        .of(allowing("GET")),
                fault("method-allows-itself", "the Allow of a 405 names the method that was refused, too")
                        .breaks("IL-HTTP-10.refuses-a-method-that-the-path-does-not-offer")
                        .mayBreak("IL-HTTP-10")
                        .of(Answers.lastWord((request, answer) -> answer.status() == 405
                                ? answer.with("Allow", "GET, POST, " + request.method())
                                : answer)));
    }

    private static boolean isStream(HttpServerRequest request) {
        return String.valueOf(request.path()).startsWith("/instant-logs/");
    }

    private static boolean isPlainGet(HttpServerRequest request, Answer answer) {
        return isStream(request) && answer.status() == 426;
    }

    private static Parts plainGetIs200(Predicate<HttpServerRequest> some) {
        return Answers.answers(
                (request, answer) -> isPlainGet(request, answer) && some.test(request),
                answer -> Answers.withStatus(answer, 200));
    }

    /** The last part of a path: of an address its secret. */
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

    private static final class TakingTheStream extends SessionsKept {
        private final BiPredicate<HttpServerRequest, Answer> some;
        private final Map<String, String> zones = new ConcurrentHashMap<>();

        TakingTheStream(BiPredicate<HttpServerRequest, Answer> some) {
            this.some = some;
        }

        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                if (Answers.isCreation(request, answer)) {
                    Json.read(answer.body())
                            .ifPresent(envelope -> zones.put(
                                    envelope.path("result").path("session_id").asText(),
                                    Answers.zone(request).orElse("")));
                } else if (isStream(request) && some.test(request, answer)) {
                    inZone(zones.getOrDefault(Answers.secretIn(request), ""), sessions()::reset);
                }
                return answer;
            };
        }
    }

    private static final class TakingTheJob extends SessionsKept {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                if (HttpMethod.DELETE.equals(request.method())) {
                    inZone(Answers.zone(request).orElse(""), sessions()::reset);
                }
                return answer;
            };
        }
    }

    /** Answers 200 to a GET of an address that it does not know. */
    private static final class OfNothing extends ZoneParts {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> isPlainGet(request, answer)
                            && zoneOfSecret(Answers.secretIn(request)).isEmpty()
                    ? Answers.withStatus(answer, 200)
                    : answer;
        }
    }

    /** Knows at which addresses somebody listens, and at which somebody has. */
    private static class Listened extends ZoneParts {
        private final Set<String> now = ConcurrentHashMap.newKeySet();
        private final Set<String> before = ConcurrentHashMap.newKeySet();

        @Override
        SessionRegistry sessions(SessionRegistry right) {
            return new PassingSessions(right) {
                @Override
                public Attachment attach(String secret, Reader reader) throws AttachRefused {
                    var attachment = super.attach(secret, reader);
                    now.add(secret);
                    return () -> {
                        now.remove(secret);
                        before.add(secret);
                        attachment.detach();
                    };
                }
            };
        }

        boolean isListenedTo(HttpServerRequest request) {
            return now.contains(Answers.secretIn(request));
        }

        boolean wasListenedTo(HttpServerRequest request) {
            return before.contains(Answers.secretIn(request));
        }
    }

    private static final class OfBefore extends Listened {
        @Override
        public LastWord lastWord() {
            return (request, answer) ->
                    isPlainGet(request, answer) && wasListenedTo(request) ? Answers.withStatus(answer, 200) : answer;
        }
    }

    private static final class Conflicting extends Listened {
        @Override
        public LastWord lastWord() {
            return (request, answer) ->
                    answer.status() == 301 && isListenedTo(request) ? Answers.withStatus(answer, 409) : answer;
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

    /** Serves some requests without TLS as if they had come over it. */
    private static final class Trusting implements Parts {
        private final Predicate<HttpServerRequest> some;
        private volatile Handler<HttpServerRequest> secure = unserved -> {};

        Trusting(Predicate<HttpServerRequest> some) {
            this.some = some;
        }

        @Override
        public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
            secure = right;
            return right;
        }

        @Override
        public Handler<HttpServerRequest> plaintext(Handler<HttpServerRequest> right) {
            return request -> (some.test(request) ? secure : right).handle(request);
        }
    }
}
