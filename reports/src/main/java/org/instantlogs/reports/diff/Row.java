package org.instantlogs.reports.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Verdict;

/**
 * One check in all reports.
 *
 * @param first the check's result in the first report that has it: for its rule, area, level and texts
 * @param values what reports say of it, in the order of the reports; each once
 * @param cells for each report the index of its value, {@link #ABSENT} where it does not have the check
 */
public record Row(CheckResult first, List<Value> values, List<Integer> cells, Change change) {

    /** In place of an index: the report does not have the check. */
    public static final int ABSENT = -1;

    private static final Set<Verdict> NO_JUDGEMENT = Set.of(Verdict.INCONCLUSIVE, Verdict.ERROR);

    public Row {
        values = List.copyOf(values);
        cells = List.copyOf(cells);
    }

    /** Puts a row together from what each report has of the check; at least one has it. */
    static Row of(List<Map<String, CheckResult>> reports, String id) {
        var values = new ArrayList<Value>();
        var cells = new ArrayList<Integer>();
        for (var report : reports) {
            cells.add(Optional.ofNullable(report.get(id))
                    .map(check -> index(values, Value.of(check)))
                    .orElse(ABSENT));
        }
        var first = reports.stream()
                .map(report -> report.get(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new Row(first, values, cells, change(values, cells));
    }

    private static int index(List<Value> values, Value value) {
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i).isLike(value)) {
                return i;
            }
        }
        values.add(value);
        return values.size() - 1;
    }

    private static Change change(List<Value> values, List<Integer> cells) {
        var judged = cells.stream()
                .filter(cell -> cell != ABSENT)
                .map(values::get)
                .filter(value -> value.behaviour().isPresent())
                .toList();
        var base = cells.get(0) == ABSENT ? Optional.<Value>empty() : Optional.of(values.get(cells.get(0)));
        if (base.isPresent() && base.get().behaviour().isPresent()) {
            if (judged.stream().anyMatch(value -> isWorse(base.get(), value))) {
                return Change.WORSE;
            }
            if (judged.stream().anyMatch(value -> isWorse(value, base.get()))) {
                return Change.BETTER;
            }
        }
        if (judged.stream().map(Value::behaviour).distinct().count() > 1) {
            return Change.OTHERWISE;
        }
        var everywhere = judged.size() == cells.size();
        return everywhere || (judged.isEmpty() && cells.stream().distinct().count() == 1)
                ? Change.SAME
                : Change.UNJUDGED;
    }

    private static boolean isWorse(Value one, Value other) {
        return other.severity() > one.severity() && !other.deviatesLike(one);
    }

    /** Says whether at least two reports have judged the check, the base among them. */
    boolean isCompared() {
        return behaviour(0).isPresent()
                && IntStream.range(1, cells.size())
                        .anyMatch(side -> behaviour(side).isPresent());
    }

    /** Says whether the base has judged the check, and another could not bring it to a judgement. */
    boolean hasLostItsJudgement() {
        return behaviour(0).isPresent()
                && cells.stream()
                        .anyMatch(cell -> cell != ABSENT
                                && NO_JUDGEMENT.contains(values.get(cell).verdict()));
    }

    /** Returns what the reports say, in one line; reports are named by their places from 1. */
    String told() {
        return IntStream.range(0, values.size())
                .mapToObj(index -> sidesWith(index).stream()
                                .map(side -> Integer.toString(side + 1))
                                .collect(Collectors.joining(",", "", ": "))
                        + values.get(index).told())
                .collect(Collectors.joining(" | "));
    }

    /** Returns the reports that say this, by their places. */
    List<Integer> sidesWith(int value) {
        return IntStream.range(0, cells.size())
                .filter(side -> cells.get(side) == value)
                .boxed()
                .toList();
    }

    private Optional<String> behaviour(int side) {
        return cells.get(side) == ABSENT
                ? Optional.empty()
                : values.get(cells.get(side)).behaviour();
    }
}
