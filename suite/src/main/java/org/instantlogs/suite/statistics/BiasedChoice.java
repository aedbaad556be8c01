package org.instantlogs.suite.statistics;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** How a group's part is distributed when the choice favours it by some odds: Fisher's noncentral hypergeometric. */
final class BiasedChoice {
    /** Odds of e to this power leave nothing to chance. */
    private static final double EXTREME_LOG_ODDS = 60;

    private final int size;
    private final int lowest;
    private final double[] logWeights;
    private final Tails tails;

    BiasedChoice(HypergeometricDistribution fair, Tails tails, int size) {
        this.size = size;
        this.lowest = fair.getSupportLowerBound();
        this.logWeights = new double[fair.getSupportUpperBound() - lowest + 1];
        for (int i = 0; i < logWeights.length; i++) {
            logWeights[i] = fair.logProbability(lowest + i);
        }
        this.tails = tails;
    }

    /** The greatest share below the fair one that gets a p-value of the threshold or less with that power. */
    OptionalDouble detectableBelow(double threshold, double power) {
        return detectable(-EXTREME_LOG_ODDS, threshold, power);
    }

    /** The least share above the fair one that gets a p-value of the threshold or less with that power. */
    OptionalDouble detectableAbove(double threshold, double power) {
        return detectable(EXTREME_LOG_ODDS, threshold, power);
    }

    private OptionalDouble detectable(double extreme, double threshold, double power) {
        IntPredicate found = value -> tails.pValue(value) <= threshold;
        if (probability(extreme, found) < power) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(share(Boundary.between(extreme, 0, odds -> probability(odds, found) >= power)));
    }

    private double probability(double logOdds, IntPredicate condition) {
        double[] weights = weights(logOdds);
        double all = 0;
        double meant = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            if (condition.test(lowest + i)) {
                meant += weights[i];
            }
        }
        return meant / all;
    }

    private double share(double logOdds) {
        double[] weights = weights(logOdds);
        double all = 0;
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            mean += weights[i] * (lowest + i);
        }
        return mean / all / size;
    }

    private double[] weights(double logOdds) {
        double greatest = Double.NEGATIVE_INFINITY;
        double[] weights = new double[logWeights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = logWeights[i] + logOdds * i;
            greatest = Math.max(greatest, weights[i]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(weights[i] - greatest);
        }
        return weights;
    }
}
