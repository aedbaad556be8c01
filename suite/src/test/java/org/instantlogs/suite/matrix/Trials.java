package org.instantlogs.suite.matrix;

import java.util.List;

/** Tries the suite with the targets of one name, a glob, and says everything: to be run from an IDE while a fault is being written. */
final class Trials {
    private Trials() {}

    /**
     * Tries the targets that are named.
     *
     * @param arguments the glob; then {@code all} to judge by every check, {@code record} to write down what finds each fault,
     *     {@code recorded} to judge by that, {@code representatives} to do so with those that stand for all
     */
    public static void main(String... arguments) throws Exception {
        var names = arguments.length == 0 ? "*" : arguments[0];
        var options = List.of(arguments);
        var matrix = options.contains("representatives")
                ? Matrix.ofRepresentatives()
                : Matrix.of(names, thoroughness(options));
        for (TrialResult result : matrix.results()) {
            System.out.println(Totals.line(result));
            result.kills().forEach((what, by) -> System.out.println("  found     " + what + " by " + by));
            result.survived().forEach(one -> System.out.println("  SURVIVED  " + one));
            result.astray().forEach(one -> System.out.println("  ASTRAY    " + one));
            result.unjudged().forEach(one -> System.out.println("  unjudged  " + one));
        }
        if (names.equals("*")) {
            System.out.println("dispensable case classes " + matrix.dispensableClasses());
            System.out.println("unproven rules " + matrix.unprovenRules());
        }
        if (options.contains("record")) {
            KillRecord.write(matrix);
            KillRecord.forget(Matrix.of(names, Thoroughness.RECORDED));
        }
        System.out.println(Totals.of(matrix).sentence());
    }

    private static Thoroughness thoroughness(List<String> options) {
        if (options.contains("all")) {
            return Thoroughness.EVERYTHING;
        }
        return options.contains("recorded") ? Thoroughness.RECORDED : Thoroughness.RULES;
    }
}
