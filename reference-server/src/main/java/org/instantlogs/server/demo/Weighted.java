package org.instantlogs.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Values of which some come up more often than others. */
final class Weighted<T> {
    private final List<T> values;
    private final List<Double> upTo = new ArrayList<>();

    private Weighted(List<T> values, IntToDoubleFunction weight) {
        this.values = List.copyOf(values);
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += weight.applyAsDouble(i);
            upTo.add(sum);
        }
    }

    /** The n-th value comes up 1/n times as often as the first. */
    static <T> Weighted<T> zipf(List<T> values) {
        return new Weighted<>(values, rank -> 1.0 / (rank + 1));
    }

    /** One value in proportion to its weight. */
    T pick(SplittableRandom random) {
        double point = random.nextDouble() * upTo.get(upTo.size() - 1);
        int i = 0;
        while (upTo.get(i) <= point) {
            i++;
        }
        return values.get(i);
    }
}
