package org.instantlogs.suite.cases.limit;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** What can happen to a session, whatever it is at. */
enum SessionEvent implements Variant {
    CREATE,
    REFUSED_CREATE,
    REFUSED_FILTER,
    LIST,
    PLAIN_GET,
    BAD_HANDSHAKE,
    STRANGE_HANDSHAKE,
    RECORDS,
    CONNECT,
    PING,
    MESSAGE,
    CLOSE,
    LOSS,
    TIME;

    private static final byte[] PAYLOAD = {1, 2, 3};

    /** All is right but the filter, which a target reads last. */
    private static final String NO_FILTER =
            "{\"fields\":\"ClientIP,RayID\",\"sample\":1,\"filter\":\"{\",\"kind\":\"instant-logs\"}";

    /** The name of it in the table and in ids. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SessionEvent of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Makes it happen, without a judgement: where the target does not take part, as by taking a request that is wrong, the case
     * is not tested.
     *
     * @param job whose session it happens to
     * @param listener who is connected to it, if anybody is
     */
    void happensTo(Zone zone, Job job, Optional<Stream> listener) {
        switch (this) {
            case CREATE -> zone.job(Jobs.PLAIN);
            case REFUSED_CREATE -> isRefused(zone, "{\"fields\":", "a body that is no JSON");
            case REFUSED_FILTER -> isRefused(zone, NO_FILTER, "a filter that is no JSON");
            case LIST -> zone.sendLean(ApiRequest.list(zone.id())).http();
            case PLAIN_GET -> isRefused(zone, job.address(), Handshake.PLAIN.withoutUpgrade());
            case BAD_HANDSHAKE -> isRefused(zone, job.address(), Handshake.PLAIN.without("Sec-WebSocket-Key"));
            case STRANGE_HANDSHAKE ->
                isRefused(
                        zone,
                        job.strangeAddress()
                                .orElseThrow(() -> zone.judgement()
                                        .inconclusive("the address can't be changed into one of the same form")),
                        Handshake.PLAIN);
            case RECORDS -> {
                if (!zone.canCauseTraffic()) {
                    throw zone.judgement().notTested(Need.TRAFFIC.property());
                }
                zone.visited(Visits.assorted(3));
            }
            case CONNECT -> job.connects().ifPresent(Stream::close);
            case PING -> connected(listener).ping(PAYLOAD);
            case MESSAGE -> connected(listener).send("{}");
            case CLOSE -> connected(listener).close();
            case LOSS -> connected(listener).drop();
            case TIME -> zone.passes(zone.descriptor().limits().idle().dividedBy(2));
        }
    }

    private static Stream connected(Optional<Stream> listener) {
        return listener.orElseThrow(() -> new IllegalStateException("nobody is connected"));
    }

    private static void isRefused(Zone zone, String body, String what) {
        if (!zone.create(body).isRefusal()) {
            throw zone.judgement().notTested("a target that refuses " + what);
        }
    }

    private static void isRefused(Zone zone, URI address, Handshake handshake) {
        if (zone.handshake(address, handshake).connection().isPresent()) {
            throw zone.judgement().notTested("a target that refuses a handshake that is wrong");
        }
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("event", label());
    }
}
