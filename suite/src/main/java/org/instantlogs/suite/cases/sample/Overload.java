package org.instantlogs.suite.cases.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.statistics.SumTest;
import org.instantlogs.suite.zone.EvenTraffic;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Zone;

/** More records than the target's maximum data rate lets through, and what it makes of them. */
final class Overload {
    /** The time within which a target has to notice that the rate has fallen: several times the second it is measured over. */
    static final Duration CALM = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** The false alarm of everything that is tested of one overload, by halves: the sum of all, the sums of groups. */
    static final double FALSE_ALARM = 1e-9;

    private static final double POWER = 0.99;
    private static final int AFTERWARDS = 3;
    /** No weight that a target needs for so little: eight times what would do. Above it the tests get weaker. */
    private static final int LARGEST = 16;

    /** In no group of {@link Crowd}. */
    private static final LogRecord SINGLE = LogRecord.empty();

    private final Zone zone;
    private final Judgement judgement;
    private final Stream stream;
    private final int perSecond;
    private final int weight;
    private final int enough;
    private final int largest;
    private final List<Sent> sent = new ArrayList<>();

    /**
     * An overload to come.
     *
     * @param maximum what the target lets through in a second
     * @param times how many times that much it gets
     * @param enough how many sampled records there have to be, as far as that takes no longer than {@link #LONGEST}
     */
    Overload(Zone zone, Judgement judgement, int maximum, double times, int enough) {
        this(zone, judgement, zone.stream(JobSpec.job("RayID")), maximum, times, enough);
    }

    /** Likewise, of a stream that lets all of {@link Crowd} through. */
    Overload(Zone zone, Judgement judgement, Stream stream, int maximum, double times, int enough) {
        this.zone = zone;
        this.judgement = judgement;
        this.stream = stream;
        this.perSecond = (int) Math.ceil(times * maximum);
        this.weight = (int) Math.ceil(times);
        this.enough = Math.min(enough, most() - perSecond);
        this.largest = Math.max(LARGEST, Integer.highestOneBit(weight) * 8);
    }

    Stream stream() {
        return stream;
    }

    /**
     * Serves records evenly until those that are sampled are enough to judge by. A target may take several seconds to adapt,
     * and where the machine stands still for a moment it may let a second's worth through unsampled again.
     */
    void lasts() {
        var traffic = zone.servesEvenly(perSecond);
        serves(traffic, perSecond + enough);
        while (sent.size() < most() && !isEnough()) {
            serves(traffic, Math.min(perSecond, most() - sent.size()));
        }
    }

    /** Serves a second's worth of it all at once. */
    void comesAtOnce() {
        sent.addAll(zone.servesAtOnce(Crowd.of(perSecond, "overload at once")));
    }

    private void serves(EvenTraffic traffic, int records) {
        sent.addAll(traffic.serves(Crowd.of(records, "overload " + sent.size())));
    }

    private boolean isEnough() {
        if (sampled() < enough) {
            stream.settle();
        }
        return sampled() >= enough;
    }

    private int most() {
        return Math.toIntExact(perSecond * LONGEST.toSeconds());
    }

    /** Whether any record that has come stands for more than itself. */
    boolean isSampled() {
        return stream.delivered().stream()
                .anyMatch(one -> stream.recordOf(one).sampleInterval().orElse(1) > 1);
    }

    /**
     * Lets the rate fall, and a few single records follow: a target may count what it has left out and say so with the next
     * that it delivers. Then all that is under way is seen.
     */
    void ends() {
        for (int i = 0; i < AFTERWARDS; i++) {
            zone.passes(i == 0 ? CALM : Duration.ofSeconds(1));
            sent.addAll(zone.servesAtOnce(List.of(SINGLE)));
        }
        var last = sent.subList(sent.size() - 1, sent.size());
        stream.awaitAllBriefly(last);
        stream.seesTheRest(last);
    }

    /** Judges the sum of all weights. A sum that is too small is not concluded from before the target's time to deliver is over. */
    void judgesTheSum() {
        states("all records", enough, FALSE_ALARM / 2);
        var test = new SumTest(sent.size(), largest);
        var weights = weights();
        while (sum(weights) < sent.size() && test.pValue(weights) <= FALSE_ALARM / 2 && stream.awaitOneMore()) {
            stream.settle();
            weights = weights();
        }
        judgement.expect(
                weights.size() == stream.delivered().size(),
                "a whole sampleInterval of 1 or more in every record",
                (stream.delivered().size() - weights.size()) + " of "
                        + stream.delivered().size() + " have none");
        judges(test, weights, "", FALSE_ALARM / 2);
    }

    /** Judges the sum of the weights for each value of each field: the source page sums by country. */
    void judgesTheSumsOfGroups() {
        int groups = Crowd.FIELDS.stream()
                .mapToInt(field -> Crowd.values(field).size())
                .sum();
        double alpha = FALSE_ALARM / 2 / groups;
        var weighed = weighed();
        for (String field : Crowd.FIELDS) {
            var values = Crowd.values(field);
            states("the records of each " + field, enough / values.size(), alpha * values.size());
            var counts = sent.stream()
                    .filter(one -> one.record().given(field).isPresent())
                    .collect(groupingBy(one -> valueOf(one, field), counting()));
            var weights = weighed.stream()
                    .collect(groupingBy(one -> valueOf(one.sent(), field), mapping(Weighed::weight, toList())));
            counts.forEach((value, count) -> judges(
                    new SumTest(Math.toIntExact(count), largest),
                    weights.getOrDefault(value, List.of()),
                    " over the records with " + field + " " + value,
                    alpha));
        }
    }

    private static String valueOf(Sent one, String field) {
        return String.valueOf(one.record().value(field));
    }

    /** The same in every run, however many records it comes to. */
    private void states(String of, int records, double alpha) {
        judgement.tests(new SumTest(records, largest).design("the weights of " + of, weight, alpha, POWER));
    }

    private void judges(SumTest test, List<Long> weights, String of, double alpha) {
        double pValue = test.pValue(weights);
        judgement.expect(
                pValue > alpha,
                "a sum of sampleInterval of " + test.count() + " on average" + of,
                String.format(
                        "a sum of %d over %d records (p <= %.2g)",
                        sum(weights), weights.size(), Math.max(1e-99, pValue)));
    }

    /** A delivered record and its sampleInterval. */
    private record Weighed(Sent sent, long weight) {}

    private List<Weighed> weighed() {
        return stream.delivered().stream()
                .flatMap(one ->
                        stream.recordOf(one).sampleInterval().stream().mapToObj(weight -> new Weighed(one, weight)))
                .toList();
    }

    private List<Long> weights() {
        return weighed().stream().map(Weighed::weight).toList();
    }

    private long sampled() {
        return weights().stream()
                .filter(weight -> weight > 1)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long sum(List<Long> weights) {
        return weights.stream().mapToLong(Long::longValue).sum();
    }
}
