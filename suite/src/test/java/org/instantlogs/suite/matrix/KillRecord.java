package org.instantlogs.suite.matrix;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.instantlogs.fixtures.TrialTarget;

/**
 * Which check found which fault when all checks of its rules were tried, and which case classes did: {@code kills.tsv}, under version
 * control. Trying that one check again shows that the fault is still found, in a fraction of the time.
 */
final class KillRecord {
    private static final Path FILE = Path.of("src/test/resources/org/instantlogs/suite/matrix/kills.tsv");

    /** So many faults stand for the others of a rule. */
    private static final int OF_EACH = 2;

    private final Map<String, Kill> kills = new TreeMap<>();

    /**
     * One thing that must be found.
     *
     * @param check found it
     * @param classes the case classes that found it
     */
    record Kill(String check, Set<String> classes) {}

    static KillRecord load() {
        var record = new KillRecord();
        try {
            for (String line : Files.readAllLines(FILE)) {
                var parts = line.split("\t", -1);
                record.kills.put(
                        parts[0] + "\t" + parts[1],
                        new Kill(parts[2], new TreeSet<>(Arrays.asList(parts[3].split(",")))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
        return record;
    }

    /** A few faults that show between them every rule that can be broken, and every case class that one needs. */
    Set<String> representatives() {
        var byWhatTheyShow = new TreeMap<String, Set<String>>();
        kills.forEach((key, kill) -> {
            var fault = key.substring(0, key.indexOf('\t'));
            var shows = new ArrayList<>(
                    List.of(kill.check().substring(0, kill.check().indexOf('.'))));
            if (kill.classes().size() == 1) {
                shows.addAll(kill.classes());
            }
            shows.forEach(what -> byWhatTheyShow
                    .computeIfAbsent(what, unseen -> new LinkedHashSet<>())
                    .add(fault));
        });
        return byWhatTheyShow.values().stream()
                .flatMap(faults -> faults.stream().limit(OF_EACH))
                .collect(toCollection(TreeSet::new));
    }

    /** The checks on record, of which each was the quickest to find something; first those that have found most. */
    List<String> checks() {
        var times = new TreeMap<String, Integer>();
        kills.values().forEach(kill -> times.merge(kill.check(), 1, Integer::sum));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is on record of that fault and that thing that must be found. */
    Optional<Kill> of(String fault, String selector) {
        return Optional.ofNullable(kills.get(fault + "\t" + selector));
    }

    /** Writes down what was found, and keeps what it says of other faults; the checks that took the shortest time stand for the others. */
    static void write(Matrix matrix) throws IOException {
        var lines = new TreeSet<>(ofOthers(matrix));
        for (TrialResult fault : matrix.faults()) {
            fault.kills().forEach((selector, checks) -> {
                if (!checks.isEmpty()) {
                    lines.add(String.join("\t", fault.trial().name(), selector, checks.get(0), classes(checks)));
                }
            });
        }
        Files.write(FILE, lines);
    }

    /** What is on record of the faults that there are and that were not tried. */
    private static List<String> ofOthers(Matrix matrix) throws IOException {
        var tried = matrix.faults().stream().map(fault -> fault.trial().name()).collect(toSet());
        var others = Matrix.trials().stream()
                .map(TrialTarget::name)
                .filter(name -> !tried.contains(name))
                .collect(toSet());
        return Files.readAllLines(FILE).stream()
                .filter(line -> others.contains(line.substring(0, line.indexOf('\t'))))
                .toList();
    }

    /**
     * Takes from the record what a check by itself did not find: a mistake may show only after others have been there. Such a thing is
     * tried by all checks of its rule every time.
     */
    static void forget(Matrix byRecord) throws IOException {
        var unconfirmed = new TreeSet<String>();
        for (TrialResult fault : byRecord.faults()) {
            fault.survived().forEach(selector -> unconfirmed.add(fault.trial().name() + "\t" + selector + "\t"));
        }
        var kept = Files.readAllLines(FILE).stream()
                .filter(line -> unconfirmed.stream().noneMatch(line::startsWith))
                .toList();
        Files.write(FILE, kept);
    }

    private static String classes(List<String> checks) {
        return checks.stream().map(CaseClasses::of).distinct().sorted().collect(joining(","));
    }
}
