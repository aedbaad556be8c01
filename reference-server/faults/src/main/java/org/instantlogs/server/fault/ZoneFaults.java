package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/** Mistakes with the zone that a path names. */
final class ZoneFaults {
    private static final String REFUSES = "IL-JOB-30.refuses-a-zone-that-does-not-exist";

    private ZoneFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("unknown-zone-is-500", "a zone that does not exist is answered 500")
                        .breaks("IL-JOB-30")
                        .of(Answers.answers(ZoneFaults::isNoZone, answer -> Answers.withStatus(answer, 500))),
                fault(
                                "unknown-zone-is-200",
                                "a zone that does not exist is answered 200, with a failure in the envelope")
                        .breaks("IL-JOB-30")
                        .of(Answers.answers(ZoneFaults::isNoZone, answer -> Answers.withStatus(answer, 200))),
                fault("unknown-zone-refused-in-words", "a malformed zone id is refused without an envelope")
                        .breaks(REFUSES + "[id=word]")
                        .mayBreak("IL-JOB-30")
                        .of(Answers.answers(
                                (request, answer) -> isNoZone(request, answer) && answer.status() == 400,
                                answer -> new Answer(404, Map.of("Content-Type", "text/html"), "<h1>Not Found</h1>"))),
                fault("unknown-zone-lists-nothing", "the list of a zone that does not exist is empty")
                        .breaks("IL-JOB-30.lists-nothing-of-a-zone-that-does-not-exist")
                        .of(Answers.answers(
                                (request, answer) ->
                                        isNoZone(request, answer) && HttpMethod.GET.equals(request.method()),
                                answer -> Answers.edited(Answers.withStatus(answer, 200), envelope -> {
                                    envelope.put("success", true);
                                    envelope.putArray("errors");
                                    envelope.putArray("result");
                                }))),
                fault("any-zone-is-the-first", "a zone id that is unknown stands for the account's first zone")
                        .breaks("IL-JOB-30")
                        .mayBreak("IL-JOB-24")
                        .of(zones((zones, id) -> Optional.of(zones.all().get(0)))),
                fault("zone-by-its-beginning", "a zone id may be cut off at its end")
                        .breaks(REFUSES + "[id=cut]")
                        .of(zones((zones, id) -> first(
                                zones, zone -> id.length() > 8 && zone.id().startsWith(id)))),
                fault("zone-by-its-end", "a zone id may lack its first digit")
                        .breaks(REFUSES + "[id=first-digit-missing]")
                        .of(zones((zones, id) -> first(
                                zones, zone -> id.length() > 8 && zone.id().endsWith(id)))),
                fault("zone-id-goes-on", "what a zone id has behind 32 digits is not looked at")
                        .breaks(REFUSES + "[id=lengthened]")
                        .mayBreak("IL-JOB-30")
                        .of(zones((zones, id) -> first(zones, zone -> id.startsWith(zone.id())))),
                fault("zone-id-of-16-bytes-less-one", "the last digit of a zone id is not looked at")
                        .breaks(REFUSES + "[id=last-digit-changed]")
                        .of(zones((zones, id) -> first(
                                zones, zone -> id.length() == 32 && zone.id().startsWith(id.substring(0, 31))))),
                fault("zone-id-trimmed", "blanks round a zone id are cut off")
                        .breaks(REFUSES + "[id=with-a-blank]")
                        .of(zones((zones, id) -> zones.byId(
                                URLDecoder.decode(id, StandardCharsets.UTF_8).strip()))),
                fault("zone-id-with-a-format", "what follows a dot in a zone id is taken for the answer's format")
                        .breaks(REFUSES + "[id=with-a-suffix]")
                        .of(zones((zones, id) -> zones.byId(id.replaceFirst("\\..*", "")))),
                fault("zone-id-ends-at-a-nul", "what follows a NUL in a zone id is not looked at")
                        .breaks(REFUSES + "[id=with-a-nul]")
                        .of(zones((zones, id) -> zones.byId(
                                URLDecoder.decode(id, StandardCharsets.UTF_8).replaceFirst("\0.*", "")))),
                fault("zone-id-unquoted", "quotes round a zone id are cut off")
                        .breaks(REFUSES + "[id=quoted]")
                        .of(zones((zones, id) -> zones.byId(
                                URLDecoder.decode(id, StandardCharsets.UTF_8).replace("\"", "")))),
                fault("zone-id-is-a-pattern", "a zone id of * stands for some zone")
                        .breaks(REFUSES + "[id=wildcard]")
                        .of(zones((zones, id) -> first(zones, zone -> id.equals("*")))));
    }

    private static boolean isNoZone(HttpServerRequest request, Answer answer) {
        return Answers.isRefusal(request, answer) && Answers.code(answer) == 7003;
    }

    private static Optional<Zone> first(Zones zones, Predicate<Zone> fitting) {
        return zones.all().stream().filter(fitting).findFirst();
    }

    /** Zones that are not found by their id are looked for in another way. */
    private static Parts zones(BiFunction<Zones, String, Optional<Zone>> otherwise) {
        return new Parts() {
            @Override
            public Optional<Zone> zone(Zones zones, String id) {
                return zones.byId(id).or(() -> otherwise.apply(zones, id));
            }
        };
    }
}
