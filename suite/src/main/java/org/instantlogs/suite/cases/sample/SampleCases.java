package org.instantlogs.suite.cases.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Lasting;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.statistics.BinomialTest;
import org.instantlogs.suite.statistics.HomogeneityTest;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** The client's sample. Source page: "Create an Instant Logs Job", Sample. */
@Lasting
public final class SampleCases {
    static final double FALSE_ALARM = 1e-9;
    static final double POWER = 0.99;
    /** A target with a lower one would be sent thousands of records for minutes. */
    private static final int LEAST_MAXIMUM = 100;

    /** Tests of one choice: over each field, over tenths of the time and over its halves. */
    static final int GROUPINGS = Crowd.FIELDS.size() + 2;

    @Check("IL-SAMPLE-01.delivers-every-record")
    @Needs(Need.TRAFFIC)
    void deliversEveryRecord(Zone zone) {
        var stream = zone.asks(JobSpec.job(Zone.MARKED).sample(1)).accepted().stream();

        stream.deliversExactly(zone.visited(Visits.assorted(zone.canInject() ? 300 : 30)));
    }

    @Check("IL-SAMPLE-01.forgets-the-sample-of-the-job-before")
    @Needs(Need.TRAFFIC)
    void forgetsTheSampleOfTheJobBefore(Zone zone) {
        zone.asks(JobSpec.job(Zone.MARKED).sample(1_000)).accepted().stream();

        var stream = zone.asksNext(JobSpec.job(Zone.MARKED).sample(1)).accepted().stream();

        stream.deliversExactly(zone.visited(Visits.assorted(5)));
    }

    @Check("IL-SAMPLE-02.delivers-one-in-n")
    @Needs(Need.INJECT)
    @Variants("rates")
    void deliversOneInN(Zone zone, Judgement judgement, Rate rate) {
        var test = new BinomialTest(rate.records(), 1.0 / rate.n());

        var delivered = sampled(zone, JobSpec.job("RayID").sample(rate.n()), rate.records(), test);

        judged(judgement, "records delivered at a sample of " + rate.n(), test, delivered);
    }

    static List<Rate> rates() {
        return List.of(
                new Rate(2, 600), new Rate(3, 2_400), new Rate(10, 2_000), new Rate(100, 6_000), new Rate(300, 9_000));
    }

