package org.instantlogs.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table at the end of a run: a row for each area, a column for each level and verdict. The counts of a row add up to the
 * area's checks: what occurs has a column, even where it should not occur.
 */
final class AreaTable {

    private static final Set<Verdict> OF_NO_LEVEL = Set.of(
            Verdict.NOT_TESTED, Verdict.INCONCLUSIVE, Verdict.ERROR, Verdict.KNOWN, Verdict.STALE, Verdict.DESELECTED);

    private AreaTable() {}

    /**
     * @param always whether it is there with nothing but zeros, too
     */
    private record Column(String level, String verdict, boolean always, Predicate<CheckResult> holds) {

        static Column of(String level, Verdict verdict, boolean always) {
            return new Column(
                    level, verdict.label(), always, check -> check.level().equals(level) && check.verdict() == verdict);
        }

        static Column of(Verdict verdict, boolean always) {
            return new Column("", verdict.label().replace('-', ' '), always, check -> check.verdict() == verdict);
        }

        long count(List<CheckResult> checks) {
            return checks.stream().filter(holds).count();
        }
    }

    private static final List<Column> COLUMNS = columns();

    private static List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (var level : CheckResult.LEVELS) {
            Stream.of(Verdict.PASS, Verdict.FAIL, Verdict.WARN, Verdict.NOTE)
                    .map(verdict -> Column.of(level, verdict, isExpected(level, verdict)))
                    .forEach(columns::add);
        }
        Stream.of(Verdict.values())
                .filter(OF_NO_LEVEL::contains)
                .map(verdict -> Column.of(
                        verdict,
                        verdict == Verdict.NOT_TESTED || verdict == Verdict.INCONCLUSIVE || verdict == Verdict.ERROR))
                .forEach(columns::add);
        return List.copyOf(columns);
    }

    private static boolean isExpected(String level, Verdict verdict) {
        return switch (level) {
            case "MUST" -> verdict == Verdict.PASS || verdict == Verdict.FAIL;
            case "SHOULD" -> verdict == Verdict.PASS || verdict == Verdict.WARN;
            default -> verdict == Verdict.NOTE;
        };
    }

    /** Returns the table's lines: two of headings, one for each area, one for all. */
    static List<String> lines(List<CheckResult> checks) {
        var columns = COLUMNS.stream()
                .filter(column -> column.always() || column.count(checks) > 0)
                .toList();
        var rows = new ArrayList<List<String>>();
        rows.add(levels(columns));
        rows.add(headings(columns));
        for (var area : new TreeSet<>(checks.stream().map(CheckResult::area).toList())) {
            rows.add(row(
                    Legible.inLine(area),
                    columns,
                    checks.stream().filter(check -> check.area().equals(area)).toList()));
        }
        rows.add(row("all", columns, checks));
        return aligned(rows);
    }

    // A level is named above the first of its columns only.
    private static List<String> levels(List<Column> columns) {
        var cells = new ArrayList<>(List.of("", ""));
        for (var i = 0; i < columns.size(); i++) {
            var level = columns.get(i).level();
            cells.add(i > 0 && columns.get(i - 1).level().equals(level) ? "" : level);
        }
        cells.add("");
        return cells;
    }

    private static List<String> headings(List<Column> columns) {
        return Stream.of(Stream.of("area", "checks"), columns.stream().map(Column::verdict), Stream.of("time"))
                .flatMap(cells -> cells)
                .toList();
    }

    private static List<String> row(String name, List<Column> columns, List<CheckResult> checks) {
        var time = checks.stream().map(CheckResult::duration).reduce(Duration.ZERO, Duration::plus);
        return Stream.of(
                        Stream.of(name, Integer.toString(checks.size())),
                        columns.stream().map(column -> Long.toString(column.count(checks))),
                        Stream.of(String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0)))
                .flatMap(cells -> cells)
                .toList();
    }

    private static List<String> aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toList();
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    private static String aligned(List<String> row, List<Integer> widths) {
        var line = new StringBuilder();
        for (var i = 0; i < row.size(); i++) {
            var gap = " ".repeat(widths.get(i) - row.get(i).length());
            line.append(i == 0 ? "" : "  ").append(i == 0 ? row.get(i) + gap : gap + row.get(i));
        }
        return line.toString().stripTrailing();
    }
}
