package org.instantlogs.suite.statistics;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.DiscreteDistribution;

/** The two-sided p-values of a discrete distribution of bounded support, each twice the smaller tail. */
final class Tails {
    private final int lowest;
    private final double[] pValues;
    private final double[] probabilities;

    private Tails(int lowest, double[] pValues, double[] probabilities) {
        this.lowest = lowest;
        this.pValues = pValues;
        this.probabilities = probabilities;
    }

    /** The tails of a distribution; takes time and memory in proportion to its support. */
    static Tails of(DiscreteDistribution distribution) {
        int lowest = distribution.getSupportLowerBound();
        int highest = distribution.getSupportUpperBound();
        double[] probabilities = IntStream.rangeClosed(lowest, highest)
                .mapToDouble(distribution::probability)
                .toArray();
        double[] pValues = new double[probabilities.length];
        // Summed from either end, so that small tails keep their precision.
        double sum = 0;
        for (int i = 0; i < pValues.length; i++) {
            sum += probabilities[i];
            pValues[i] = sum;
        }
        sum = 0;
        for (int i = pValues.length - 1; i >= 0; i--) {
            sum += probabilities[i];
            pValues[i] = Math.min(1, 2 * Math.min(pValues[i], sum));
        }
        return new Tails(lowest, pValues, probabilities);
    }

    double pValue(int value) {
        return pValues[value - lowest];
    }

    DoubleStream pValues() {
        return DoubleStream.of(pValues);
    }

    /** How probable a p-value of that size or less is. */
    double probabilityOfAtMost(double p) {
        double sum = 0;
        for (int i = 0; i < pValues.length; i++) {
            if (pValues[i] <= p) {
                sum += probabilities[i];
            }
        }
        return sum;
    }
}
