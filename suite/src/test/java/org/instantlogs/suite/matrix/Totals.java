package org.instantlogs.suite.matrix;

import static java.util.stream.Collectors.joining;

import java.util.Locale;

/** A matrix in numbers. */
record Totals(int faults, int killed, int rightlyAttributed, int personalities, int falseAlarms, int unprovenRules) {

    static Totals of(Matrix matrix) {
        return new Totals(
                matrix.faults().size(),
                count(matrix.faults().stream()
                        .filter(one -> one.survived().isEmpty())
                        .count()),
                count(matrix.faults().stream().filter(TrialResult::isRight).count()),
                matrix.personalities().size(),
                matrix.personalities().stream()
                        .mapToInt(one -> one.astray().size())
                        .sum(),
                matrix.unprovenRules().size());
    }

    String sentence() {
        return "%d faults: %d killed, %d rightly attributed; %d personalities: %d false alarms; %d unproven rules"
                .formatted(faults, killed, rightlyAttributed, personalities, falseAlarms, unprovenRules);
    }

    String forReadme() {
        return """
                | faults | killed | rightly attributed | conforming personalities | false alarms | unproven rules |
                |---|---|---|---|---|---|
                | %d | %d | %d | %d | %d | %d |
                """.formatted(faults, killed, rightlyAttributed, personalities, falseAlarms, unprovenRules);
    }

    /** One target's line of the matrix, for people. */
    static String line(TrialResult result) {
        var kills = result.kills().entrySet().stream()
                .map(kill -> kill.getKey() + " x" + kill.getValue().size())
                .collect(joining(", "));
        return String.format(
                Locale.ROOT,
                "%-4s %-48s %5.1f s  %s",
                result.isRight() ? "ok" : "BAD",
                result.trial().name(),
                result.nanos() / 1e9,
                kills);
    }

    private static int count(long number) {
        return Math.toIntExact(number);
    }
}
