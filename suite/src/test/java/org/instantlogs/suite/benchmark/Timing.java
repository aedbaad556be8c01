package org.instantlogs.suite.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportJson;

/**
 * How long one run took.
 *
 * @param report what it left
 * @param whole from the start of the virtual machine to its end
 * @param processor the time that it had on all processors together, but for what came after the last look at it
 */
record Timing(Report report, Duration whole, Duration processor) {
    private static final long BETWEEN_LOOKS_MS = 50;

    static Timing of(Path jar, Setting setting) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("benchmark");
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    jar.toString(),
                    "run",
                    "--out",
                    folder.toString()));
            command.addAll(setting.options());
            return run(command, folder);
        } finally {
            delete(folder);
        }
    }

    private static Timing run(List<String> command, Path folder) throws IOException, InterruptedException {
        long from = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        var processor = Duration.ZERO;
        while (!process.waitFor(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)) {
            processor = process.info().totalCpuDuration().orElse(processor);
        }
        var whole = Duration.ofNanos(System.nanoTime() - from);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "a run ended with " + process.exitValue() + ":\n" + Files.readString(folder.resolve("said.txt")));
        }
        return new Timing(ReportJson.read(folder.resolve("report.json")), whole, processor);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    int checks() {
        return report.speed().areas().stream().mapToInt(area -> area.checks()).sum();
    }

    /** From the first check to the end of the last. */
    Duration judged() {
        return report.duration();
    }
}
