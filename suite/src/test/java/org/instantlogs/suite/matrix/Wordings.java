package org.instantlogs.suite.matrix;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.instantlogs.fixtures.TrialTarget;

/** The wordings that are pinned, a text file for each of the suite's packages that words any. */
final class Wordings {
    private static final Path FOLDER = Path.of("src/test/resources/org/instantlogs/suite/matrix/wordings");
    private static final int SIDE_BY_SIDE = 8;

    private final Map<Path, List<Wording>> byFile;

    private Wordings(Map<Path, List<Wording>> byFile) {
        this.byFile = byFile;
    }

    static Wordings load() throws IOException {
        var byFile = new TreeMap<Path, List<Wording>>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                byFile.put(
                        file,
                        Arrays.stream(Files.readString(file).split("\n\n"))
                                .map(Wording::read)
                                .toList());
            }
        }
        return new Wordings(byFile);
    }

    Set<String> places() {
        return all().stream().map(Wording::place).collect(toCollection(TreeSet::new));
    }

    /** The same wordings as the suite words them now. Each check has a fresh target for itself, so that nothing else disturbs it. */
    Wordings heardNow(Places places) throws InterruptedException, ExecutionException {
        var heard = new HashMap<Telling, Future<Heard>>();
        var pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            for (Wording wording : all()) {
                heard.computeIfAbsent(
                        Telling.of(wording),
                        unseen -> pool.submit(() -> Heard.of(fresh(wording), List.of(wording.check()), places)));
            }
            var now = new TreeMap<Path, List<Wording>>();
            for (var file : byFile.entrySet()) {
                var wordings = new ArrayList<Wording>();
                for (Wording pinned : file.getValue()) {
                    wordings.add(Objects.requireNonNull(heard.get(Telling.of(pinned)), "all have been told of")
                            .get()
                            .again(pinned));
                }
                now.put(file.getKey(), wordings);
            }
            return new Wordings(now);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Not one that is running already: what goes wrong may be kept in its parts. */
    private static TrialTarget fresh(Wording wording) {
        return Matrix.trials().stream()
                .filter(trial -> trial.name().equals(wording.fault()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no fault " + wording.fault() + "; name another for " + wording.place()));
    }

    private record Telling(String fault, String check) {
        static Telling of(Wording wording) {
            return new Telling(wording.fault(), wording.check());
        }
    }

    /** Those that the others have not. */
    Wordings without(Wordings others) {
        var there = others.all();
        var rest = new TreeMap<Path, List<Wording>>();
        byFile.forEach((file, wordings) -> rest.put(
                file,
                wordings.stream().filter(wording -> !there.contains(wording)).toList()));
        return new Wordings(rest);
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** As the files have them. */
    String text() {
        return text(all());
    }

    void write() throws IOException {
        for (var file : byFile.entrySet()) {
            Files.writeString(file.getKey(), text(file.getValue()));
        }
    }

    private static String text(List<Wording> wordings) {
        return wordings.stream()
                .sorted(Comparator.comparing(Wording::place))
                .map(Wording::text)
                .collect(joining("\n"));
    }

    private List<Wording> all() {
        return byFile.values().stream().flatMap(List::stream).toList();
    }
}
