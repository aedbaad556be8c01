package org.instantlogs.server.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.instantlogs.server.control.ControlOrder.OrderRefused;
import org.instantlogs.server.http.Envelope;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.http.Listener;
import org.instantlogs.server.http.Refusal;
import org.instantlogs.server.http.RequestBody;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.record.RecordReader;
import org.instantlogs.server.record.RecordRefused;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.zone.Zone;
import org.instantlogs.server.zone.Zones;

/** The control listener: on loopback only, for whoever tests with this server. Target contract, sections 2 to 4. */
public final class Control {
    /** Where it listens, whatever address the rest of the server has. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final Pattern RECORDS = Pattern.compile("/zones/([^/]*)/records");
    private static final int RECORDS_LIMIT_BYTES = 64 << 20;
    private static final int ORDER_LIMIT_BYTES = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PUBLISHED_AT_ONCE = 256;
    private static final Envelope ENVELOPE = new Envelope(LastWord.NONE);

    private final Vertx vertx;
    private final Zones zones;
    private final SessionRegistry sessions;

    public Control(Vertx vertx, Zones zones, SessionRegistry sessions) {
        this.vertx = vertx;
        this.zones = zones;
        this.sessions = sessions;
    }

    /**
     * Opens the listener.
     *
     * @param port 0 = any free one
     * @return its port
     */
    public Future<Integer> open(int port) {
        return Listener.open(vertx, Listener.options(LOOPBACK, port), this::serve)
                .map(HttpServer::actualPort);
    }

    private void serve(HttpServerRequest request) {
        var path = Optional.ofNullable(request.path()).orElse("");
        var records = RECORDS.matcher(path);
        if (records.matches()) {
            var zone = records.group(1);
            post(request, RECORDS_LIMIT_BYTES, body -> takeIn(request, zone, body));
        } else if (path.equals("/clock/advance")) {
            post(request, ORDER_LIMIT_BYTES, body -> advance(request, body));
        } else if (path.equals("/reset")) {
            post(request, ORDER_LIMIT_BYTES, body -> reset(request, body));
        } else {
            ENVELOPE.refuse(request, Refusal.noRoute());
        }
    }

    private void post(HttpServerRequest request, int limitBytes, Consumer<byte[]> then) {
        if (HttpMethod.POST.equals(request.method())) {
            RequestBody.read(vertx, ENVELOPE, request, limitBytes, PATIENCE, then);
        } else {
            ENVELOPE.refuse(request, Refusal.method("POST"));
        }
    }

    private void takeIn(HttpServerRequest request, String zoneId, byte[] body) {
        var zone = zones.byId(zoneId);
        if (zone.isEmpty()) {
            ENVELOPE.refuse(request, new Refusal(404, 7003, "no zone of this server has that id"));
            return;
        }
        onWorker(
                request,
                () -> {
                    var records = RecordReader.readAll(body);
                    publish(zone.get(), records);
                    return records.size();
                },
                accepted -> ENVELOPE.bare(
                        request, 202, JsonNodeFactory.instance.objectNode().put("accepted", accepted)));
    }

    /** In portions, so that whoever else needs the zone's lock gets it in between. */
    private void publish(Zone zone, List<LogRecord> records) {
        for (int from = 0; from < records.size(); from += PUBLISHED_AT_ONCE) {
            sessions.publish(zone.id(), records.subList(from, Math.min(records.size(), from + PUBLISHED_AT_ONCE)));
        }
    }

    private void advance(HttpServerRequest request, byte[] body) {
        onWorker(
                request,
                () -> {
                    var order = ControlOrder.read(body, Set.of("by", "zone"));
                    var zone = order.zone(zones);
                    try {
                        return sessions.advance(zone.id(), order.by());
                    } catch (IllegalArgumentException tooFar) {
                        throw new OrderRefused("`by` leads too far: the year 9999 is the last");
                    }
                },
                moved -> Future.fromCompletionStage(moved, vertx.getOrCreateContext())
                        .onSuccess(now -> ENVELOPE.bare(
                                request,
                                200,
                                JsonNodeFactory.instance.objectNode().put("now", now.toString())))
                        .onFailure(fault -> fail(request, fault)));
    }

    private void reset(HttpServerRequest request, byte[] body) {
        onWorker(
                request,
                () -> {
                    var zone = ControlOrder.read(body, Set.of("zone")).zone(zones);
                    sessions.reset(zone.id());
                    return zone;
                },
                done -> request.response().setStatusCode(204).end());
    }

    /** Off the event loop: bodies are large, and a zone's lock may be taken. */
    private <T> void onWorker(HttpServerRequest request, Callable<T> work, Consumer<T> then) {
        vertx.executeBlocking(work, false).onSuccess(then::accept).onFailure(fault -> fail(request, fault));
    }

    private static void fail(HttpServerRequest request, Throwable fault) {
        if (fault instanceof RecordRefused || fault instanceof OrderRefused) {
            ENVELOPE.refuse(request, new Refusal(400, 1000, String.valueOf(fault.getMessage())));
        } else {
            ENVELOPE.refuse(request, new Refusal(500, 1000, "the order could not be carried out"));
        }
    }
}
