package org.instantlogs.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.instantlogs.reports.diff.Comparison;
import org.instantlogs.reports.diff.ComparisonJson;
import org.instantlogs.reports.diff.ComparisonMarkdown;
import org.instantlogs.reports.html.ComparisonPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: holds reports against each other, check by check. */
@Command(
        name = "diff",
        description =
                "Holds two to fifty reports against each other, check by check. The first is the base: yesterday's"
                        + " report of a target, or another implementation.",
        footer = {
            "",
            "Exit codes: 0 nothing got worse; 1 some check has a violation where the base has none, or one of a MUST where",
            "the base has one of a SHOULD; 2 usage; 3 nothing got worse, but a check that the base has judged came to no",
            "judgement, or nothing could be compared."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "report.json|DIR",
            description = "The files, or the folders that runs have left. Exchanges are taken from beside them.")
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where comparison.html, .md and .json go; made if it isn't there. Default: ${DEFAULT-VALUE}",
            defaultValue = "instant-logs-comparison")
    private Path out = Path.of("instant-logs-comparison");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DiffCommand() {}

    @Override
    public Integer call() {
        Comparison comparison;
        try {
            comparison = Comparison.read(reports);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(e);
        }
        write(comparison);
        var console = spec.commandLine().getOut();
        comparison.told().forEach(console::println);
        console.println("comparison: " + out.resolve("comparison.html"));
        console.flush();
        return comparison.exitCode();
    }

    private void write(Comparison comparison) {
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("comparison.json"), ComparisonJson.text(comparison));
            Files.writeString(out.resolve("comparison.md"), ComparisonMarkdown.text(comparison));
            Files.writeString(out.resolve("comparison.html"), ComparisonPage.text(comparison, out));
        } catch (IOException e) {
            throw new UsageException("the folder `" + out + "` cannot be written; give --out a folder that can be", e);
        }
    }
}
