package org.instantlogs.suite.cases.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.descriptor.Descriptor.Rate;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/**
 * Connection requests in quick succession, to find where a target answers 429. What its limit counts is its own: so first
 * handshakes on one address, then creations with a handshake each.
 */
public final class Rush {
    static final JobSpec PLAIN = JobSpec.job(Zone.MARKED);
    static final int TOO_MANY = 429;
    /** How many are tried on a target of unknown limit, each way. */
    private static final int TRIED = 150;

    private final Zone zone;
    private final Judgement judgement;
    private final JobSpec spec;
    private final Handshake handshake;
    private final long startedNanos = System.nanoTime();
    private int created;
    private int createsRefused;
    private boolean wentOnToNewJobs;
    private boolean connected;
    private int served;

    public Rush(Zone zone, Judgement judgement) {
        this(zone, judgement, PLAIN, Handshake.PLAIN);
    }

    /** With jobs and handshakes of another kind than the plainest. */
    Rush(Zone zone, Judgement judgement, JobSpec spec, Handshake handshake) {
        this.spec = spec;
        this.handshake = handshake;
        this.zone = zone;
        this.judgement = judgement;
    }

    /**
     * A request that was answered 429.
     *
     * @param retryAfter the header as it came
     * @param again the same request once more
     */
    public record Refused(boolean atHandshake, Optional<String> retryAfter, Supplier<Answered> again) {}

    /**
     * How a request was answered.
     *
     * @param retryAfter the header, where there is one
     */
    public record Answered(int status, Optional<String> retryAfter) {}

    /**
     * Asks until a 429 comes; empty where none does within twice what the limit allows, which covers windows that begin
     * anew and buckets that fill up meanwhile.
     */
    Optional<Refused> untilRefused() {
        var job = zone.createOnce(spec);
        if (job.status() == TOO_MANY) {
            return Optional.of(refused(job));
        }
        var address = jobOf(job).address();
        return handshakesOn(address).or(() -> creations(address));
    }

