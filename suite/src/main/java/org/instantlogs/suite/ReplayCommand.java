package org.instantlogs.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.instantlogs.reports.replay.ReplayFile;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: does again, step by step, what a check did. */
@Command(
        name = "replay",
        description =
                "Does again, step by step, what a failing check did, and says what comes and where that differs from"
                        + " what had come. It judges nothing: `run --only` does.",
        footer = {
            "",
            "Exit codes: 0 the same came, 1 something else came, 2 usage or configuration, 3 a step could not be done;"
                    + " of several files the highest."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "A *.replay.json from the exchanges of a report; of several one after the other is done again.")
    private List<Path> files = List.of();

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description =
                    "The target's descriptor, or `bundled`. It gives the credentials, which the file does not hold.")
    private Optional<String> target = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReplayCommand() {}

    @Override
    public Integer call() {
        var recorded = files.stream().map(ReplayCommand::read).toList();
        var out = spec.commandLine().getOut();
        try (var choice = TargetChoice.of(target, 2);
                var reached = Target.of(choice.descriptor(), Clock.systemUTC())) {
            TargetChoice.refuseUnusable(reached);
            int exit = 0;
            for (int i = 0; i < recorded.size(); i++) {
                if (i > 0) {
                    out.println();
                }
                exit = Math.max(exit, new Replay(reached, out).play(recorded.get(i)));
                out.flush();
            }
            return exit;
        } catch (Replay.Impossible e) {
            throw new UsageException(e);
        }
    }

    private static ReplayFile read(Path file) {
        try {
            return ReplayFile.read(file);
        } catch (IOException e) {
            throw new UsageException(e);
        }
    }
}
