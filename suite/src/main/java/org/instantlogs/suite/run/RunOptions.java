package org.instantlogs.suite.run;

import org.instantlogs.suite.check.Chance;

/**
 * How a run is to go.
 *
 * @param selection which checks are judged
 * @param chance what the run draws at random
 * @param workers how many cases run side by side at most, 1 or more; never more than there are zones
 * @param strict whether the violation of a SHOULD makes the target not conformant
 * @param patient whether real limits, however long, are waited out
 */
public record RunOptions(Selection selection, Chance chance, int workers, boolean strict, boolean patient) {
    public RunOptions {
        if (workers < 1) {
            throw new IllegalArgumentException("`zones` is " + workers + "; give 1 or more");
        }
    }
}
