package org.instantlogs.server.front;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.instantlogs.server.front.Logins.Login;
import org.instantlogs.server.http.Envelope;
import org.instantlogs.server.http.Refusal;
import org.instantlogs.server.http.RequestBody;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRefused;
import org.instantlogs.server.session.SessionParts.JobReader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/**
 * Creating and listing jobs, under today's path and the older one. A request is judged in the order path, method, size of the
 * body, login, zone, owner, body; the first that is wrong is what the answer names. Source page: "Create an Instant Logs Job".
 */
final class ApiRoutes {
    static final String BASE = "/client/v4";

    private static final Pattern JOBS = Pattern.compile(BASE + "/zones/([^/]*)/logpush/edge(?:/jobs)?");
    private static final Pattern ZONE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final int BODY_LIMIT_BYTES = 1 << 20;
    private static final Duration LATE = Duration.ofMillis(150);
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Zones zones;
    private final FrontParts parts;
    private final Envelope envelope;
    private final JobReader jobReader;
    private final Logins logins;
    private final SessionRegistry sessions;
    private final StreamAddress addresses;
    private final boolean late;

    ApiRoutes(
            Vertx vertx,
            Zones zones,
            List<Account> accounts,
            JobReader jobReader,
            SessionRegistry sessions,
            StreamAddress addresses,
            boolean late,
            FrontParts parts,
            Envelope envelope) {
        this.vertx = vertx;
        this.zones = zones;
        this.parts = parts;
        this.envelope = envelope;
        this.jobReader = jobReader;
        this.logins = parts.logins(accounts);
        this.sessions = sessions;
        this.addresses = addresses;
        this.late = late;
    }

    /** Serves the request if its path is one of the API's. */
    boolean serves(HttpServerRequest request) {
        var path = JOBS.matcher(Optional.ofNullable(request.path()).orElse(""));
        if (!path.matches()) {
            return false;
        }
        if (!HttpMethod.POST.equals(request.method()) && !HttpMethod.GET.equals(request.method())) {
            envelope.refuse(request, Refusal.method("GET, POST"));
            return true;
        }
        var zone = path.group(1);
        RequestBody.read(
                vertx,
                envelope,
                request,
                BODY_LIMIT_BYTES,
                BODY_PATIENCE,
                body -> inTime(() -> answer(request, zone, body)));
        return true;
    }

    private void inTime(Runnable answer) {
        if (late) {
            vertx.setTimer(LATE.toMillis(), due -> answer.run());
        } else {
            answer.run();
        }
    }

    private void answer(HttpServerRequest request, String zoneId, byte[] body) {
        var login = logins.of(request.headers());
        if (login instanceof Login.Refused refused) {
            envelope.refuse(request, refused.refusal());
            return;
        }
        var zone = parts.zone(zones, zoneId);
        if (zone.isEmpty()) {
            envelope.refuse(request, noSuchZone(zoneId));
        } else if (!login.equals(new Login.Of(zone.get().owner()))) {
            envelope.refuse(request, new Refusal(403, 10000, "Authentication error"));
        } else if (HttpMethod.GET.equals(request.method())) {
            list(request, zone.get());
        } else {
            create(request, zone.get(), body);
        }
    }

    private void create(HttpServerRequest request, Zone zone, byte[] body) {
        try {
            var job = sessions.create(zone.id(), jobReader.read(body));
            var result = JsonNodeFactory.instance.objectNode();
            result.put("id", job.id());
            describe(result, job);
            result.put("destination_conf", addresses.of(request, job.sessionId()));
            result.put("kind", job.kind());
            result.put("session_id", job.sessionId());
            envelope.succeed(request, 201, result);
        } catch (JobRefused refused) {
            envelope.refuse(
                    request,
                    new Refusal(
                            400, refused.code(), String.valueOf(refused.getMessage()), refused.pointer(), Map.of()));
        }
    }

    /** The address of a stream is its only secret: it is shown once, to whom it was given. */
    private void list(HttpServerRequest request, Zone zone) {
        var result = JsonNodeFactory.instance.arrayNode();
        for (Job job : sessions.list(zone.id())) {
            var entry = result.addObject();
            describe(entry, job);
            entry.put("kind", job.kind());
            entry.put("session_id", job.sessionId());
        }
        envelope.succeed(request, 200, result);
    }

    private static void describe(ObjectNode result, Job job) {
        result.put("fields", job.fields());
        result.put("sample", job.sample());
        result.put("filter", job.filter());
    }

    private static Refusal noSuchZone(String zoneId) {
        return new Refusal(
                ZONE_ID.matcher(zoneId).matches() ? 404 : 400,
                7003,
                "Could not route to " + BASE + "/zones/{zone}, perhaps your object identifier is invalid?");
    }
}
