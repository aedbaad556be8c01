package org.instantlogs.reports.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.reports.Outcome;
import org.instantlogs.reports.Report;

/** Finds what makes a comparison less than it looks. Reports are named by their places, the base is 1. */
final class Remarks {

    private Remarks() {}

    static List<String> of(List<Side> sides, List<Row> rows) {
        var remarks = new ArrayList<String>();
        differ(
                remarks,
                sides,
                "judged by different editions of the documents",
                report -> report.suite().edition());
        differ(
                remarks,
                sides,
                "judged by different catalogues of rules",
                report -> shortened(report.suite().catalogue()));
        differ(
                remarks,
                sides,
                "judged by different versions of the suite",
                report -> report.suite().version());
        differ(
                remarks,
                sides,
                "drawn with different seeds",
                report -> Long.toString(report.suite().seed()));
        differ(
                remarks,
                sides,
                "offering the suite different things",
                report -> report.target().offers().isEmpty()
                        ? "only the address"
                        : String.join(", ", report.target().offers()));
        some(remarks, sides, "partial: checks were left out by the user", Report::partial);
        some(
                remarks,
                sides,
                "incomplete: checks came to no judgement",
                report -> report.outcome() == Outcome.INCOMPLETE);
        some(remarks, sides, "of a run that was itself an error", report -> report.outcome() == Outcome.ERROR);
        absent(remarks, rows);
        return remarks;
    }

    private static void differ(List<String> remarks, List<Side> sides, String how, Function<Report, String> of) {
        var values = sides.stream().map(Side::report).map(of).distinct().toList();
        if (values.size() > 1) {
            remarks.add("They were " + how + ": "
                    + values.stream()
                            .map(value -> value + " ("
                                    + places(sides, report -> of.apply(report).equals(value)) + ")")
                            .collect(Collectors.joining("; ")));
        }
    }

    private static void some(List<String> remarks, List<Side> sides, String what, Function<Report, Boolean> of) {
        var places = places(sides, of);
        if (!places.isEmpty()) {
            remarks.add("Report " + places + " is " + what);
        }
    }

    private static void absent(List<String> remarks, List<Row> rows) {
        var absent =
                rows.stream().filter(row -> row.cells().contains(Row.ABSENT)).count();
        if (absent > 0) {
            remarks.add((absent == 1 ? "1 check is" : absent + " checks are")
                    + " not in every report; nothing is concluded from that");
        }
    }

    private static String places(List<Side> sides, Function<Report, Boolean> of) {
        return IntStream.range(0, sides.size())
                .filter(side -> of.apply(sides.get(side).report()))
                .mapToObj(side -> Integer.toString(side + 1))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String digest) {
        return digest.length() <= 19 ? digest : digest.substring(0, 19) + "…";
    }
}
