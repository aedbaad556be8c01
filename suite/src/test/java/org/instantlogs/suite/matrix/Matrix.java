package org.instantlogs.suite.matrix;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.fixtures.TrialTargets;

/** All trial targets and what the suite said of each. */
record Matrix(List<TrialResult> results) {
    /** Most of a trial by some checks is waiting, for deliveries and for silence. */
    private static final int SIDE_BY_SIDE = 12;

    /** A trial by many checks has always something to do. */
    private static final int WHOLE_SIDE_BY_SIDE = 6;

    Matrix {
        results = List.copyOf(results);
    }

    /** All targets that there are to be tried. */
    static List<TrialTarget> trials() {
        return ServiceLoader.load(TrialTargets.class).stream()
                .flatMap(found -> found.get().all().stream())
                .toList();
    }

    /**
     * Tries the suite with the faults that stand for all, and with all servers that conform; each result is told as soon as it is
     * there.
     */
    static Matrix ofRepresentatives(Consumer<TrialResult> told) throws InterruptedException, ExecutionException {
        var faults = KillRecord.load().representatives();
        return of(trial -> trial.conforms() || faults.contains(trial.name()), Thoroughness.RECORDED, told);
    }

    /** Tries the suite with every target of these names, globs with commas between; each result is told as soon as it is there. */
    static Matrix of(String names, Thoroughness thoroughness, Consumer<TrialResult> told)
            throws InterruptedException, ExecutionException {
        var globs = List.of(names.split(","));
        return of(trial -> globs.stream().anyMatch(glob -> Globs.matches(glob, trial.name())), thoroughness, told);
    }

    private static Matrix of(Predicate<TrialTarget> which, Thoroughness thoroughness, Consumer<TrialResult> told)
            throws InterruptedException, ExecutionException {
        var trials = trials().stream().filter(which).toList();
        var record = KillRecord.load();
        var oneAtATime = new Object();
        var pool =
                Executors.newFixedThreadPool(thoroughness == Thoroughness.RECORDED ? SIDE_BY_SIDE : WHOLE_SIDE_BY_SIDE);
        try {
            List<Future<TrialResult>> running = new ArrayList<>();
            for (TrialTarget trial : longestFirst(trials)) {
                running.add(pool.submit(() -> {
                    var result = TrialRun.of(trial, thoroughness, record);
                    synchronized (oneAtATime) {
                        told.accept(result);
                    }
                    return result;
                }));
            }
            List<TrialResult> results = new ArrayList<>();
            for (Future<TrialResult> one : running) {
                results.add(one.get());
            }
            results.sort(Comparator.comparing(result -> trials.indexOf(result.trial())));
            return new Matrix(results);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Conforming servers are tried by many checks, a fault by few: a long one that begins last would be waited for. */
    private static List<TrialTarget> longestFirst(List<TrialTarget> trials) {
        return trials.stream()
                .sorted(Comparator.comparing(trial -> !trial.conforms()))
                .toList();
    }

    List<TrialResult> faults() {
        return results.stream().filter(result -> !result.trial().conforms()).toList();
    }

    List<TrialResult> personalities() {
        return results.stream().filter(result -> result.trial().conforms()).toList();
    }

    /** For each rule that a fault was found to break, the faults' names. */
    Map<String, Set<String>> killedRules() {
        var rules = new TreeMap<String, Set<String>>();
        for (TrialResult fault : faults()) {
            fault.kills().values().stream()
                    .flatMap(Collection::stream)
                    .map(check -> check.substring(0, check.indexOf('.')))
                    .forEach(rule -> rules.computeIfAbsent(rule, unseen -> new TreeSet<>())
                            .add(fault.trial().name()));
        }
        return rules;
    }

    /** The rules that can be violated and that no fault was found to break. */
    Set<String> unprovenRules() {
        var unproven = Catalogue.load().requirements().stream()
                .filter(rule -> rule.binds(Edition.DOCS_2022)
                        && !rule.level(Edition.DOCS_2022).name().equals("OPEN"))
                .map(rule -> rule.id())
                .collect(toCollection(TreeSet::new));
        unproven.removeAll(killedRules().keySet());
        return unproven;
    }

    /** The case classes without which every fault would still be found. */
    Set<String> dispensableClasses() {
        var dispensable = CaseClasses.thatCanBeFailed();
        for (TrialResult fault : faults()) {
            fault.killers().values().stream()
                    .filter(classes -> classes.size() == 1)
                    .forEach(dispensable::removeAll);
        }
        return dispensable;
    }
}
