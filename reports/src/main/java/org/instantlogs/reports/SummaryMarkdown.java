package org.instantlogs.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code summary.md}: what a reviewer of a pull request wants to know, in GitHub's Markdown. What a target may have a say in
 * stands in code spans, where neither markup nor a mention comes to life.
 */
public final class SummaryMarkdown {

    private static final List<Verdict> LISTED =
            List.of(Verdict.FAIL, Verdict.STALE, Verdict.ERROR, Verdict.INCONCLUSIVE, Verdict.WARN, Verdict.KNOWN);

    /** More are in report.html; GitHub takes a mebibyte. */
    private static final int MOST_LISTED = 50;

    private static final int LONGEST_VALUE = 300;
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");

    private SummaryMarkdown() {}

    /** Returns the text, which ends in a newline. */
    public static String text(Report report) {
        var lines = new ArrayList<String>();
        lines.add("## Instant Logs conformance: " + OutcomeText.word(report.outcome()));
        lines.add("");
        lines.add(code(report.target().name()) + ", edition "
                + plain(report.suite().edition()) + ": " + report.judged()
                + " of " + report.checks().size() + " checks judged"
                + (report.partial() ? ", **partial**: some were left out by choice" : "") + ".");
        report.trouble().ifPresent(trouble -> paragraph(lines, "**Trouble:** " + code(trouble)));
        report.target().notices().forEach(notice -> paragraph(lines, "**Notice:** " + code(notice)));
        lines.add("");
        lines.addAll(counts(report));
        LISTED.forEach(verdict -> list(lines, report, verdict));
        return String.join("\n", lines) + "\n";
    }

    private static void paragraph(List<String> lines, String text) {
        lines.add("");
        lines.add(text);
    }

    private static List<String> counts(Report report) {
        var occurring = Stream.of(Verdict.values())
                .filter(verdict -> !report.with(verdict).isEmpty())
                .toList();
        var rows = new ArrayList<String>();
        rows.add(row("", occurring.stream().map(SummaryMarkdown::words)));
        rows.add(row("---", occurring.stream().map(verdict -> "--:")));
        report.counts()
                .forEach((level, counts) -> rows.add(row(
                        level, occurring.stream().map(verdict -> Integer.toString(counts.getOrDefault(verdict, 0))))));
        return rows;
    }

    private static String row(String head, Stream<String> cells) {
        return Stream.concat(Stream.of(head), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static void list(List<String> lines, Report report, Verdict verdict) {
        var checks = report.with(verdict);
        if (checks.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("### " + words(verdict) + ": " + checks.size());
        lines.add("");
        checks.stream().limit(MOST_LISTED).forEach(check -> {
            lines.add("- " + code(check.id()) + " " + check.level()
                    + (check.says().isBlank() ? "" : ": " + plain(check.says())));
            value(lines, "expected", check.expected());
            value(lines, "actual", check.actual());
            value(lines, "reason", check.reason());
            value(lines, "known", check.known().map(known -> known.entry().told()));
            value(lines, "stale", check.known().flatMap(Known::stale));
            value(lines, "again", check.replay());
        });
        if (checks.size() > MOST_LISTED) {
            lines.add("- and " + (checks.size() - MOST_LISTED) + " more in report.html");
        }
    }

    private static void value(List<String> lines, String name, Optional<String> value) {
        value.ifPresent(text -> lines.add("  - " + name + " " + code(text)));
    }

    private static String words(Verdict verdict) {
        return verdict.label().replace('-', ' ');
    }

    /** Returns a code span with this text: its fence is longer than any run of backticks inside. */
    private static String code(String text) {
        var line = shortened(Legible.inLine(text));
        var longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        var fence = "`".repeat(longest + 1);
        // a blank at both ends is taken away by the reader: needed at a backtick, harmless elsewhere
        return fence + " " + (line.isBlank() ? "-" : line) + " " + fence;
    }

    private static String shortened(String line) {
        if (line.length() <= LONGEST_VALUE) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return line.substring(0, end) + "…";
    }

    /** Returns the suite's own words with nothing in them that Markdown or a mention would act on. */
    private static String plain(String text) {
        return PUNCTUATION
                .matcher(shortened(Legible.inLine(text)))
                .replaceAll(found -> found.group().equals("@")
                        ? "&#64;&#8203;"
                        : java.util.regex.Matcher.quoteReplacement("\\" + found.group()));
    }
}
