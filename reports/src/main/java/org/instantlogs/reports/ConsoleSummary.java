package org.instantlogs.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the console says at the end of a run: the table by area and level, what was not tested and why, what came to no
 * judgement, every violation, the worst nearest to the end; and last how the run ended and where the report is.
 */
public final class ConsoleSummary {

    private static final List<Verdict> UNJUDGED = List.of(Verdict.ERROR, Verdict.INCONCLUSIVE);
    private static final int STACK_LINES = 12;

    private ConsoleSummary() {}

    /**
     * Returns the text, which ends in a newline.
     *
     * @param where the path of the report for people, as the reader would type it
     */
    public static String text(Report report, String where, Terminal terminal) {
        var lines = new ArrayList<String>();
        lines.addAll(AreaTable.lines(report.checks()));
        lines.add("");
        notTested(lines, report);
        unjudged(lines, report, terminal);
        violations(lines, report, terminal);
        report.unmatched()
                .forEach(entry -> lines.add(terminal.red("stale  " + Legible.inLine(entry.check())
                        + " is listed as known and matches no check: " + Legible.inLine(entry.told()))));
        report.target().notices().forEach(notice -> lines.add(terminal.red(Legible.inLine(notice))));
        lines.add(speed(report));
        lines.add(verdict(report, terminal));
        lines.add("report: " + Legible.inLine(where));
        return String.join("\n", lines) + "\n";
    }

    private static void violations(List<String> lines, Report report, Terminal terminal) {
        for (var verdict : List.of(Verdict.KNOWN, Verdict.WARN, Verdict.STALE, Verdict.FAIL)) {
            for (var check : report.with(verdict)) {
                var opening = Violation.opening(check);
                lines.add(verdict.isRed(report.strict()) ? terminal.red(opening) : terminal.yellow(opening));
                lines.addAll(Violation.rows(check));
                lines.add("");
            }
        }
    }

    private static void unjudged(List<String> lines, Report report, Terminal terminal) {
        for (var verdict : UNJUDGED) {
            for (var check : report.with(verdict)) {
                lines.add(terminal.yellow(Violation.opening(check)));
                lines.addAll(Violation.rows(check));
                Violation.stack(check).stream().limit(STACK_LINES).forEach(line -> lines.add("    " + line));
                lines.add("");
            }
        }
    }

    private static void notTested(List<String> lines, Report report) {
        Map<String, Long> reasons = report.with(Verdict.NOT_TESTED).stream()
                .collect(Collectors.groupingBy(
                        check -> check.reason().orElse("no reason given"), TreeMap::new, Collectors.counting()));
        if (reasons.isEmpty()) {
            return;
        }
        lines.add("not tested");
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> lines.add(
                        String.format(Locale.ROOT, "%6d  %s", reason.getValue(), Legible.inLine(reason.getKey()))));
        lines.add("");
    }

    private static String speed(Report report) {
        var speed = report.speed();
        return String.format(
                Locale.ROOT,
                "%d checks judged in %.1f s (%.0f a second, %s)%s",
                report.judged(),
                report.duration().toMillis() / 1_000.0,
                report.checksPerSecond(),
                speed.zones() == 1 ? "1 zone" : speed.zones() + " zones",
                speed.throttled() == 0 ? "" : ", " + speed.throttled() + " answers 429 waited out");
    }

    private static String verdict(Report report, Terminal terminal) {
        var line = OutcomeText.of(report);
        return switch (report.outcome()) {
            case CONFORMANT -> terminal.bold(terminal.green(line));
            case NOT_CONFORMANT, ERROR -> terminal.bold(terminal.red(line));
            case INCOMPLETE -> terminal.bold(terminal.yellow(line));
        };
    }
}
