package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.JobRefused;

/** Bodies over which a server falls. */
final class BodyFaults {
    private static final int FALLEN = 1999;
    private static final int PATIENCE_MILLIS = 200;
    private static final String OUTRAGEOUS = "IL-JOB-25.answers-and-serves-the-next-request";
    private static final String WRONG = "IL-JOB-25.answers-every-wrong-body";

    private BodyFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("body-without-its-length-is-500", "a body that does not say how long it is is answered 500")
                        .breaks("IL-JOB-25.answers-whatever-the-headers-say[headers=chunked]")
                        .of(said("Transfer-Encoding", "chunked")),
                fault("no-json-is-500", "a body that is no JSON is answered 500")
                        .breaks("IL-JOB-25", "IL-JOB-19")
                        .mayBreak("IL-JOB-23", "IL-JOB-20")
                        .of(falling(body -> Json.read(text(body)).isEmpty())),
                fault("bad-utf-8-is-500", "a body that is not UTF-8 is answered 500")
                        .breaks(OUTRAGEOUS)
                        .mayBreak("IL-JOB-19", "IL-JOB-25")
                        .of(falling(body -> text(body).indexOf('\uFFFD') >= 0)),
                fault("deep-body-is-500", "a body nested deeper than 1000 is answered 500")
                        .breaks(OUTRAGEOUS + "[body=deep-*]")
                        .mayBreak("IL-JOB-25")
                        .of(falling(body -> depth(body) > 1_000)),
                fault("many-digits-are-500", "a number of more than 1000 digits is answered 500")
                        .breaks("IL-JOB-25")
                        .mayBreak("IL-JOB-20")
                        .of(falling(body ->
                                Pattern.compile("\\d{1000}").matcher(text(body)).find())),
                fault("filter-of-another-type-is-500", "a `filter` that is an object is answered 500")
                        .breaks("IL-JOB-25")
                        .of(falling(body -> Json.object(body)
                                .filter(request -> request.path("filter").isObject())
                                .isPresent())),
                fault("inherited-names-are-500", "`fields` with a name that every object has is answered 500")
                        .breaks(WRONG + "[bodies=unknown-fields]")
                        .mayBreak("IL-NDJSON-03")
                        .of(falling(body -> Json.object(body)
                                .filter(request ->
                                        request.path("fields").asText().contains("constructor"))
                                .isPresent())),
                fault("unknown-charset-is-500", "a body in a charset that is unknown is answered 500")
                        .breaks("IL-JOB-25.answers-whatever-the-headers-say[headers=unknown-charset]")
                        .of(said("Content-Type", "klingon")),
                fault("multipart-is-500", "a body of several parts is answered 500")
                        .breaks("IL-JOB-25.answers-whatever-the-headers-say[headers=multipart*]")
                        .of(said("Content-Type", "multipart/")),
                fault("compressed-body-is-500", "a body that is said to be compressed is answered 500")
                        .breaks("IL-JOB-25.answers-whatever-the-headers-say[headers=gzip]")
                        .of(said("Content-Encoding", "gzip")),
                fault("kind-of-another-type-is-500", "a `kind` that is no text is answered 500")
                        .breaks(WRONG + "[bodies=other-kinds]")
                        .of(falling(body -> Json.object(body)
                                .filter(request -> request.has("kind")
                                        && !request.path("kind").isTextual()
                                        && !request.path("kind").isNull())
                                .isPresent())),
                fault("empty-fields-are-500", "`fields` without a name is answered 500")
                        .breaks(WRONG + "[bodies=no-fields]")
                        .mayBreak("IL-JOB-25")
                        .of(falling(body -> Json.object(body)
                                .filter(request ->
                                        request.path("fields").asText("-").isBlank())
                                .isPresent())),
                fault("large-body-drops-the-connection", "the connection of a body over 1 MiB is dropped")
                        .breaks(OUTRAGEOUS + "[body=large-*]")
                        .mayBreak("IL-JOB-25")
                        .of(dropping(request -> length(request) > 1 << 20)),
                fault("odd-type-drops-the-connection", "a Content-Type that is none drops the connection")
                        .breaks(OUTRAGEOUS + "[body=content-type-odd]")
                        .of(dropping(request -> ";;;".equals(request.getHeader("Content-Type")))),
                fault("one-body-at-a-time", "while a body is read no other request is looked at")
                        .breaks("IL-JOB-25.serves-others-while-a-body-comes-in-pieces")
                        .mayBreak(Rules.ANY)
                        .of(new OneAtATime()),
                fault("slow-bodies-cut-off", "a body that takes longer than a fifth of a second drops the connection")
                        .breaks("IL-JOB-01.takes-a-body-that-comes-in-pieces")
                        .mayBreak("IL-JOB-01", "IL-JOB-25")
                        .of(impatient()),
                fault(
                                "next-request-falls-too",
                                "after a body nested deeper than 1000 the zone's next request is answered 500")
                        .breaks(OUTRAGEOUS + "[body=deep-*]")
                        .mayBreak("IL-JOB-25")
                        .of(new NextFalls()));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static int depth(byte[] body) {
        int depth = 0;
        int deepest = 0;
        for (byte one : body) {
            depth += one == '[' || one == '{' ? 1 : one == ']' || one == '}' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static long length(HttpServerRequest request) {
        var announced = request.getHeader("Content-Length");
        return announced == null ? 0 : Long.parseLong(announced);
    }

    private static JobRefused fallen() {
        return new JobRefused(FALLEN, "internal error", "");
    }

    /** Such bodies are answered 500. */
    private static Parts falling(Predicate<byte[]> bodies) {
        return new Falling() {
            @Override
            boolean falls(byte[] body) {
                return bodies.test(body);
            }
        };
    }

    private static Parts dropping(Predicate<HttpServerRequest> which) {
        return new Parts() {
            @Override
            public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
                return request -> {
                    if (HttpMethod.POST.equals(request.method()) && which.test(request)) {
                        request.connection().close();
                    } else {
                        right.handle(request);
                    }
                };
            }
        };
    }

    private static Parts impatient() {
        return new Parts() {
            @Override
            public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
                return request -> {
                    Vertx.currentContext().owner().setTimer(PATIENCE_MILLIS, fired -> {
                        if (!request.isEnded()) {
                            request.connection().close();
                        }
                    });
                    right.handle(request);
                };
            }
        };
    }

    /** Creations whose header holds that text are answered 500. */
    private static Parts said(String header, String text) {
        return Answers.answers(
                (request, answer) -> HttpMethod.POST.equals(request.method())
                        && String.valueOf(request.getHeader(header)).contains(text),
                answer -> Answers.withStatus(answer, 500));
    }

    private abstract static class Falling extends InAZone {
        abstract boolean falls(byte[] body);

        @Override
        public JobReader jobReader() {
            var right = super.jobReader();
            return body -> {
                if (falls(body)) {
                    throw fallen();
                }
                return right.read(body);
            };
        }

        @Override
        public LastWord lastWord() {
            return (request, answer) -> Answers.code(answer) == FALLEN ? Answers.withStatus(answer, 500) : answer;
        }
    }

    private static final class NextFalls extends Falling {
        private final Set<String> stumbled = ConcurrentHashMap.newKeySet();

        @Override
        boolean falls(byte[] body) {
            boolean falls = stumbled.remove(zone());
            if (depth(body) > 1_000) {
                stumbled.add(zone());
            }
            return falls;
        }
    }
}
