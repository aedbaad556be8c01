package org.instantlogs.suite;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the suite; each command is a class of its own. */
@Command(
        name = "instant-logs-suite",
        description = "The conformance suite for Instant Logs: drives any target and says, rule by rule, what holds.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            PlanCommand.class,
            OriginCommand.class,
            WatchCommand.class,
            ReportCommand.class,
            KnownCommand.class,
            DiffCommand.class,
            ReplayCommand.class
        })
public final class SuiteCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private SuiteCommand() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Executes a command line; returns the exit code of run-and-report.md. */
    static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The command line, which speaks on standard output and error until it is told otherwise. */
    static CommandLine commandLine() {
        return new CommandLine(new SuiteCommand())
                .setDefaultValueProvider(new SystemPropertyDefaults())
                .setParameterExceptionHandler(SuiteCommand::refuse)
                .setExecutionExceptionHandler(SuiteCommand::fail)
                .setExitCodeExceptionMapper(e -> ExitCode.SUITE_ERROR);
    }

    private static int refuse(CommandLine.ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println(oneLine(e) + "; see --help");
        return ExitCode.USAGE;
    }

    private static int fail(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof UsageException) {
            command.getErr().println(oneLine(e));
            return ExitCode.USAGE;
        }
        PrintWriter err = command.getErr();
        err.println("a fault of the suite itself; please report it with what follows");
        e.printStackTrace(err);
        err.flush();
        return ExitCode.SUITE_ERROR;
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage())
                .replaceAll("\\s*[\\r\\n]+\\s*", " ")
                .strip();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say what to do, one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
