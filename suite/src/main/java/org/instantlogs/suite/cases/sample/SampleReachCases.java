package org.instantlogs.suite.cases.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Lasting;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.statistics.BinomialTest;
import org.instantlogs.suite.zone.Aliveness;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Zone;

/** When and how long the client's sample acts. Source page: "Create an Instant Logs Job", Sample. */
@Lasting
@Needs(Need.INJECT)
public final class SampleReachCases {
    private static final int CONNECTIONS = 4;

    /** So many records of each connection that one in ten of them can't well be none. */
    private static final int FIRST = 100;

    private static final int ONE_BY_ONE = 150;

    private static final int PAUSES = 10;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final int SHORT_CONNECTIONS = 6;
    private static final int VERY_FIRST = 3;

    @Check("IL-SAMPLE-02.counts-from-the-first-record-of-a-connection")
    void countsFromTheFirstRecordOfAConnection(Zone zone, Judgement judgement) {
        var delivered = new ArrayList<Sent>();
        var test = new BinomialTest(CONNECTIONS * FIRST, 1.0 / 10);

        for (int connection = 0; connection < CONNECTIONS; connection++) {
            var job = zone.asksNext(JobSpec.job("RayID").sample(10)).accepted();
            delivered.addAll(sampled(zone, job.stream(), FIRST, 1.0 / 10));
        }

        SampleCases.judged(judgement, "records delivered of the first of each connection", test, delivered);
    }

