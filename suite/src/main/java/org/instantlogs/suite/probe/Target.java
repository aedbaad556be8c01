package org.instantlogs.suite.probe;

import java.time.Duration;
import java.time.InstantSource;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.TrustStores;

/**
 * Everything that one run shares towards one target: clients, pace, redaction. Closing it closes every socket opened
 * through it. Thread-safe.
 */
public final class Target implements AutoCloseable {

    private static final Duration THROTTLE_BUDGET = Duration.ofMinutes(5);

    private final Workshop workshop;
    private final ApacheClients clients;
    private final RestAssuredCourier restAssured;
    private final LeanCourier lean;
    private final ClientManager tyrus;

    private Target(Workshop workshop) {
        this.workshop = workshop;
        this.clients = new ApacheClients(workshop.tls(), workshop.patience());
        this.restAssured = new RestAssuredCourier(clients);
        this.lean = new LeanCourier(clients);
        this.tyrus = ClientManager.createClient(WireContainer.class.getName());
        // never; with 0, which means never too, Tyrus schedules a task with every session and message all the same, on
        // threads
        // that it stops whenever it takes the last session of its count for closed: what another one schedules then is
        // rejected
        tyrus.setDefaultMaxSessionIdleTimeout(-1);
        tyrus.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, (int)
                workshop.patience().answer().plusSeconds(5).toMillis());
        tyrus.getProperties().put(ClientProperties.INCOMING_BUFFER_SIZE, 2 * Inbox.MOST_BYTES);
    }

    public static Target of(Descriptor descriptor, InstantSource clock) {
        return of(descriptor, Patience.of(descriptor), clock);
    }

    public static Target of(Descriptor descriptor, Patience patience, InstantSource clock) {
        return of(descriptor, patience, THROTTLE_BUDGET, clock);
    }

    /** With another budget for waiting out 429. */
    public static Target of(Descriptor descriptor, Patience patience, Duration throttleBudget, InstantSource clock) {
        return of(descriptor, patience, new Throttle(throttleBudget, Sleeper.REAL, clock), clock);
    }

    static Target of(Descriptor descriptor, Patience patience, Throttle throttle, InstantSource clock) {
        TlsClient tls = new TlsClient(TrustStores.sslContext(descriptor.tls()));
        return new Target(new Workshop(
                descriptor,
                patience,
                clock,
                tls,
                Redactor.of(descriptor),
                new Deadlines(),
                new PaceGate(descriptor.pace().api(), System::nanoTime, Sleeper.REAL),
                new PaceGate(descriptor.pace().connects(), System::nanoTime, Sleeper.REAL),
                throttle));
    }

    /**
     * Loads what the first judged request needs, beside whatever else is under way: REST Assured and its language take longer
     * to load than a run of a hundred checks.
     */
    public static void warmUp() {
        var loading = new Thread(RestAssuredCourier::load, "probe-warm-up");
        loading.setDaemon(true);
        loading.start();
    }

    public Descriptor descriptor() {
        return workshop.descriptor();
    }

    public Patience patience() {
        return workshop.patience();
    }

    /** From now on what any of the owner's logins may go with goes with the token: the target was found to refuse the other. */
    public void logsInByToken() {
        workshop.ownerByToken().set(true);
    }

    /** How many 429 were waited out so far. */
    public int throttled() {
        return workshop.throttle().throttled();
    }

    /** A new, empty transcript, as each case has one. */
    public Transcript transcript() {
        return new Transcript(workshop.redactor(), () -> Placeholders.of(workshop.descriptor()));
    }

    /** Text for messages and reports, without credentials and session addresses. */
    public String redact(String text) {
        return workshop.redactor().redact(text);
    }

    /** REST Assured: where the API's answers are judged. */
    public ApiProbe api(Transcript transcript) {
        return new PacedApi(workshop, transcript, restAssured);
    }

    /** A leaner client behind the same interface: for set-up and sweeps. */
    public ApiProbe leanApi(Transcript transcript) {
        return new PacedApi(workshop, transcript, new EarlyAnswerCourier(workshop, lean));
    }

    /** A client that sends bodies in small pieces; when half of one is under way, {@code meanwhile} is done. */
    public ApiProbe slowApi(Transcript transcript, Runnable meanwhile) {
        return new PacedApi(workshop, transcript, new SlowCourier(workshop, meanwhile));
    }

    /** Tyrus: well-behaved sockets. */
    public SocketProbe sockets(Transcript transcript) {
        return new TyrusProbe(tyrus, workshop, transcript);
    }

    /** Raw TCP and TLS: handshakes by hand, and what a well-behaved client refuses to send. */
    public RawProbe raw(Transcript transcript) {
        return new HandRawProbe(workshop, transcript);
    }

    public TrafficProbe traffic(Transcript transcript) {
        return new ControlDoors(workshop, transcript, lean);
    }

    public ClockProbe clock(Transcript transcript) {
        return new ControlDoors(workshop, transcript, lean);
    }

    /**
     * Ends the zone's session and clears its counters.
     *
     * @throws TrafficFailed where the answer is not 204
     * @throws NoAnswer where none came
     * @throws IllegalStateException where the descriptor has no {@code reset}
     */
    public void reset(String zoneId, Transcript transcript) {
        new ControlDoors(workshop, transcript, lean).reset(zoneId);
    }

    @Override
    public void close() {
        workshop.closeAll();
        clients.close();
    }
}
