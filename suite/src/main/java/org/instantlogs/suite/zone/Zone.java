package org.instantlogs.suite.zone;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.probe.ApiProbe;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.probe.NoAnswer;
import org.instantlogs.suite.probe.Patience;
import org.instantlogs.suite.probe.RawProbe.RawAnswer;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.probe.Transcript;

/**
 * A zone of the target, leased to one case: all that the case does to the target, it does here. Everything that was opened
 * is closed when the lease ends. Used by the case's thread only.
 */
public final class Zone implements AutoCloseable {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_SHOWN = 300;
    private static final int LARGE_BYTES = 512 * 1024;

    private final Lease lease;
    private final ZoneEntry entry;
    private final Marks marks;
    private final List<Connection> opened = new CopyOnWriteArrayList<>();
    private final ZoneTraffic traffic;
    private final ZoneTime time;

    Zone(Lease lease, ZoneEntry entry, String token) {
        this.lease = lease;
        this.entry = entry;
        this.marks = new Marks(token);
        this.traffic = new ZoneTraffic(lease, entry, host(), marks);
        this.time = new ZoneTime(lease, entry.id());
    }

    public String id() {
        return entry.id();
    }

    /** Whether the descriptor names a zone of this id. */
    public boolean isListed(String other) {
        return lease.target().descriptor().zones().stream()
                .anyMatch(listed -> listed.id().equals(other));
    }

    /** A host name of the zone; where the descriptor gives none, an invented one. */
    public String host() {
        return entry.host().orElse("zone.example");
    }

    public Descriptor descriptor() {
        return target().descriptor();
    }

    public Patience patience() {
        return target().patience();
    }

    // ---------------------------------------------------------------- jobs

    /** Asks for a job, to judge the answer. */
    public CreateAnswer create(JobSpec spec) {
        return create(spec.toJson());
    }

