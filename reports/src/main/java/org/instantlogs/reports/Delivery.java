package org.instantlogs.reports;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long records took from when the suite sent them off to when their message was there, of all records of a run that arrived on
 * a stream that was open before, but for those of which more than 100 were sent at once and those that overload the target. Differs from run to run.
 *
 * @param records how many there were, 1 or more
 * @param median half of them took no longer
 * @param mostly 99 of 100 took no longer
 * @param longest none took longer
 * @param histogram how many took how long, in rising order and without gaps
 */
public record Delivery(int records, Duration median, Duration mostly, Duration longest, List<Bar> histogram) {
    /** Bounds between bars: 1, 2 and 5 times a power of ten, from a tenth of a millisecond on. */
    private static final Duration FIRST = Duration.ofNanos(100_000);

    public Delivery {
        if (records < 1) {
            throw new IllegalArgumentException("`delivery.records` is " + records + "; give 1 or more");
        }
        Required.notNegative("delivery.medianMs", median);
        Required.notNegative("delivery.mostlyMs", mostly);
        Required.notNegative("delivery.longestMs", longest);
        histogram = List.copyOf(histogram);
        int drawn = histogram.stream().mapToInt(Bar::records).sum();
        if (drawn != records) {
            throw new IllegalArgumentException("`delivery.histogram` has " + drawn + " records of " + records);
        }
    }

    /**
     * Some of the records.
     *
     * @param above they took longer than this, 0 or more
     * @param upTo and no longer than this
     */
    public record Bar(Duration above, Duration upTo, int records) {
        public Bar {
            Required.notNegative("delivery.histogram.aboveMs", above);
            Required.notNegative("delivery.histogram.records", records);
            if (upTo.compareTo(above) <= 0) {
                throw new IllegalArgumentException(
                        "`delivery.histogram.upToMs` is " + upTo + ", which is not above " + above);
            }
        }
    }

    /** Sums up what was measured, in any order; empty where nothing was. */
    public static Optional<Delivery> of(long[] nanos) {
        if (nanos.length == 0) {
            return Optional.empty();
        }
        var rising = nanos.clone();
        Arrays.sort(rising);
        return Optional.of(new Delivery(
                rising.length, quantile(rising, 0.5), quantile(rising, 0.99), quantile(rising, 1), bars(rising)));
    }

    // The least that so many of them don't exceed, in whole microseconds: one that was measured, not one between two.
    private static Duration quantile(long[] rising, double share) {
        return Duration.of(rising[(int) Math.ceil(share * rising.length) - 1] / 1_000, ChronoUnit.MICROS);
    }

    private static List<Bar> bars(long[] rising) {
        var bars = new ArrayList<Bar>();
        var above = Duration.ZERO;
        var upTo = FIRST;
        int counted = 0;
        for (int i = 0; counted < rising.length; i++) {
            int from = counted;
            while (counted < rising.length && rising[counted] <= upTo.toNanos()) {
                counted++;
            }
            if (counted > 0) {
                bars.add(new Bar(above, upTo, counted - from));
            }
            above = upTo;
            upTo = i % 3 == 1 ? upTo.multipliedBy(5).dividedBy(2) : upTo.multipliedBy(2);
        }
        return bars;
    }
}
