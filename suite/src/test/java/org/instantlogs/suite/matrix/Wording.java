package org.instantlogs.suite.matrix;

import java.util.List;

/**
 * What is said at a place where a deviation gets its words, by an example.
 *
 * @param place as {@link Places} names it
 * @param fault the trial target it is said of
 * @param check by which check
 * @param lines {@code expected  …}, {@code actual  …} and the details, with {@code #} and {@code {…}} for what differs from run to run;
 *     empty where nobody has looked yet
 */
record Wording(String place, String fault, String check, List<String> lines) {
    Wording {
        lines = List.copyOf(lines);
    }

    Wording with(List<String> others) {
        return new Wording(place, fault, check, others);
    }

    /** The paragraph of it. */
    String text() {
        var text = new StringBuilder(place + "\n  fault     " + fault + "\n  check     " + check + "\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    static Wording read(String paragraph) {
        var lines = paragraph.strip().lines().map(String::strip).toList();
        if (lines.size() < 3
                || !lines.get(1).startsWith("fault ")
                || !lines.get(2).startsWith("check ")) {
            throw new IllegalArgumentException("`" + paragraph + "` is no wording; give a place, a fault and a check");
        }
        return new Wording(lines.get(0), value(lines.get(1)), value(lines.get(2)), lines.subList(3, lines.size()));
    }

    private static String value(String line) {
        return line.substring(line.indexOf(' ')).strip();
    }
}