    /** Handshakes on one address until a 429 comes, or more than enough have been served. */
    public Optional<Refused> handshakesOn(URI address) {
        for (int asked = 0; !isEnough(asked); asked++) {
            var refused = handshake(address);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /** Whether handshakes on one address met no limit, however many: then one that newly made jobs met can be theirs alone. */
    boolean wentOnToNewJobs() {
        return wentOnToNewJobs;
    }

    /** New jobs with a handshake each until a 429 comes, or more than enough have been served. */
    Optional<Refused> onNewJobs() {
        var job = zone.createOnce(spec);
        return job.status() == TOO_MANY
                ? Optional.of(refused(job))
                : creations(jobOf(job).address());
    }

    private Optional<Refused> creations(URI first) {
        wentOnToNewJobs = true;
        var address = first;
        for (int asked = 0; !isEnough(asked); asked++) {
            var answer = zone.createOnce(spec);
            if (answer.status() == TOO_MANY) {
                return Optional.of(refused(answer));
            }
            counts(answer);
            address = answer.job().map(Job::address).orElse(address);
            var refused = handshake(address);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /** Handshakes on an address that is read already, until a 429 comes; connections that are opened stay open. */
    boolean isRefusedAsReader(Job job, List<Connection> readers) {
        for (int asked = 0; !isEnough(asked); asked++) {
            var answer = zone.handshakeOnce(job.address(), handshake);
            if (answer.status() == TOO_MANY) {
                return true;
            }
            served++;
            answer.connection().ifPresent(readers::add);
        }
        return false;
    }

    /** Creations until a 429 comes: the job that was made last, or {@code first} where a second one is refused. */
    Job jobBeforeA429(Job first) {
        var last = first;
        for (int asked = 0; !isEnough(asked); asked++) {
            var answer = zone.createOnce(spec);
            if (answer.status() == TOO_MANY) {
                return last;
            }
            counts(answer);
            last = answer.job().orElse(last);
        }
        // That no 429 ever comes is IL-HTTP-04's matter; IL-LIMIT-09 has a session that nobody listens to at the time.
        throw judgement.notTested("a 429 while somebody listens: in " + served + " handshakes none came");
    }

    private void counts(CreateAnswer answer) {
        if (answer.isRefusal()) {
            createsRefused++;
        } else {
            created++;
        }
    }

    /** One handshake; the connection, where there is one, is closed at once. */
    Optional<Refused> handshake(URI address) {
        var answer = zone.handshakeOnce(address, handshake);
        answer.connection().ifPresent(connection -> {
            connected = true;
            connection.close();
        });
        if (answer.status() != TOO_MANY) {
            served++;
            return Optional.empty();
        }
        return Optional.of(new Refused(true, answer.header("Retry-After"), () -> again(address)));
    }

    private Refused refused(CreateAnswer answer) {
        return new Refused(false, answer.http().header("Retry-After"), () -> {
            var again = zone.createOnce(spec);
            return new Answered(again.status(), again.http().header("Retry-After"));
        });
    }

    private Answered again(URI address) {
        var answer = zone.handshakeOnce(address, handshake);
        answer.connection().ifPresent(connection -> connection.close());
        return new Answered(answer.status(), answer.header("Retry-After"));
    }

    /** Leaves the case without a judgement where a 429 that never came can't be held against the target. */
    Judgement.Unjudged without429() {
        var limit = limit();
        if (limit.isEmpty()) {
            return judgement.notTested("limits.connects: its limit is not known, and " + served
                    + " handshakes in quick succession met none");
        }
        if (isBeyondReach()) {
            // Creations may be what counts, and this target makes no second one that could be counted.
            return judgement.notTested("a second session to be had in a zone: " + served
                    + " handshakes met no 429, and creations are refused while a session runs");
        }
        return judgement.inconclusive("no 429 came in " + served + " handshakes beyond limits.connects");
    }

    /**
     * Whether a 429 should have come: the limit is known, and the target took part in being pushed beyond it; one that refuses
     * every handshake for another reason has nothing to limit.
     */
    boolean isDue() {
        return limit().isPresent() && connected && !isBeyondReach();
    }

    /**
     * Whether a limit on the creations that succeed could be there unseen: this target makes no second one while a session runs.
     * Where sessions can't end as fast as such a limit allows creations nobody could ever meet it, so there is none.
     */
    private boolean isBeyondReach() {
        var limits = zone.descriptor().limits();
        boolean mayBeMet = limits.connects()
                .filter(rate ->
                        created > 0 || limits.idle().multipliedBy(rate.count()).compareTo(rate.per()) <= 0)
                .isPresent();
        return createsRefused > 0 && mayBeMet;
    }

    int served() {
        return served;
    }

    boolean isEnough(int asked) {
        var limit = limit();
        if (limit.isEmpty()) {
            return asked >= TRIED;
        }
        var rate = limit.get();
        var since = Duration.ofNanos(System.nanoTime() - startedNanos);
        refuseIfSlow(rate, since);
        double refilled = (double) since.toNanos() / rate.per().toNanos() * rate.count();
        return asked > 2 * rate.count() + refilled;
    }

    private void refuseIfSlow(Rate rate, Duration since) {
        if (since.compareTo(rate.per().multipliedBy(2)) > 0) {
            throw judgement.inconclusive("the target can't be asked faster than limits.connects allows: " + served
                    + " handshakes were served in " + since.toSeconds() + " s");
        }
    }

    /** Asks that request again, so many times, and tells how often it was answered 429. */
    static int refusedAgain(Refused refused, int times) {
        return (int) Stream.generate(refused.again())
                .limit(times)
                .filter(answered -> answered.status() == TOO_MANY)
                .count();
    }

    /**
     * Asks that request again, so many times at once, and tells how many more were served than the limit has room for by then: after
     * a 429 one, and what has been allowed anew since. A whole limit's worth in a row is that of a window that began anew.
     */
    double servedTooMany(Refused refused, int times) {
        var rate = limit().orElseThrow(() -> judgement.notTested("limits.connects"));
        long from = System.nanoTime();
        int between = 0;
        int inARow = 0;
        for (int asked = 0; asked < times; asked++) {
            int status = refused.again().get().status();
            if (status == TOO_MANY) {
                between += inARow < rate.count() - 1 ? inARow : 0;
                inARow = 0;
            } else if (status < 300) {
                inARow++;
            }
        }
        double refilled = (double) (System.nanoTime() - from) / rate.per().toNanos() * rate.count();
        return between - 1 - refilled;
    }

    private Optional<Rate> limit() {
        var limit = zone.descriptor().limits().connects();
        var pace = zone.descriptor().pace().connects();
        if (limit.isPresent() && pace.isPresent() && isSlower(pace.get(), limit.get())) {
            throw judgement.notTested("a pace.connects above limits.connects");
        }
        return limit;
    }

    private static boolean isSlower(Rate one, Rate other) {
        return (double) one.count() / one.per().toNanos()
                <= (double) other.count() / other.per().toNanos();
    }

    private Job jobOf(CreateAnswer answer) {
        return answer.job().orElseThrow(() -> judgement.inconclusive("set-up refused: " + answer.describe()));
    }

    /** Handshakes on addresses that nobody was given: they count as connection requests, and touch no session. */
    Optional<Refused> handshakesOnStrangeAddresses(Job job) {
        return job.strangeAddress().flatMap(this::handshakesOn);
    }

    /** How long a zone is left alone before connecting is tried again, one time after the other: 5 minutes in all. */
    static List<Duration> quietTimes(Zone zone) {
        var fewMinutes = Duration.ofMinutes(5);
        if (zone.movesTime()) {
            return List.of(fewMinutes.plusSeconds(3));
        }
        var per = zone.descriptor().limits().connects().map(Rate::per).orElse(fewMinutes);
        return per.compareTo(fewMinutes) < 0
                ? List.of(per.plusSeconds(2), fewMinutes.minus(per))
                : List.of(fewMinutes.plusSeconds(3));
    }
}
