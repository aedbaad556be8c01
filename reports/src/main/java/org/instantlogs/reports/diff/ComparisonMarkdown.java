package org.instantlogs.reports.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.instantlogs.reports.Legible;

/** The comparison for a pull request: what differs, check by check; what is the same is not told. */
public final class ComparisonMarkdown {

    /** A comment has its limits; the page has all of it. */
    private static final int MOST_ROWS = 100;

    private static final int LONGEST_TEXT = 300;

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private static final Map<Change, String> HEADINGS = Map.of(
            Change.WORSE, "Worse than the base",
            Change.BETTER, "Better than the base",
            Change.OTHERWISE, "Otherwise than the base",
            Change.UNJUDGED, "Not judged everywhere");

    private ComparisonMarkdown() {}

    /** Returns the text, which ends in a newline. */
    public static String text(Comparison comparison) {
        var lines = new ArrayList<String>();
        lines.add("# Comparison of " + comparison.sides().size() + " reports");
        lines.add("");
        lines.add("**Outcome:** " + code(comparison.outcome()));
        lines.add("");
        sides(lines, comparison);
        comparison.remarks().forEach(remark -> lines.add("- " + code(remark)));
        for (var change : List.of(Change.WORSE, Change.BETTER, Change.OTHERWISE)) {
            rows(lines, comparison, change);
        }
        unjudged(lines, comparison);
        return String.join("\n", lines) + "\n";
    }

    private static void sides(List<String> lines, Comparison comparison) {
        lines.add("| | report | edition | started | outcome |");
        lines.add("|---|---|---|---|---|");
        var place = 1;
        for (var side : comparison.sides()) {
            lines.add("| " + (place == 1 ? "1 (base)" : place) + " | " + cell(side.name()) + " | "
                    + cell(side.report().suite().edition()) + " | "
                    + side.report().started() + " | "
                    + side.report().outcome().label()
                    + (side.report().partial() ? ", partial" : "") + " |");
            place++;
        }
        lines.add("");
    }

    private static void rows(List<String> lines, Comparison comparison, Change change) {
        var rows = comparison.with(change);
        heading(lines, change, rows.size());
        for (var row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            lines.add("- " + code(row.first().id()) + " " + row.first().level());
            for (var i = 0; i < row.values().size(); i++) {
                lines.add("  - " + places(row, i) + ": " + said(row.values().get(i)));
            }
        }
        more(lines, rows.size());
    }

    private static void unjudged(List<String> lines, Comparison comparison) {
        var rows = comparison.with(Change.UNJUDGED);
        heading(lines, Change.UNJUDGED, rows.size());
        for (var row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            lines.add("- " + code(row.first().id()) + ": "
                    + row.values().stream()
                            .map(value -> value.verdict().label())
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + (row.cells().contains(Row.ABSENT) ? ", absent" : ""));
        }
        more(lines, rows.size());
    }

    private static void heading(List<String> lines, Change change, int rows) {
        if (rows > 0) {
            lines.add("");
            lines.add("## " + HEADINGS.get(change) + " (" + rows + ")");
            lines.add("");
        }
    }

    private static void more(List<String> lines, int rows) {
        if (rows > MOST_ROWS) {
            lines.add("- … and " + (rows - MOST_ROWS) + " more in comparison.html");
        }
    }

    private static String said(Value value) {
        var text = value.text().length() <= LONGEST_TEXT
                ? value.text()
                : value.text().substring(0, LONGEST_TEXT) + "…";
        return value.verdict().label()
                + (text.isEmpty() ? "" : ", " + code(text))
                + value.expected()
                        .map(expected -> ", expected " + code(expected))
                        .orElse("")
                + value.known().map(known -> " (known: " + code(known) + ")").orElse("");
    }

    private static String places(Row row, int value) {
        return row.sidesWith(value).stream()
                .map(side -> Integer.toString(side + 1))
                .collect(Collectors.joining(", "));
    }

    // Between fences longer than any within it nothing is markup; the blanks are taken away by the reader.
    private static String code(String text) {
        var line = Legible.inLine(text.isBlank() ? "-" : text);
        var longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        var fence = "`".repeat(longest + 1);
        return fence + " " + line + " " + fence;
    }

    private static String cell(String text) {
        return code(text).replace("|", "\\|");
    }
}
