package org.instantlogs.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what a target did wrong in one check: a headline, then a row for each thing worth knowing, keys aligned. The console
 * and the JUnit files say it in the same words.
 */
final class Violation {

    private static final int KEY_COLUMN = 8;
    private static final int LONGEST_VALUE = 2_000;
    private static final int MOST_DETAILS = 100;

    private Violation() {}

    /** Returns what went wrong, in one line without id and level. */
    static String headline(CheckResult check) {
        var headline = check.known()
                .flatMap(Known::stale)
                .or(check::reason)
                .or(() -> check.details().stream().findFirst().map(first -> andMore(first, check.details())))
                .or(() -> check.stackTrace().flatMap(stack -> stack.lines().findFirst()))
                .or(() -> check.actual().map(actual -> "not as expected: " + actual))
                .orElse(check.says());
        return shortened(Legible.inLine(headline.strip()));
    }

    private static String andMore(String first, List<String> all) {
        return all.size() == 1 ? first : first + " (and " + (all.size() - 1) + " more)";
    }

    /** Returns the line that opens the violation: id, level, what it is, headline. */
    static String opening(CheckResult check) {
        return Legible.inLine(check.id()) + "  " + check.level() + "  " + word(check) + ": " + headline(check);
    }

    /** Returns the rows below the opening line, indented. */
    static List<String> rows(CheckResult check) {
        var rows = new ArrayList<String>();
        row(rows, "rule", Optional.of(check.says()).filter(says -> !says.isBlank()));
        row(rows, "expected", check.expected());
        row(rows, "actual", check.actual());
        row(rows, "observed", check.observed());
        details(rows, check.details());
        row(rows, "known", check.known().map(known -> known.entry().told()));
        row(
                rows,
                "how",
                Fingerprint.of(check).filter(fingerprint -> check.known().isPresent()));
        row(rows, "source", Optional.of(check.source()).filter(source -> !source.isBlank()));
        row(rows, "exchange", check.exchange());
        row(rows, "replay", check.replay());
        return List.copyOf(rows);
    }

    static String text(CheckResult check) {
        return opening(check) + "\n" + String.join("\n", rows(check)) + "\n";
    }

    /** Returns the lines of the suite's own fault; none where there is none. */
    static List<String> stack(CheckResult check) {
        return check.stackTrace()
                .map(stack -> Legible.lines(stack.replace("\t", "    ")))
                .orElse(List.of());
    }

    private static String word(CheckResult check) {
        return switch (check.verdict()) {
            case STALE -> "stale";
            case KNOWN -> "violated as known";
            case WARN -> check.level().equals("MUST") ? "violated, let pass with a warning" : "violated";
            case FAIL -> "violated";
            default -> check.verdict().label();
        };
    }

    private static void row(List<String> rows, String key, Optional<String> value) {
        value.ifPresent(text -> {
            var lines = Legible.lines(text);
            var first = lines.isEmpty() ? "\"\"" : lines.get(0);
            rows.add("  " + padded(key) + "  " + shortened(first));
            lines.stream().skip(1).limit(MOST_DETAILS).forEach(line -> rows.add(continued(line)));
            sayHowManyMore(rows, lines.size() - 1);
        });
    }

    private static void details(List<String> rows, List<String> details) {
        var lines = details.stream()
                .flatMap(detail -> Legible.lines(detail).stream())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        rows.add("  " + padded("details") + "  " + shortened(lines.get(0)));
        lines.stream().skip(1).limit(MOST_DETAILS).forEach(line -> rows.add(continued(line)));
        sayHowManyMore(rows, lines.size() - 1);
    }

    private static void sayHowManyMore(List<String> rows, int lines) {
        if (lines > MOST_DETAILS) {
            rows.add(continued("… and " + (lines - MOST_DETAILS) + " lines more in report.json"));
        }
    }

    private static String continued(String line) {
        return "  " + padded("") + "  " + shortened(line);
    }

    private static String padded(String key) {
        return key + " ".repeat(Math.max(0, KEY_COLUMN - key.length()));
    }

    private static String shortened(String line) {
        if (line.length() <= LONGEST_VALUE) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return line.substring(0, end) + "… (" + (line.length() - end) + " characters more in report.json)";
    }
}
