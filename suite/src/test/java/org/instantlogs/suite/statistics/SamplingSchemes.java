package org.instantlogs.suite.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Ways in which a target may thin out an even flow of records, all of them honest: the sum of their weights is the true count
 * on average, or to within a few records.
 */
final class SamplingSchemes {
    /** What a target may let through in a second. */
    static final int MAXIMUM = 200;

    private SamplingSchemes() {}

    /** Thins records out that come evenly: the weights of those that are delivered, in order. */
    interface Scheme {
        List<Long> sample(int records, double perSecond, SplittableRandom random);
    }

    static Map<String, Scheme> honest() {
        var schemes = new LinkedHashMap<String, Scheme>();
        schemes.put("each by a chance of its own", (n, rate, random) -> byChance(n, random, i -> needed(rate)));
        schemes.put("a factor of 2 or 3 by chance, where 2.5 is needed", SamplingSchemes::dithered);
        schemes.put("every kth", (n, rate, random) -> everyKth(n, needed(rate)));
        schemes.put("one of each run, by chance", SamplingSchemes::oneOfEachRun);
        schemes.put("by the count of the second before", (n, rate, random) -> byWindow(n, rate, 1, random));
        schemes.put(
                "by the count of the tenth of a second before", (n, rate, random) -> byWindow(n, rate, 0.1, random));
        schemes.put(
                "five seconds late", (n, rate, random) -> byChance(n, random, i -> i < 5 * rate ? 1 : needed(rate)));
        schemes.put("powers of ten", (n, rate, random) -> byChance(n, random, i -> i < MAXIMUM ? 1 : 10));
        schemes.put("the emptier the bucket the rarer", SamplingSchemes::byBucket);
        schemes.put("what was left out is told by the next", SamplingSchemes::carried);
        schemes.put("doubling and halving", SamplingSchemes::doubling);
        schemes.put("so many of each tenth of a second", SamplingSchemes::quota);
        return schemes;
    }

    static long needed(double perSecond) {
        return (long) Math.ceil(perSecond / MAXIMUM);
    }

    private interface Factor {
        long of(int record);
    }

    private static List<Long> byChance(int records, SplittableRandom random, Factor factor) {
        var weights = new ArrayList<Long>();
        for (int i = 0; i < records; i++) {
            long k = factor.of(i);
            if (random.nextLong(k) == 0) {
                weights.add(k);
            }
        }
        return weights;
    }

    private static List<Long> dithered(int records, double perSecond, SplittableRandom random) {
        double wanted = perSecond / MAXIMUM;
        var weights = new ArrayList<Long>();
        for (int i = 0; i < records; i++) {
            if (random.nextDouble() * wanted < 1) {
                weights.add((long) Math.floor(wanted) + (random.nextDouble() < wanted % 1 ? 1 : 0));
            }
        }
        return weights;
    }

    private static List<Long> everyKth(int records, long k) {
        var weights = new ArrayList<Long>();
        for (int i = 1; i <= records; i++) {
            if (i % k == 0) {
                weights.add(k);
            }
        }
        return weights;
    }

    private static List<Long> oneOfEachRun(int records, double perSecond, SplittableRandom random) {
        var weights = new ArrayList<Long>();
        long k = needed(perSecond);
        for (int from = 0; from < records; from += (int) k) {
            if (from + random.nextLong(k) < records) {
                weights.add(k);
            }
        }
        return weights;
    }

    private static List<Long> byWindow(int records, double perSecond, double seconds, SplittableRandom random) {
        double window = perSecond * seconds;
        return byChance(records, random, i -> i < window ? 1 : needed(perSecond));
    }

    private static List<Long> byBucket(int records, double perSecond, SplittableRandom random) {
        var weights = new ArrayList<Long>();
        double tokens = MAXIMUM;
        for (int i = 0; i < records; i++) {
            tokens = Math.min(MAXIMUM, tokens + MAXIMUM / perSecond);
            long k = Math.max(1, (long) Math.ceil(MAXIMUM / Math.max(1, tokens)));
            if (random.nextLong(k) == 0) {
                weights.add(k);
                tokens -= 1;
            }
        }
        return weights;
    }

    private static List<Long> carried(int records, double perSecond, SplittableRandom random) {
        var weights = new ArrayList<Long>();
        double tokens = MAXIMUM / 10.0;
        long left = 0;
        for (int i = 0; i < records; i++) {
            tokens = Math.min(MAXIMUM / 10.0, tokens + MAXIMUM / perSecond);
            left++;
            if (tokens >= 1) {
                weights.add(left);
                left = 0;
                tokens -= 1;
            }
        }
        return weights;
    }

    private static List<Long> doubling(int records, double perSecond, SplittableRandom random) {
        var weights = new ArrayList<Long>();
        double tenth = perSecond / 10;
        long k = 1;
        int delivered = 0;
        int seen = 0;
        for (int i = 0; i < records; i++) {
            if (++seen > tenth) {
                k = delivered * 10 > MAXIMUM ? k * 2 : Math.max(1, delivered * 20 < MAXIMUM ? k / 2 : k);
                seen = 0;
                delivered = 0;
            }
            if (random.nextLong(k) == 0) {
                weights.add(k);
                delivered++;
            }
        }
        return weights;
    }

    private static List<Long> quota(int records, double perSecond, SplittableRandom random) {
        var weights = new ArrayList<Long>();
        int window = (int) (perSecond / 10);
        int quota = MAXIMUM / 10;
        for (int from = 0; from < records; from += window) {
            int there = Math.min(window, records - from);
            int chosen = Math.min(there, quota);
            for (int i = 0; i < chosen; i++) {
                weights.add((long) (there / chosen + (i < there % chosen ? 1 : 0)));
            }
        }
        return weights;
    }
}
