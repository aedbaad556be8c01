package org.instantlogs.suite.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the suite's jar against the bundled server again and again and prints how long it took, as tables in Markdown. The settings
 * take turns, round by round, so that whatever else the machine does falls on all of them; a figure is the median of its
 * rounds. Nothing is demanded of them: compare figures of one run of this program.
 *
 * <p>Arguments: the jar, and how many rounds (3).
 */
public final class Benchmark {
    private static final Setting ALL = new Setting("8 zones", "--zones", "8");
    private static final List<Setting> ZONES =
            List.of(new Setting("1 zone", "--zones", "1"), new Setting("4 zones", "--zones", "4"), ALL);
    private static final List<Setting> RANDOM = List.of(
            ALL,
            new Setting("400 random filters", "--random", "400"),
            new Setting("800 random filters", "--random", "800"));
    private static final List<Setting> PARTS = List.of(
            Setting.ofAreas("AUTH", "NDJSON"),
            Setting.ofAreas("AUTH", "NDJSON", "JOB"),
            Setting.ofAreas("AUTH", "NDJSON", "JOB", "FILTER"),
            ALL);

    private final Path jar;
    private final Map<Setting, List<Timing>> timings = new LinkedHashMap<>();

    private Benchmark(Path jar) {
        this.jar = jar;
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments.length > 0 ? arguments[0] : "suite/target/instant-logs-suite.jar");
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        if (!Files.exists(jar) || rounds < 1) {
            System.err.println("usage: Benchmark [JAR [ROUNDS]]; there is no " + jar + ", or ROUNDS is below 1");
            System.exit(2);
        }
        var benchmark = new Benchmark(jar);
        for (int round = 1; round <= rounds; round++) {
            System.err.println("round " + round + " of " + rounds);
            benchmark.round();
        }
        System.out.print(benchmark.tables());
    }

    private void round() throws Exception {
        for (List<Setting> settings : List.of(ZONES, RANDOM.subList(1, 3), PARTS.subList(0, 3))) {
            for (Setting setting : settings) {
                timings.computeIfAbsent(setting, unused -> new ArrayList<>()).add(Timing.of(jar, setting));
            }
        }
    }

    private String tables() {
        return Tables.of("By zones", ZONES, this::median)
                + Tables.of("By random filters", RANDOM, this::median)
                + Tables.of("By checks", PARTS, this::median)
                + Tables.ofAreas(median(ALL));
    }

    /** The one of its rounds that took the middle time. */
    private Timing median(Setting setting) {
        var sorted = timings.getOrDefault(setting, List.of()).stream()
                .sorted((one, other) -> one.judged().compareTo(other.judged()))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