    /** A sample of next to nothing, where numbers are apt to be cut off. */
    record Large(String name, long n) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("n", name);
        }
    }

    static List<Large> large() {
        return List.of(
                new Large("32768", 1L << 15),
                new Large("65536", 1L << 16),
                new Large("65537", (1L << 16) + 1),
                new Large("2p32+1", (1L << 32) + 1));
    }

    /** A target may refuse so large a sample, or clamp it and say so. */
    @Check("IL-SAMPLE-02.delivers-next-to-nothing-at-a-large-sample")
    @Variants("large")
    void deliversNextToNothingAtALargeSample(Zone zone, Judgement judgement, Large large) {
        var answer = zone.create(JobSpec.job("RayID").sample(large.n()));
        if (answer.isRefusal()) {
            judgement.observed("refused");
            return;
        }
        var job = answer.accepted();
        long inForce = answer.result().path("sample").asLong(large.n());
        if (inForce < large.n() && inForce > 0) {
            judgement.observed("clamped to " + inForce);
        }
        long n = inForce > 1 ? Math.min(inForce, large.n()) : large.n();
        var test = new BinomialTest(FIRST, 1.0 / n);

        SampleCases.judged(
                judgement, "records delivered at a sample of " + n, test, sampledBriefly(zone, job.stream(), FIRST));
    }

    /** Which members a request has, in their order. */
    record Members(String name, List<String> members) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("members", name);
        }
    }

    static List<Members> members() {
        return List.of(
                new Members("sample-first", List.of("sample", "fields", "filter", "kind")),
                new Members("sample-last", List.of("kind", "filter", "fields", "sample")),
                new Members("no-filter", List.of("fields", "sample", "kind")),
                new Members("fields-and-sample", List.of("fields", "sample")));
    }

    /** RFC 8259 4: an object's members have no order. A target may insist on `kind`, which is rule IL-JOB-14. */
    @Check("IL-SAMPLE-02.acts-wherever-it-stands")
    @Variants("members")
    void actsWhereverItStands(Zone zone, Judgement judgement, Members request) {
        var answer = zone.asks(JobSpec.job("RayID").sample(1_000).inOrder(request.members()));
        if (answer.isRefusal()) {
            throw judgement.notTested("a target that takes a request without what it leaves out");
        }
        var test = new BinomialTest(FIRST, 1.0 / 1_000);

        SampleCases.judged(
                judgement,
                "records delivered at a sample of 1000",
                test,
                sampledBriefly(zone, answer.accepted().stream(), FIRST));
    }

    /** Of a job that is as old as half a limit lets it be. */
    @Check("IL-SAMPLE-02.acts-when-time-has-passed")
    @Needs(Need.CLOCK)
    void actsWhenTimeHasPassed(Zone zone, Judgement judgement) {
        var limits = zone.descriptor().limits();
        var test = new BinomialTest(FIRST, 1.0 / 1_000);
        var stream = zone.asks(JobSpec.job("RayID").sample(1_000)).accepted().stream();
        sampledBriefly(zone, stream, VERY_FIRST);
        zone.passes(Collections.min(List.of(limits.session(), limits.idle())).dividedBy(2));

        SampleCases.judged(
                judgement, "records delivered at a sample of 1000", test, sampledBriefly(zone, stream, FIRST));
    }

    /** Where hardly any can come there is nothing to wait for but silence. */
    private static List<Sent> sampledBriefly(Zone zone, Stream stream, int records) {
        var sent = new HashSet<>(zone.serves(Crowd.of(records, "sampled-briefly")));
        stream.settle();
        return stream.delivered().stream().filter(sent::contains).toList();
    }

    /**
     * Of so few records at so small a share none is delivered, but once in a hundred runs. One of each connection may be: who delivers
     * every Nth may begin with the first.
     */
    @Check("IL-SAMPLE-02.counts-from-the-very-first-record")
    void countsFromTheVeryFirstRecord(Zone zone, Judgement judgement) {
        var others = new ArrayList<Sent>();
        var test = new BinomialTest(SHORT_CONNECTIONS * (VERY_FIRST - 1), 1.0 / 1_000);

        for (int connection = 0; connection < SHORT_CONNECTIONS; connection++) {
            var stream = zone.asksNext(JobSpec.job("RayID").sample(1_000)).accepted().stream();
            sampledBriefly(zone, stream, VERY_FIRST).stream().skip(1).forEach(others::add);
        }

        SampleCases.judged(
                judgement, "records delivered of the very first of each connection, beside one of each", test, others);
    }

    @Check("IL-SAMPLE-02.samples-records-that-come-one-by-one")
    void samplesRecordsThatComeOneByOne(Zone zone, Judgement judgement) {
        var test = new BinomialTest(ONE_BY_ONE, 1.0 / 5);
        judgement.tests(test.design(SampleCases.FALSE_ALARM, SampleCases.POWER));
        var stream = zone.asks(JobSpec.job("RayID").sample(5)).accepted().stream();

        var sent = new HashSet<Sent>();
        for (LogRecord record : Crowd.of(ONE_BY_ONE, "one-by-one")) {
            sent.add(zone.serves(record));
        }
        stream.awaitOwn(1);
        stream.settle();

        var delivered = stream.delivered().stream().filter(sent::contains).toList();
        stream.provesTheShareOf(delivered);
        SampleCases.judged(judgement, "records delivered of those that came one by one", test, delivered);
    }

    /** As in a zone with little traffic: by itself a record has no better chance. */
    @Check("IL-SAMPLE-02.samples-records-that-come-after-a-pause")
    void samplesRecordsThatComeAfterAPause(Zone zone, Judgement judgement) {
        var test = new BinomialTest(PAUSES, 1.0 / 1_000);
        var stream = zone.asks(JobSpec.job("RayID").sample(1_000)).accepted().stream();

        var sent = new HashSet<Sent>();
        for (LogRecord record : Crowd.of(PAUSES, "after-a-pause")) {
            zone.passesByEitherClock(PAUSE);
            sent.add(zone.serves(record));
        }
        stream.settle();

        SampleCases.judged(
                judgement,
                "records delivered of those that came after a pause",
                test,
                stream.delivered().stream().filter(sent::contains).toList());
    }

    @Check("IL-SAMPLE-02.acts-in-every-connection-of-its-job")
    void actsInEveryConnectionOfItsJob(Zone zone, Judgement judgement) {
        var test = new BinomialTest(600, 1.0 / 5);
        judgement.tests(test.design(SampleCases.FALSE_ALARM, SampleCases.POWER));
        var job = zone.asks(JobSpec.job("RayID").sample(5)).accepted();
        var first = job.stream();
        sampled(zone, first, FIRST, 1.0 / 5);
        first.drop();

        // A target may refuse to take an address twice: then there is one connection a job, and that was it.
        var again = job.connects();
        if (again.isEmpty()) {
            judgement.observed("its address can't be connected to again");
            return;
        }
        var delivered = sampled(zone, again.get(), test.trials(), test.probability());
        if (!delivered.isEmpty() || takesAnAddressTwice(zone)) {
            SampleCases.judged(judgement, "records delivered to a second connection", test, delivered);
        }
    }

    /** Whether an address streams again without any sample: some leave it open and silent, which is no sample's fault. */
    private static boolean takesAnAddressTwice(Zone zone) {
        zone.frees();
        var plain = zone.job(JobSpec.job(Zone.MARKED));
        plain.stream().drop();
        return plain.aliveness() == Aliveness.STREAMING;
    }

    private static List<Sent> sampled(Zone zone, Stream stream, int records, double share) {
        var sent = new HashSet<>(zone.servesForASample(Crowd.of(records, "sample-reach"), share));
        stream.awaitOwn(1);
        stream.settle();
        var delivered = stream.delivered().stream().filter(sent::contains).toList();
        stream.provesTheShareOf(delivered);
        return delivered;
    }
}
