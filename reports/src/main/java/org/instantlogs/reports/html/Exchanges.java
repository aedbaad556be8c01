package org.instantlogs.reports.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.Verdict;

/**
 * The recorded exchanges that a page carries in itself, within bounds: what does not fit is left out and said so, the checks
 * that a reader asks about first come first.
 */
final class Exchanges {

    /** For all of a page. */
    static final int ROOM_BYTES = 4_000_000;

    /** For one exchange. */
    private static final int ROOM_OF_ONE_BYTES = 60_000;

    /** Larger files are not opened; the suite's own are smaller. */
    private static final long LARGEST_FILE_BYTES = 64L << 20;

    private static final List<Verdict> ORDER = List.of(
            Verdict.FAIL,
            Verdict.STALE,
            Verdict.ERROR,
            Verdict.INCONCLUSIVE,
            Verdict.WARN,
            Verdict.KNOWN,
            Verdict.NOTE);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Exchanges() {}

    /**
     * An exchange as a page shows it.
     *
     * @param total how many steps the file holds
     * @param problem why there are no steps; empty where there are
     */
    record Embedded(List<Step> steps, int total, String problem) {

        Embedded {
            steps = List.copyOf(steps);
        }

        static Embedded without(String problem) {
            return new Embedded(List.of(), 0, problem);
        }

        int size() {
            return steps.stream().mapToInt(Step::size).sum();
        }
    }

    /** Returns the exchanges of a report's checks by their paths, read from the report's folder. */
    static Map<String, Embedded> of(Report report, Path folder) {
        var embedded = new LinkedHashMap<String, Embedded>();
        var room = ROOM_BYTES;
        for (var check : inOrder(report)) {
            var path = check.exchange().orElseThrow();
            var exchange =
                    room > 0 ? read(folder.resolve(path)) : Embedded.without("left out: the page would be too large");
            room -= exchange.size();
            embedded.put(path, exchange);
        }
        return embedded;
    }

    /** Returns the checks with an exchange, those that a reader asks about first come first. */
    static List<CheckResult> inOrder(Report report) {
        return report.checks().stream()
                .filter(check -> check.exchange().isPresent())
                .sorted(Comparator.comparingInt(check -> rank(check.verdict())))
                .toList();
    }

    private static int rank(Verdict verdict) {
        return ORDER.contains(verdict) ? ORDER.indexOf(verdict) : ORDER.size();
    }

    static Embedded read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Embedded.without("the file is not beside the report");
            }
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                return Embedded.without("left out: the file is too large");
            }
            var steps = Har.steps(MAPPER.readTree(Files.readString(file)));
            return new Embedded(shortened(steps), steps.size(), "");
        } catch (IOException | IllegalArgumentException e) {
            return Embedded.without("the file is no recorded exchange: " + e.getMessage());
        }
    }

    // The beginning says what was asked for, the end what came of it: the middle goes first.
    private static List<Step> shortened(List<Step> steps) {
        var first = new ArrayList<Step>();
        var last = new ArrayList<Step>();
        var room = ROOM_OF_ONE_BYTES;
        for (int i = 0, j = steps.size() - 1; i <= j; ) {
            var atTheEnd = first.size() > last.size();
            var step = steps.get(atTheEnd ? j : i);
            room -= step.size();
            if (room < 0) {
                first.add(Step.remark(
                        step.atMs(), "", (j - i + 1) + " steps in between are left out here; they are in the file"));
                break;
            }
            if (atTheEnd) {
                last.add(0, step);
                j--;
            } else {
                first.add(step);
                i++;
            }
        }
        first.addAll(last);
        return first;
    }
}