    /** A sample, and how many records tell it from its neighbours. */
    record Rate(int n, int records) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("n", String.valueOf(n));
        }
    }

    @Check("IL-SAMPLE-03.chooses-blindly")
    @Needs(Need.INJECT)
    void choosesBlindly(Zone zone, Judgement judgement) {
        blindly(zone, judgement, 5, 2_500, "chooses-blindly");
    }

    /** Of half the records a share that is off by a third for one value among four shows. */
    @Check("IL-SAMPLE-03.chooses-half-of-them-blindly")
    @Needs(Need.INJECT)
    void choosesHalfOfThemBlindly(Zone zone, Judgement judgement) {
        if (zone.descriptor().limits().recordsPerSecond().orElse(LEAST_MAXIMUM) < LEAST_MAXIMUM) {
            throw judgement.notTested("a limits.records-per-second of at least " + LEAST_MAXIMUM);
        }
        blindly(zone, judgement, 2, 4_000, "chooses-half-of-them-blindly");
    }

    private static void blindly(Zone zone, Judgement judgement, int n, int records, String name) {
        double share = 1.0 / n;
        var job = zone.asks(JobSpec.job("RayID").sample(n)).accepted();
        var stream = job.stream();
        var sent = zone.servesForASample(Crowd.of(records, name), share);
        stream.awaitOwn(
                new BinomialTest(records, share).acceptRegion(FALSE_ALARM).low());
        stream.settle();
        var delivered = new HashSet<>(stream.delivered());
        stream.provesTheShareOf(delivered);
        if (delivered.isEmpty()) {
            throw judgement.inconclusive("none of " + records + " records came through a sample of " + n);
        }

        double alpha = FALSE_ALARM / GROUPINGS;
        int expected = records / n;
        for (String field : Crowd.FIELDS) {
            var groups = Crowd.values(field).stream()
                    .map(value -> sent.stream()
                            .filter(one ->
                                    String.valueOf(one.record().value(field)).equals(value.toString()))
                            .toList())
                    .toList();
            homogeneous(judgement, "over " + field, groups, expected, delivered, alpha);
        }
        homogeneous(judgement, "over time", parts(sent, 10), expected, delivered, alpha);
        homogeneous(judgement, "over the two halves of the time", parts(sent, 2), expected, delivered, alpha);
    }

    private static List<List<Sent>> parts(List<Sent> sent, int count) {
        int size = sent.size() / count;
        return IntStream.range(0, count)
                .mapToObj(i -> sent.subList(i * size, (i + 1) * size))
                .toList();
    }

    @Check("IL-SAMPLE-04.samples-what-matches")
    @Needs(Need.INJECT)
    void samplesWhatMatches(Zone zone, Judgement judgement) {
        var filter = Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "GET"));
        var job = zone.asks(JobSpec.job("RayID,ClientRequestMethod").sample(3).where(filter))
                .accepted();
        var stream = job.stream();
        var sent = zone.servesForASample(Crowd.of(3_000, "samples-what-matches"), 1.0 / 3 / 4);
        var matching = sent.stream().filter(one -> filter.matches(one.record())).toList();
        var test = new BinomialTest(matching.size(), 1.0 / 3);
        stream.awaitOwn(test.acceptRegion(FALSE_ALARM).low());
        stream.settle();
        var delivered = stream.delivered();
        stream.provesTheShareOf(delivered);

        judgement.expect(
                matching.containsAll(delivered),
                "records that match " + filter + " and no others",
                "others were delivered too");
        judged(
                judgement,
                "matching records delivered at a sample of 3",
                test,
                delivered.stream().filter(new HashSet<>(matching)::contains).toList());
    }

    @Check("IL-SAMPLE-06.counts-the-clients-share-or-not")
    @Needs(Need.INJECT)
    void countsTheClientsShareOrNot(Zone zone, Judgement judgement) {
        int n = 10;
        var stream = zone.stream(JobSpec.job("RayID").sample(n));
        zone.servesForASample(Crowd.of(300, "counts-the-clients-share"), 1.0 / n);
        stream.awaitOwn(1);
        stream.settle();

        var seen = new TreeSet<Long>();
        for (Sent one : stream.delivered()) {
            seen.add(stream.recordOf(one).sampleInterval().orElse(0));
        }
        if (seen.isEmpty()) {
            throw judgement.inconclusive("no record of 300 came through a sample of 10");
        }
        judgement.observed(
                seen.equals(new TreeSet<>(List.of(1L)))
                        ? "server-only"
                        : seen.equals(new TreeSet<>(List.of((long) n))) ? "client-too" : "other");
    }

    private static List<Sent> sampled(Zone zone, JobSpec spec, int records, BinomialTest test) {
        var stream = zone.asks(spec).accepted().stream();
        zone.servesForASample(Crowd.of(records, "delivers-one-in-n"), test.probability());
        stream.awaitOwn(test.acceptRegion(FALSE_ALARM).low());
        stream.settle();
        stream.provesTheShareOf(stream.delivered());
        return stream.delivered();
    }

    static void judged(Judgement judgement, String of, BinomialTest test, List<Sent> delivered) {
        int distinct = new HashSet<>(delivered).size();
        judgement.tests(test.design(FALSE_ALARM, POWER));
        judgement.measured(test.share(of, distinct, FALSE_ALARM));
        var judged = test.judge(distinct, FALSE_ALARM, POWER);
        judgement.expect(judged.accepted(), "a share of " + test.probability() + " on average", judged.text());
        judgement.expect(
                distinct == delivered.size(),
                "each record at most once",
                (delivered.size() - distinct) + " of them came again");
    }

    private static void homogeneous(
            Judgement judgement,
            String over,
            List<List<Sent>> groups,
            int expected,
            Set<Sent> delivered,
            double alpha) {
        var sizes = groups.stream().map(List::size).toList();
        var chosen = groups.stream()
                .map(group -> (int) group.stream().filter(delivered::contains).count())
                .toList();
        var test = new HomogeneityTest(sizes);
        judgement.tests(test.design(over, expected, alpha, POWER));
        var judged = test.judge(chosen, alpha, POWER);
        judgement.expect(judged.accepted(), "the same share " + over, judged.text());
    }
}
