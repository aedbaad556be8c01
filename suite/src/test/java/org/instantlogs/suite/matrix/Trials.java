package org.instantlogs.suite.matrix;

import java.util.List;

/** Tries the suite with the targets of one name, a glob, and says everything: to be run from an IDE while a fault is being written. */
final class Trials {
    private Trials() {}

    /**
     * Tries the targets that are named.
     *
     * @param arguments the glob; then {@code all} to judge by every check
     */
    public static void main(String... arguments) throws Exception {
        var names = arguments.length == 0 ? "*" : arguments[0];
        var matrix = Matrix.of(names, List.of(arguments).contains("all"));
        for (TrialResult result : matrix.results()) {
            System.out.println(Totals.line(result));
            result.kills().forEach((what, by) -> System.out.println("  found     " + what + " by " + by));
            result.survived().forEach(one -> System.out.println("  SURVIVED  " + one));
            result.astray().forEach(one -> System.out.println("  ASTRAY    " + one));
            result.unjudged().forEach(one -> System.out.println("  unjudged  " + one));
        }
        System.out.println(Totals.of(matrix).sentence());
    }
}