    /** Asks for a job with any text as the body, to judge the answer. */
    public CreateAnswer create(String body) {
        return create(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for a job with any bytes as the body, to judge the answer. */
    public CreateAnswer create(byte[] body) {
        return send(ApiRequest.create(id(), body));
    }

    /** Sends any request to the API, to judge the answer. A 429 is waited out; where that is no use the case is inconclusive. */
    public CreateAnswer send(ApiRequest request) {
        return send(request, target().api(transcript()));
    }

    /** Likewise, by a leaner client: for one of a great many requests, and for bodies that clients made for tests change. */
    public CreateAnswer sendLean(ApiRequest request) {
        return send(request, target().leanApi(transcript()));
    }

    /**
     * Asks for a job with a body that comes in small pieces, to judge the answer.
     *
     * @param meanwhile what is done when half of it is under way
     */
    public CreateAnswer createSlowly(JobSpec spec, Runnable meanwhile) {
        var stopped = new ArrayList<RuntimeException>();
        var answer = send(ApiRequest.create(id(), spec.toJson()), target().slowApi(transcript(), () -> {
            try {
                meanwhile.run();
            } catch (RuntimeException e) {
                // What stops the case in the meantime is nothing that the slow request could be blamed for.
                stopped.add(e);
            }
        }));
        stopped.forEach(reason -> {
            throw reason;
        });
        return answer;
    }

    /** Asks for so many jobs at the same moment, each on a connection of its own; a 429 comes back as it is. */
    public List<CreateAnswer> createTogether(JobSpec spec, int jobs) {
        lease.soil(this);
        var request = ApiRequest.create(id(), spec.toJson());
        var together = new CyclicBarrier(jobs);
        var pool = Executors.newFixedThreadPool(jobs);
        try {
            Callable<CreateAnswer> create = () -> {
                var api = target().leanApi(transcript());
                together.await();
                try {
                    return new CreateAnswer(this, spec.toJson(), api.sendOnce(request));
                } catch (NoAnswer e) {
                    return new CreateAnswer(this, spec.toJson(), e);
                }
            };
            var answers = new ArrayList<CreateAnswer>();
            for (var asked : pool.invokeAll(Collections.nCopies(jobs, create))) {
                answers.add(asked.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw judgement().inconclusive("time ran out while jobs were asked for at the same moment");
        } catch (ExecutionException e) {
            throw new IllegalStateException("jobs asked for at the same moment", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private CreateAnswer send(ApiRequest request, ApiProbe api) {
        lease.soil(this);
        var asked = request.body().map(Zone::shown).orElse(request.method() + " " + request.path());
        try {
            var answer = api.send(request);
            if (answer.status() == TOO_MANY_REQUESTS) {
                throw judgement().inconclusive("throttled: answered 429 for longer than it is waited for");
            }
            return new CreateAnswer(this, asked, answer);
        } catch (NoAnswer e) {
            return new CreateAnswer(
                    this,
                    asked,
                    e,
                    request.body().filter(body -> body.length > LARGE_BYTES).isPresent());
        }
    }

    private static String shown(byte[] body) {
        var text = new String(body, 0, Math.min(body.length, LONGEST_SHOWN), StandardCharsets.UTF_8);
        return body.length <= LONGEST_SHOWN ? text : text + "… (" + body.length + " bytes)";
    }

    /** Asks for a job once, to judge the answer; a 429 comes back as it is. */
    public CreateAnswer createOnce(JobSpec spec) {
        return sendOnce(ApiRequest.create(id(), spec.toJson()));
    }

    /** Sends any request to the API once, to judge the answer; a 429 comes back as it is. */
    public CreateAnswer sendOnce(ApiRequest request) {
        lease.soil(this);
        var asked = request.body().map(Zone::shown).orElse(request.method() + " " + request.path());
        try {
            return new CreateAnswer(this, asked, target().leanApi(transcript()).sendOnce(request));
        } catch (NoAnswer e) {
            return new CreateAnswer(this, asked, e);
        }
    }

    /** Asks for a job by the leaner client, to judge whether the target takes the request and no more of the answer. */
    public CreateAnswer asks(JobSpec spec) {
        return sendLean(ApiRequest.create(id(), spec.toJson()));
    }

    /**
     * Likewise in a zone as the job before has left it, so that what that one leaves behind is seen: where the target refuses a
     * second job, of a zone made free.
     */
    public CreateAnswer asksNext(JobSpec spec) {
        closeStreams();
        var answer = asks(spec);
        if (!answer.isRefusal()) {
            return answer;
        }
        frees();
        return asks(spec);
    }

    /** A job that the case needs and doesn't judge: a refusal leaves it inconclusive. */
    public Job job(JobSpec spec) {
        lease.soil(this);
        var answer = target().leanApi(transcript()).send(ApiRequest.create(id(), spec.toJson()));
        return new CreateAnswer(this, spec.toJson(), answer).asSetUp();
    }

    /** A connected stream that the case needs and doesn't judge: a refusal leaves it inconclusive. */
    public Stream stream(JobSpec spec) {
        return job(spec).stream();
    }

    /** The list of the zone's jobs, to judge it. */
    public CreateAnswer list() {
        return send(ApiRequest.list(id()));
    }

    /**
     * Makes sure that a new job can be had, whatever the zone's session is at: closes what is open, and where the target
     * refuses a second create resets the zone or lets the idle limit pass.
     */
    public void frees() {
        closeStreams();
        lease.free(this);
    }

    /** Some addresses that jobs of this zone were given in this run, the case's own among them. */
    public Set<URI> addresses() {
        return lease.addresses().of(id());
    }

    void knows(Job job) {
        lease.addresses().add(id(), job.address());
        job.id().ifPresent(id -> lease.ids().add(id(), id));
    }

    boolean isIdOfAnother(BigInteger id) {
        return lease.ids().isOfAnotherZone(id(), id);
    }

    // ---------------------------------------------------------------- sockets

    /**
     * Makes a handshake by hand on any address. A 429 is waited out; where that is no use, or no answer comes at all, the case
     * is inconclusive.
     */
    public RawAnswer handshake(URI address, Handshake options) {
        var answer = target().raw(transcript()).handshake(address, options);
        if (answer.status() == TOO_MANY_REQUESTS) {
            throw judgement()
                    .inconclusive("throttled: handshakes were answered 429 for longer than they are waited for");
        }
        answer.connection().ifPresent(opened::add);
        return answer;
    }

    /** Makes a handshake by hand; a 429 comes back as it is. */
    public RawAnswer handshakeOnce(URI address, Handshake options) {
        var answer = target().raw(transcript()).handshakeOnce(address, options);
        answer.connection().ifPresent(opened::add);
        return answer;
    }

    /** Tries whether an address leads to a stream; no answer at all leaves the case inconclusive. */
    public Attempt tries(URI address) {
        return Attempt.of(this, address);
    }

    /** Likewise, where it matters only whether it streams: one that is open and silent is not waited for to be closed. */
    public Attempt triesToStream(URI address) {
        return Attempt.ofStreaming(this, address);
    }

    Stream opened(Connection connection, String asked) {
        opened.add(connection);
        return new Stream(this, connection, asked, new Inbox(marks, lease.delays()));
    }

    // ---------------------------------------------------------------- traffic

    /** Whether the suite can cause records in this zone, one way or the other. */
    public boolean canCauseTraffic() {
        return canInject() || entry.edge().isPresent();
    }

    public boolean canInject() {
        return descriptor().inject().isPresent();
    }

    /** Puts these records into the zone's stream, in this order, each with a RayID that marks it as the case's own. */
    public List<Sent> serves(List<LogRecord> records) {
        return traffic.injects(records);
    }

    /** Likewise, and all at once, even where the target then samples or does so already: for cases about sampling. */
    public List<Sent> servesAtOnce(List<LogRecord> records) {
        return traffic.injectsAtOnce(records);
    }

    /** Likewise, but evenly, so many a second of the target's time: for cases about a rate that lasts. */
    public EvenTraffic servesEvenly(int perSecond) {
        return new EvenTraffic(this, perSecond);
    }

    /**
     * Likewise, and no faster than leaves a target below its maximum data rate whose filter and sample let that share of them
     * through.
     *
     * @param share above 0, at most 1
     */
    public List<Sent> servesForASample(List<LogRecord> records, double share) {
        return traffic.injects(
                records, SendingPace.beforeSampling(descriptor().limits().recordsPerSecond(), share));
    }

    /** Likewise, one record. */
    public Sent serves(LogRecord record) {
        return serves(List.of(record)).get(0);
    }

    /**
     * Causes these visits, in this order: as whole records where they can be injected, else as HTTP requests through the
     * zone's edge. A record of them can be told from others where {@code RayID} or {@code ClientRequestPath} or
     * {@code ClientRequestURI} is among the job's fields, see {@link #MARKED}.
     */
    public List<Sent> visited(List<Visit> visits) {
        return canInject() ? traffic.injectsVisits(visits) : requested(visits);
    }

    /** Fields of which one at least has to be among a job's, so that its records can be told from others. */
    public static final String MARKED = "RayID,ClientRequestPath";

    /** Likewise, but through the edge even where records could be injected. */
    public List<Sent> requested(List<Visit> visits) {
        return traffic.requests(visits);
    }

    /** Likewise such as an edge may refuse altogether, as a bad request: those that it took, in this order. */
    public List<Sent> requestedWhereTaken(List<Visit> visits) {
        return traffic.requestsWhereTaken(visits);
    }

    Optional<Sent> lastSent() {
        return traffic.lastSent();
    }

    boolean isOrdered() {
        return descriptor().stream().ordered();
    }

    // ---------------------------------------------------------------- time

    /** Whether the suite moves the target's time; else time that has to pass is waited for. */
    public boolean movesTime() {
        return descriptor().clock().isPresent();
    }

    /** Lets that much of the target's time pass. */
    public void passes(Duration time) {
        if (movesTime()) {
            advance(time);
        } else {
            lease.waitFor(time);
        }
    }

    /** Lets that much time pass by the target's clock and by this machine's: a rate may be measured by either. */
    public void passesByEitherClock(Duration time) {
        lease.waitFor(time);
        if (movesTime()) {
            advance(time);
        }
    }

    /** Moves the target's clock; what it says then. */
    Instant advance(Duration duration) {
        return time.advance(duration, settle());
    }

    /** A stream of this zone was closed or dropped. */
    void left() {
        time.left();
    }

    /** Starts to count the target's time, to come before and after a limit. */
    public Age age() {
        return new Age(this);
    }

    /** By how much the case has moved this zone's time. */
    Duration moved() {
        return time.moved();
    }

    /** The longest time that a record has taken to arrive in this run so far. */
    public Duration longestDelay() {
        return deliveryPatience().longest();
    }

    public Duration settle() {
        return patience().settle();
    }

    DeliveryPatience deliveryPatience() {
        return lease.deliveryPatience();
    }

    /**
     * How long the target may take to close a connection, or to let a record through where it shouldn't: the catalogue's
     * tolerance of 2 s for limits; longer where silence takes longer to settle, or deliveries were seen to take more than
     * half of it. Where the suite moves the clock and the target keeps order, nothing is under way after the clock's answer
     * but what the sockets hold.
     */
    Duration patienceForEnding() {
        var least = movesTime() && isOrdered() ? settle() : Duration.ofSeconds(2);
        return Collections.max(
                List.of(least, settle(), deliveryPatience().longest().multipliedBy(2)));
    }

    // ---------------------------------------------------------------- the case

    public Judgement judgement() {
        return lease.judgement();
    }

    public Target target() {
        return lease.target();
    }

    Transcript transcript() {
        return lease.transcript();
    }

    /** The time of this machine, for timestamps of records. */
    public Instant now() {
        return lease.now();
    }

    void closeStreams() {
        opened.forEach(Connection::close);
        opened.clear();
    }

    @Override
    public void close() {
        closeStreams();
    }
}
