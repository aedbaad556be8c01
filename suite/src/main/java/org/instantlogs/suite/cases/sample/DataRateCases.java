package org.instantlogs.suite.cases.sample;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.statistics.Design;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** The server's own sample. Source page: "Create an Instant Logs Job", the note on {@code sampleInterval}. */
public final class DataRateCases {
    /** What a burst holds at most, whatever the target's maximum: enough to tell, and no flood. */
    private static final int LARGEST_BURST = 40_000;

    private static final int TIMES_THE_MAXIMUM = 10;
    private static final double FALSE_ALARM = 1e-9;
    private static final double POWER = 0.99;
    /** Of that power: a sum of some thousand terms is as good as normal where no more is asked of it. */
    private static final double NORMAL_QUANTILE = 2.326;
    /** The time within which a target has to notice that the rate has fallen: several times the second it is measured over. */
    private static final Duration CALM = Duration.ofSeconds(5);

    @Check("IL-SAMPLE-05.a-seconds-worth-is-not-sampled")
    @Needs(Need.INJECT)
    void aSecondsWorthIsNotSampled(Zone zone, Judgement judgement) {
        int burst = Math.min(
                LARGEST_BURST, zone.descriptor().limits().recordsPerSecond().orElse(10));
        var stream = zone.stream(JobSpec.job("RayID"));

        var sent = zone.servesAtOnce(records(burst));

        stream.awaitAll(sent);
        stream.deliversExactly(sent);
        allStandForThemselves(judgement, stream, sent);
    }

    @Check("IL-SAMPLE-05.a-few-records-are-not-sampled")
    @Needs(Need.TRAFFIC)
    void aFewRecordsAreNotSampled(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.job(Zone.MARKED));

        var sent = zone.visited(Visits.assorted(7));

        stream.awaitAll(sent);
        allStandForThemselves(judgement, stream, sent);
    }

    @Check("IL-SAMPLE-07.samples-above-the-maximum")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void samplesAboveTheMaximum(Zone zone, Judgement judgement) {
        int count = overload(zone, judgement);
        var stream = zone.stream(JobSpec.job("RayID"));

        zone.servesAtOnce(records(count));
        stream.awaitOwn(1);
        stream.settle();

        var intervals = intervals(judgement, stream);
        judgement.expect(
                intervals.stream().anyMatch(interval -> interval > 1),
                "sampleInterval above 1 in some of " + count + " records at once, " + TIMES_THE_MAXIMUM
                        + " times the maximum of a second",
                "it is 1 in all " + intervals.size() + " that came");
        long sum = intervals.stream().mapToLong(Long::longValue).sum();
        double bound = bound(intervals);
        judgement.tests(design(count));
        judgement.expect(
                Math.abs(sum - count) <= bound,
                String.format("a sum of sampleInterval of %d, give or take %.0f", count, bound),
                "a sum of " + sum + " over " + intervals.size() + " records");
    }

    @Check("IL-SAMPLE-08.stops-sampling-when-the-rate-falls")
    @Needs({Need.INJECT, Need.DATA_RATE})
    void stopsSamplingWhenTheRateFalls(Zone zone, Judgement judgement) {
        int count = overload(zone, judgement);
        var stream = zone.stream(JobSpec.job("RayID"));
        zone.servesAtOnce(records(count));
        stream.awaitOwn(1);
        stream.settle();
        zone.passes(CALM);

        var sent = zone.servesAtOnce(records(1));

        stream.deliversAll(sent);
        allStandForThemselves(judgement, stream, sent);
    }

    /**
     * How far the sum of an unbiased sample may be from the true count, by Freedman's inequality: with a variance V and steps
     * of at most M a deviation of sqrt(2 V L) + M L / 3 has a probability of at most 2 exp(-L), also where the target adapts
     * its factor as it goes. V is estimated by the sum of k (k - 1) over what was delivered, and taken twice, since it is an estimate.
     */
    static double bound(List<Long> intervals) {
        double l = Math.log(2 / FALSE_ALARM);
        double variance = 2 * intervals.stream().mapToDouble(k -> k * (k - 1.0)).sum();
        long largest = intervals.stream().mapToLong(Long::longValue).max().orElse(1);
        return Math.sqrt(2 * variance * l) + largest * l / 3;
    }

    /** What the sum is tested for, and what is found where each record stands for as many as the maximum was exceeded by. */
    static Design design(int count) {
        int percent = IntStream.rangeClosed(1, 100)
                .filter(off -> isFound(count, off))
                .findFirst()
                .orElse(100);
        return new Design(
                "the sum of sampleInterval is " + count + " on average",
                FALSE_ALARM,
                "sums that are off by " + percent + " % or more on average, where each record stands for "
                        + TIMES_THE_MAXIMUM,
                POWER);
    }

    /** Asked above the right sum, where the bound is wider than below it. */
    private static boolean isFound(int count, int percentOff) {
        double sum = count * (1 + percentOff / 100.0);
        double bound = bound(Collections.nCopies((int) (sum / TIMES_THE_MAXIMUM), (long) TIMES_THE_MAXIMUM));
        double spread = Math.sqrt(sum * (TIMES_THE_MAXIMUM - 1));
        return sum - count >= bound + NORMAL_QUANTILE * spread;
    }

    private static int overload(Zone zone, Judgement judgement) {
        int most = zone.descriptor().limits().recordsPerSecond().orElse(Integer.MAX_VALUE);
        if (most > LARGEST_BURST / TIMES_THE_MAXIMUM) {
            throw judgement.notTested("a limits.records-per-second of at most " + LARGEST_BURST / TIMES_THE_MAXIMUM);
        }
        return most * TIMES_THE_MAXIMUM;
    }

    private static List<Long> intervals(Judgement judgement, Stream stream) {
        var delivered = stream.delivered();
        var whole = delivered.stream()
                .flatMapToLong(one -> stream.recordOf(one).sampleInterval().stream())
                .filter(interval -> interval >= 1)
                .boxed()
                .toList();
        judgement.expect(
                whole.size() == delivered.size(),
                "a whole sampleInterval of 1 or more in every record",
                (delivered.size() - whole.size()) + " of " + delivered.size() + " have none");
        return whole;
    }

    private static void allStandForThemselves(Judgement judgement, Stream stream, List<Sent> sent) {
        var others = sent.stream()
                .filter(one -> !stream.linesOf(one).isEmpty())
                .flatMapToLong(one ->
                        LongStream.of(stream.recordOf(one).sampleInterval().orElse(0)))
                .filter(interval -> interval != 1)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        judgement.expect(others.isEmpty(), "sampleInterval 1 in every record", "also " + others);
    }

    private static List<LogRecord> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LogRecord.of("EdgeResponseStatus", 200))
                .toList();
    }
}
