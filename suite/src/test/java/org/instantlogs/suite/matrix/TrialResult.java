package org.instantlogs.suite.matrix;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the suite said of a trial target.
 *
 * @param kills for each thing that had to be found the ids of the checks that found it
 * @param killers for each of them the case classes that did, now or when all checks were tried
 * @param survived what had to be found and was not
 * @param astray checks that were violated though the target keeps their rules
 * @param unjudged checks that came to no judgement or to an error of the suite's own, with the reason
 * @param nanos how long it took
 */
record TrialResult(
        TrialTarget trial,
        Map<String, List<String>> kills,
        Map<String, Set<String>> killers,
        List<String> survived,
        List<String> astray,
        List<String> unjudged,
        long nanos) {
    private static final Set<Verdict> VIOLATED = EnumSet.of(Verdict.FAIL, Verdict.WARN);
    private static final Set<Verdict> UNJUDGED = EnumSet.of(Verdict.INCONCLUSIVE, Verdict.ERROR);

    /**
     * What these verdicts say of the target.
     *
     * @param record what was found before; null where all checks of its rules have been tried
     */
    static TrialResult of(TrialTarget trial, List<CheckResult> checks, @Nullable KillRecord record, long nanos) {
        var kills = new TreeMap<String, List<String>>();
        var killers = new TreeMap<String, Set<String>>();
        var survived = new ArrayList<String>();
        for (var selector : trial.breaks()) {
            var found = checks.stream()
                    .filter(check -> isKill(check) && isSelected(selector, check))
                    .sorted(Comparator.comparing(CheckResult::duration))
                    .map(CheckResult::id)
                    .toList();
            if (found.isEmpty()) {
                survived.add(selector);
            }
            kills.put(selector, found);
            var classes = found.stream().map(CaseClasses::of).collect(toCollection(TreeSet::new));
            if (record != null && !found.isEmpty()) {
                record.of(trial.name(), selector).ifPresent(kill -> classes.addAll(kill.classes()));
            }
            killers.put(selector, classes);
        }
        var astray = checks.stream()
                .filter(check -> VIOLATED.contains(check.verdict()) && !isExpected(trial, check))
                .map(check -> check.id() + ": expected " + check.expected().orElse("-") + ", actual "
                        + check.actual().orElse("-"))
                .toList();
        var unjudged = checks.stream()
                .filter(check -> UNJUDGED.contains(check.verdict()))
                .map(check -> check.id() + ": " + check.verdict().label() + ": "
                        + check.reason().orElse("-"))
                .toList();
        return new TrialResult(trial, kills, killers, survived, astray, unjudged, nanos);
    }

    /** A conforming target has to be judged to the end; of a wrong one some things may stay open. */
    boolean isRight() {
        return survived.isEmpty() && astray.isEmpty() && (unjudged.isEmpty() || !trial.conforms());
    }

    /** The violation of a MUST is a fail; where the catalogue lets it pass with a warning, the target conforms. */
    private static boolean isKill(CheckResult check) {
        return check.level().equals("MUST") ? check.verdict() == Verdict.FAIL : VIOLATED.contains(check.verdict());
    }

    private static boolean isExpected(TrialTarget trial, CheckResult check) {
        if (trial.conforms()) {
            return check.verdict() == Verdict.WARN && trial.mayBreak().contains(check.requirement());
        }
        return trial.mayBreak().contains(check.requirement())
                || trial.breaks().stream().anyMatch(selector -> isSelected(selector, check));
    }

    private static boolean isSelected(String selector, CheckResult check) {
        return Globs.matches(selector, check.requirement())
                || Globs.matches(selector, check.id())
                || Globs.matches(selector, check.id().replaceFirst("\\[.*", ""));
    }
}
