package org.instantlogs.suite.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a {@link HomogeneityTest} accepts, without the rest of its judgement and so fast enough for thousands of runs. */
public final class Homogeneity {
    private record Given(Spread spread, double threshold) {}

    private final List<Integer> sizes;
    private final double alpha;
    private final Map<Integer, Given> byTotal = new HashMap<>();

    public Homogeneity(List<Integer> sizes, double alpha) {
        this.sizes = sizes;
        this.alpha = alpha;
    }

    /** The same as {@code new HomogeneityTest(sizes).judge(chosen, alpha, power).accepted()}; from one thread at a time. */
    public synchronized boolean accepts(List<Integer> chosen) {
        var given = byTotal.computeIfAbsent(
                chosen.stream().mapToInt(Integer::intValue).sum(), total -> {
                    var spread = new Spread(sizes, total);
                    return new Given(spread, spread.threshold(alpha));
                });
        return given.spread().smallest(chosen) > given.threshold();
    }
}
