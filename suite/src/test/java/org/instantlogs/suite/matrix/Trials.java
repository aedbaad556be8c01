package org.instantlogs.suite.matrix;

import java.util.List;

/** Tries the suite with the targets of one name, a glob, and says everything: to be run from an IDE while a fault is being written. */
final class Trials {
    private Trials() {}

    /**
     * Tries the targets that are named.
     *
     * @param arguments the glob; then {@code all} to judge by every check, or {@code record} to write down what finds each fault
     */
    public static void main(String... arguments) throws Exception {
        var names = arguments.length == 0 ? "*" : arguments[0];
        var options = List.of(arguments);
        var matrix = Matrix.of(names, options.contains("all") ? Thoroughness.EVERYTHING : Thoroughness.RULES);
        for (TrialResult result : matrix.results()) {
            System.out.println(Totals.line(result));
            result.kills().forEach((what, by) -> System.out.println("  found     " + what + " by " + by));
            result.survived().forEach(one -> System.out.println("  SURVIVED  " + one));
            result.astray().forEach(one -> System.out.println("  ASTRAY    " + one));
            result.unjudged().forEach(one -> System.out.println("  unjudged  " + one));
        }
        if (options.contains("record")) {
            KillRecord.write(matrix);
            System.out.println("dispensable case classes " + matrix.dispensableClasses());
            System.out.println("unproven rules " + matrix.unprovenRules());
        }
        System.out.println(Totals.of(matrix).sentence());
    }
}
