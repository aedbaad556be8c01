package org.instantlogs.suite.matrix;

import java.util.List;
import org.instantlogs.fixtures.TrialTarget;

/**
 * Tries the suite with the targets of some names, globs with commas between, and says everything: to be run from an IDE while a fault is
 * being written.
 */
final class Trials {
    private Trials() {}

    /**
     * Tries the targets that are named.
     *
     * @param arguments the globs; then {@code all} to judge by every check, {@code record} to write down what finds each fault,
     *     {@code recorded} to judge by that, {@code representatives} to do so with those that stand for all, {@code words} to see
     *     how the suite words what it finds, by the checks that follow or all
     */
    public static void main(String... arguments) throws Exception {
        var names = arguments.length == 0 ? "*" : arguments[0];
        var options = List.of(arguments);
        if (options.contains("words")) {
            say(names, options.subList(options.indexOf("words") + 1, options.size()));
            return;
        }
        var matrix = options.contains("representatives")
                ? Matrix.ofRepresentatives(Trials::tell)
                : Matrix.of(names, thoroughness(options), Trials::tell);
        if (names.equals("*")) {
            System.out.println("dispensable case classes " + matrix.dispensableClasses());
            System.out.println("unproven rules " + matrix.unprovenRules());
        }
        if (options.contains("record")) {
            KillRecord.write(matrix);
            KillRecord.forget(Matrix.of(names, Thoroughness.RECORDED, Trials::tell));
        }
        System.out.println(Totals.of(matrix).sentence());
    }

    private static void tell(TrialResult result) {
        System.out.println(Totals.line(result));
        result.kills().forEach((what, by) -> System.out.println("  found     " + what + " by " + by));
        result.survived().forEach(one -> System.out.println("  SURVIVED  " + one));
        result.astray().forEach(one -> System.out.println("  ASTRAY    " + one));
        result.unjudged().forEach(one -> System.out.println("  unjudged  " + one));
    }

    private static void say(String names, List<String> checks) throws InterruptedException {
        var places = Places.ofTheSuite();
        for (TrialTarget trial : Matrix.trials()) {
            if (Globs.matches(names, trial.name())) {
                Heard.of(trial, checks, places)
                        .examples(trial.name())
                        .forEach(example -> System.out.println(example.text()));
            }
        }
    }

    private static Thoroughness thoroughness(List<String> options) {
        if (options.contains("all")) {
            return Thoroughness.EVERYTHING;
        }
        return options.contains("recorded") ? Thoroughness.RECORDED : Thoroughness.RULES;
    }
}
