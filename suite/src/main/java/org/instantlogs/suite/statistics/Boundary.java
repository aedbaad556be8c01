package org.instantlogs.suite.statistics;

import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

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

    /** The least number of the range for which a condition holds that holds for all greater ones; `to` + 1 where it never does. */
    static int least(int from, int to, IntPredicate condition) {
        int low = from;
        int high = to + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The greatest number of the range for which a condition holds that holds for all lesser ones; `from` - 1 where it never does. */
    static int greatest(int from, int to, IntPredicate condition) {
        return least(from, to, condition.negate()) - 1;
    }
}
