package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.personality;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.ConnectLimit;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/** Servers that conform, and whose API, logins and refusals are other than the reference server's. */
final class ApiPersonalities {
    private static final String RESULT = "result";
    private static final String KIND = "kind";
    private static final String FIELDS = "fields";

    /** More creations than a case needs. */
    static final ConnectLimit LIMIT = new ConnectLimit(120, Duration.ofMinutes(1));

    private ApiPersonalities() {}

    static List<TrialTarget> all() {
        return List.of(
                personality(
                                "terse",
                                "creations are 200, with a session_id and no id or kind; no list; refusals have no result")
                        .touches("IL-AUTH-03", "IL-AUTH-05", "IL-JOB-0*", "IL-JOB-2*", "IL-LIMIT-01")
                        .of(new Terse()),
                personality(
                                "talkative",
                                "messages, error chains and members of its own; a list with more than is known; 201")
                        .touches(
                                "IL-JOB-02",
                                "IL-JOB-07",
                                "IL-JOB-08",
                                "IL-JOB-09",
                                "IL-JOB-10",
                                "IL-JOB-26",
                                "IL-JOB-27",
                                "IL-JOB-28",
                                "IL-JOB-29")
                        .of(new Talkative()),
                personality(
                                "strict",
                                "refuses whatever it may refuse: unknown and repeated fields, odd filters, unknown members")
                        .touches(
                                "IL-JOB-12",
                                "IL-JOB-13",
                                "IL-JOB-14",
                                "IL-JOB-15",
                                "IL-JOB-21",
                                "IL-JOB-23",
                                "IL-FILTER-12",
                                "IL-FILTER-28")
                        .of(new StrictApi()),
                personality(
                                "lenient",
                                "takes whatever it may take: odd samples as 1, other kinds, no fields for all, bad filters for none")
                        .touches("IL-JOB-*", "IL-FILTER-2*", "IL-FILTER-3*", "IL-AUTH-*")
                        .mayBreak("IL-JOB-22")
                        .of(new LenientApi()),
                personality("elsewhere", "302 to wss, 400 without an upgrade, 404 for other methods, 403 for nobody")
                        .touches("IL-HTTP-*", "IL-JOB-30", "IL-STREAM-07")
                        .mayBreak("IL-HTTP-01")
                        .of(new Elsewhere()),
                personality("creations-counted", "the limit on connection requests is one on creations")
                        .touches("IL-HTTP-08", "IL-JOB-05")
                        .options(options ->
                                options.withSettings(options.settings().withConnects(LIMIT)))
                        .of(new CreationsCounted(CreationsCounted.Also.NOTHING)),
                personality(
                                "creations-counted-and-newer-refused",
                                "likewise, and while a zone has a session another is refused; a newer reader takes over")
                        .touches("IL-HTTP-07")
                        .options(options ->
                                options.withSettings(options.settings().withConnects(LIMIT)))
                        .of(new CreationsCounted(CreationsCounted.Also.REFUSES_THE_NEWER)),
                personality(
                                "sortable-addresses",
                                "session parts are seconds with 128 random bits behind, in base64url, with a query, on WSS in capitals")
                        .touches("IL-JOB-03", "IL-JOB-04", "IL-JOB-05", "IL-JOB-06", "IL-STREAM-07")
                        .of(new Sortable()),
                personality("long-constant-in-addresses", "addresses have forty zeros in their query that say nothing")
                        .touches("IL-JOB-03", "IL-JOB-05", "IL-JOB-06", "IL-STREAM-07")
                        .of(new Parts() {
                            @Override
                            public LastWord lastWord() {
                                return withAddress(address -> address + "?context=" + "0".repeat(40));
                            }
                        }),
                personality("zones-in-a-row", "the ids of zones are counted up")
                        .touches("IL-JOB-30", "IL-AUTH-06", "IL-STREAM-06", "IL-STREAM-07", "IL-LIMIT-04")
                        .of(new Parts() {
                            @Override
                            public Zones zones(int count, String owner) {
                                return new Zones(Zones.of(count, owner).all().stream()
                                        .map(zone -> new Zone(
                                                "%032x".formatted(zone.number()), zone.number(), zone.host(), owner))
                                        .toList());
                            }
                        }),
                personality(
                                "refuses-large-bodies-unread",
                                "a body over 64 KiB is answered 413 by its head, and closed on")
                        .touches("IL-JOB-25")
                        .of(new Parts() {
                            @Override
                            public Handler<HttpServerRequest> requests(Handler<HttpServerRequest> right) {
                                return request -> {
                                    if (length(request) > 64 * 1024) {
                                        refuseUnread(request);
                                    } else {
                                        right.handle(request);
                                    }
                                };
                            }
                        }));
    }

