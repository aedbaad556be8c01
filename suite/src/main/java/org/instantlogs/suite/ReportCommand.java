package org.instantlogs.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.ReportJson;
import org.instantlogs.reports.html.Faults;
import org.instantlogs.reports.html.ReportPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: renders a report again, from report.json and the exchanges beside it alone. */
@Command(
        name = "report",
        description = "Renders report.json again, into the folder where it is: report.html and the forms for machines.",
        footer = {"", "Exit codes: 0 rendered, whatever the report says; 2 there is no report to render."},
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final String NAME = "report.json";

    @Parameters(paramLabel = "DIR|report.json", description = "The folder that a run has left, or the file in it.")
    private Path given = Path.of(NAME);

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "A fault-matrix.json: the page's catalogue says by which mistakes each rule is proved.")
    private Optional<Path> faults = Optional.empty();

    @Mixin
    private Annotations annotations = new Annotations();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReportCommand() {}

    @Override
    public Integer call() {
        var file = Files.isDirectory(given) ? given.resolve(NAME) : given;
        var report = rendered(file);
        var out = spec.commandLine().getOut();
        out.print(annotations.text(report));
        out.println("report: " + folderOf(file).resolve(ReportPage.NAME));
        return ExitCode.OK;
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNullElse(file.getParent(), Path.of(""));
    }

    private Report rendered(Path file) {
        try {
            var report = ReportJson.read(file);
            ReportFolder.render(report, folderOf(file));
            ReportPage.write(report, folderOf(file), faults.isPresent() ? Faults.read(faults.get()) : Map.of());
            return report;
        } catch (IOException e) {
            throw new UsageException(e);
        }
    }
}
