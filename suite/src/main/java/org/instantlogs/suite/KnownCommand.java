package org.instantlogs.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.instantlogs.reports.ReportJson;
import org.instantlogs.reports.known.LedgerUpdate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code known}: keeps the list of known deviations. */
@Command(
        name = "known",
        description = "Keeps the list of known deviations that `run --known FILE` takes.",
        mixinStandardHelpOptions = true,
        subcommands = KnownCommand.Update.class)
final class KnownCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    KnownCommand() {}

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do with the list: known update");
    }

    /** {@code known update}: writes the smallest list with which such a run is green. */
    @Command(
            name = "update",
            description = "Writes the smallest list with which a run like the reported one is green; keeps reasons,"
                    + " links and last days of what remains, and says what it changes.",
            mixinStandardHelpOptions = true)
    static final class Update implements Callable<Integer> {
        @Option(names = "--report", paramLabel = "FILE", required = true, description = "The report.json of a run.")
        private Path report = Path.of("report.json");

        @Option(
                names = "--known",
                paramLabel = "FILE",
                required = true,
                description = "The list; made if it isn't there.")
        private Path known = Path.of("known.yaml");

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                description = "Why what is new in the list is known. Default: ${DEFAULT-VALUE}",
                defaultValue = "not looked into yet")
        private String reason = "";

        @Option(names = "--link", paramLabel = "ADDRESS", description = "Where more is said about what is new.")
        private Optional<String> link = Optional.empty();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        Update() {}

        @Override
        public Integer call() {
            try {
                var update = LedgerUpdate.of(ReportJson.read(report), known, reason, link);
                update.write(known);
                update.changes().forEach(spec.commandLine().getOut()::println);
            } catch (IOException e) {
                throw new UsageException(e);
            }
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
    }
}
