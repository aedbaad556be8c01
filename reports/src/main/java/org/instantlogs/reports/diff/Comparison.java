package org.instantlogs.reports.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Legible;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportJson;

/**
 * Reports held against each other, check by check; the first is the base. Behaviour is compared: verdicts without the list of
 * known deviations, the way of a violation, and the observed value of a note. Nothing is concluded from totals.
 *
 * @param remarks what a reader has to know before trusting the comparison: different editions, partial runs and the like
 * @param rows those that differ first, then by id
 */
public record Comparison(List<Side> sides, List<String> remarks, List<Row> rows) {

    /** How many reports can be compared at once. */
    public static final int MOST = 50;

    /** How many rows of a kind a console shows. */
    private static final int SHOWN = 20;

    private static final String REPORT = "report.json";

    public Comparison {
        sides = List.copyOf(sides);
        remarks = List.copyOf(remarks);
        rows = List.copyOf(rows);
    }

    /**
     * Reads reports and compares them.
     *
     * @param files two to fifty; report.json files, or the folders that hold them
     * @throws IllegalArgumentException where there are fewer or more
     * @throws IOException where one is no report; the message names the file and the way out
     */
    public static Comparison read(List<Path> files) throws IOException {
        if (files.size() < 2 || files.size() > MOST) {
            throw new IllegalArgumentException(
                    "there " + (files.size() == 1 ? "is 1 report" : "are " + files.size() + " reports")
                            + " to compare; give two to " + MOST);
        }
        var sides = new ArrayList<Side>();
        for (var given : files) {
            var file = Files.isDirectory(given) ? given.resolve(REPORT) : given;
            sides.add(new Side("", file, ReportJson.read(file)));
        }
        return of(named(sides));
    }

    // Two reports of one target, as of yesterday and today, are told apart by their files.
    private static List<Side> named(List<Side> sides) {
        var names = sides.stream()
                .map(side -> side.report().target().name())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return sides.stream()
                .map(side -> {
                    var name = side.report().target().name();
                    var alone = names.getOrDefault(name, 0L) == 1;
                    return new Side(alone ? name : name + " (" + side.file() + ")", side.file(), side.report());
                })
                .toList();
    }

    /** Compares reports; the first is the base. */
    static Comparison of(List<Side> sides) {
        var reports = sides.stream().map(Side::report).map(Comparison::byId).toList();
        var ids = new TreeSet<String>();
        reports.forEach(report -> ids.addAll(report.keySet()));
        var rows = ids.stream()
                .map(id -> Row.of(reports, id))
                .sorted(Comparator.comparing(Row::change)
                        .thenComparing(row -> row.first().id()))
                .toList();
        return new Comparison(sides, Remarks.of(sides, rows), rows);
    }

    private static Map<String, CheckResult> byId(Report report) {
        var checks = new HashMap<String, CheckResult>();
        report.checks().forEach(check -> checks.put(check.id(), check));
        return Collections.unmodifiableMap(checks);
    }

    /** Returns the rows of which this became. */
    public List<Row> with(Change change) {
        return rows.stream().filter(row -> row.change() == change).toList();
    }

    /**
     * Returns the exit code: 1 where something got worse; else 3 where something that the base has judged came to no judgement,
     * or where nothing could be compared; else 0.
     */
    public int exitCode() {
        if (!with(Change.WORSE).isEmpty()) {
            return 1;
        }
        var incomplete =
                rows.stream().noneMatch(Row::isCompared) || rows.stream().anyMatch(Row::hasLostItsJudgement);
        return incomplete ? 3 : 0;
    }

    /** Returns in one line what came of it. */
    public String outcome() {
        var worse = with(Change.WORSE);
        if (!worse.isEmpty()) {
            return "worse than the base: " + count(worse.size()) + ": " + named(worse, 5);
        }
        if (rows.stream().noneMatch(Row::isCompared)) {
            return "not compared: no check was judged both in the base and in another report";
        }
        var lost = rows.stream().filter(Row::hasLostItsJudgement).toList();
        return lost.isEmpty()
                ? "nothing got worse"
                : "nothing got worse, but " + count(lost.size()) + " came to no judgement that the base has judged: "
                        + named(lost, 5);
    }

    /** Returns what a console shows: the remarks, what got worse, better or is otherwise, each a line, and the outcome last. */
    public List<String> told() {
        var lines = new ArrayList<String>();
        remarks.forEach(remark -> lines.add(Legible.inLine(remark)));
        for (var change : List.of(Change.OTHERWISE, Change.BETTER, Change.WORSE)) {
            var rows = with(change);
            rows.stream()
                    .limit(SHOWN)
                    .forEach(row -> lines.add(
                            Legible.inLine(change.label() + "  " + row.first().id() + "  " + row.told())));
            if (rows.size() > SHOWN) {
                lines.add(change.label() + "  … and " + (rows.size() - SHOWN) + " more");
            }
        }
        lines.add(Legible.inLine(outcome()));
        return List.copyOf(lines);
    }

    private static String count(int checks) {
        return checks == 1 ? "1 check" : checks + " checks";
    }

    private static String named(List<Row> rows, int most) {
        var named = rows.stream().limit(most).map(row -> row.first().id()).collect(Collectors.joining(", "));
        return rows.size() > most ? named + " and " + (rows.size() - most) + " more" : named;
    }
}