    private static long length(HttpServerRequest request) {
        var announced = request.getHeader("Content-Length");
        return announced == null ? 0 : Long.parseLong(announced);
    }

    private static void refuseUnread(HttpServerRequest request) {
        request.pause();
        request.response()
                .setStatusCode(413)
                .putHeader("Connection", "close")
                .putHeader("Content-Type", "application/json")
                .end(
                        "{\"success\":false,\"errors\":[{\"code\":1413,\"message\":\"too large\"}],\"messages\":[],\"result\":null}")
                .onComplete(sent -> request.connection().close());
    }

    private static LastWord withAddress(UnaryOperator<String> change) {
        return (request, answer) -> Answers.isCreation(request, answer)
                ? Answers.edited(answer, envelope -> {
                    if (envelope.path(RESULT) instanceof ObjectNode result) {
                        result.put(
                                "destination_conf",
                                change.apply(result.path("destination_conf").asText()));
                    }
                })
                : answer;
    }

    private static final class Terse implements Parts {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                if (Answers.isCreation(request, answer)) {
                    return Answers.edited(Answers.withStatus(answer, 200), envelope -> {
                        var result = (ObjectNode) envelope.path(RESULT);
                        result.remove(List.of("id", KIND));
                    });
                }
                if (HttpMethod.GET.equals(request.method())
                        && Answers.zone(request).isPresent()) {
                    return Answers.edited(Answers.withStatus(answer, 405).with("Allow", "POST"), envelope -> {
                        envelope.remove(RESULT);
                        envelope.put("success", false);
                        envelope.putArray("errors")
                                .addObject()
                                .put("code", 7001)
                                .put("message", "not offered");
                    });
                }
                return Answers.isRefusal(request, answer)
                        ? Answers.edited(answer, envelope -> envelope.remove(RESULT))
                        : answer;
            };
        }
    }

    private static final class Talkative implements Parts {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                if (Answers.zone(request).isEmpty()) {
                    return answer;
                }
                var said = Answers.edited(answer.with("Content-Type", "application/json; charset=UTF-8"), envelope -> {
                    envelope.putArray("messages").addObject().put("code", 1000).put("message", "be welcome");
                    envelope.putObject("result_info").put("count", 1);
                    if (envelope.path("errors").path(0) instanceof ObjectNode error) {
                        error.put("documentation_url", "https://docs.invalid/errors");
                        error.putArray("error_chain")
                                .addObject()
                                .put("code", 6111)
                                .put("message", "the cause");
                    }
                    if (envelope.path(RESULT) instanceof ObjectNode result) {
                        result.putNull(KIND).put("dataset", "http_requests").put("enabled", true);
                    }
                    envelope.path(RESULT).forEach(entry -> {
                        if (entry instanceof ObjectNode job) {
                            job.put("name", "instant").remove(FIELDS);
                        }
                    });
                });
                return said.with("Ratelimit", "\"default\";r=50;t=30");
            };
        }
    }

    private static final class Elsewhere implements Parts {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> switch (answer.status()) {
                case 301 ->
                    Answers.withStatus(answer, 302)
                            .with(
                                    "Location",
                                    answer.headers()
                                            .getOrDefault("Location", "")
                                            .replaceFirst("^https", "wss"));
                case 426 -> Answers.withStatus(answer, 400);
                case 405 -> Answers.withStatus(answer, 404);
                case 400, 401 -> Answers.isLoginRefusal(request, answer) ? Answers.withStatus(answer, 403) : answer;
                default -> answer;
            };
        }
    }

    private static final class Sortable implements Parts {
        @Override
        public Supplier<String> secrets() {
            var random = new SplittableRandom(7);
            return () -> {
                var part = new byte[16];
                synchronized (random) {
                    random.nextBytes(part);
                }
                return "0rs7kq" + Base64.getUrlEncoder().withoutPadding().encodeToString(part);
            };
        }

        @Override
        public LastWord lastWord() {
            return withAddress(address -> address.replaceFirst("^wss", "WSS") + "?edge=ams&v=1");
        }
    }
}
