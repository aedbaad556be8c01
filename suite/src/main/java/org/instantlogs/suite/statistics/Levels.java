package org.instantlogs.suite.statistics;

/** The checks of what the tests are asked for. */
final class Levels {
    private Levels() {}

    static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("`" + name + "` is " + value + "; a probability is from 0 to 1");
        }
        return value;
    }

    static double open(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("`" + name + "` is " + value + "; give a number between 0 and 1");
        }
        return value;
    }
}
