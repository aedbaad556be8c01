package org.instantlogs.suite.statistics;

import java.util.function.DoublePredicate;

/** Where a condition that holds on one side of a number only begins to hold. */
final class Boundary {
    private static final int HALVINGS = 60;

    private Boundary() {}

    /** The edge between `holds`, where the condition is true, and `fails`, on the side where it still holds. */
    static double between(double holds, double fails, DoublePredicate condition) {
        double inside = holds;
        double outside = fails;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = inside + (outside - inside) / 2;
            if (condition.test(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }
}
