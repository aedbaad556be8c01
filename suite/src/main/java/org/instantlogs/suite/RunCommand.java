package org.instantlogs.suite;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.reports.ConsoleSummary;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.reports.Terminal;
import org.instantlogs.reports.html.ReportPage;
import org.instantlogs.reports.known.Ledger;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.check.Chance;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.run.Plan;
import org.instantlogs.suite.run.Run;
import org.instantlogs.suite.run.RunOptions;
import org.instantlogs.suite.run.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: judges a target and leaves a report. */
@Command(
        name = "run",
        description =
                "Judges a target, rule by rule. Without --target it boots the bundled reference server and judges that.",
        footer = {
            "",
            "Exit codes: 0 conformant, 1 not conformant, 2 usage or configuration, 3 incomplete, 4 suite error."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final int DEFAULT_WORKERS = 8;

    @Option(names = "--target", paramLabel = "FILE", description = "The target's descriptor, or `bundled`.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes; made if it isn't there. Default: ${DEFAULT-VALUE}",
            defaultValue = "instant-logs-report")
    private Path out = Path.of("instant-logs-report");

    @Option(
            names = "--only",
            paramLabel = "SELECTOR",
            split = " ",
            description =
                    "Judge only what this selects: a requirement id, a check id, an area, a level, or a glob of these."
                            + " May be given several times, or several with a blank between.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything random. Default: ${DEFAULT-VALUE}",
            defaultValue = "42")
    private long seed;

    @Option(
            names = "--random",
            paramLabel = "N",
            description = "How many random filters are tried. Default: ${DEFAULT-VALUE}",
            defaultValue = "" + Chance.FILTERS)
    private int random;

    @Option(
            names = "--zones",
            paramLabel = "N",
            description = "How many zones are worked in at once, at most. Default: all, up to 8")
    private Optional<Integer> zones = Optional.empty();

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description = "The list of known deviations: what is violated as listed leaves the run green."
                    + " `known update` writes one.")
    private Optional<Path> known = Optional.empty();

    @Option(names = "--strict", description = "A violated SHOULD makes the target not conformant.")
    private boolean strict;

    @Option(names = "--long", description = "Wait out real limits, however long they are.")
    private boolean patient;

    @Option(
            names = "--trace",
            paramLabel = "fail|all",
            description =
                    "Whose exchanges are kept: of checks that are not right, or of all. Default: ${DEFAULT-VALUE}",
            defaultValue = "fail")
    private Trace trace = Trace.fail;

    @Mixin
    private Annotations annotations = new Annotations();

    /** Whose exchanges are kept; named as on the command line. */
    enum Trace {
        fail,
        all
    }

    RunCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Target.warmUp();
        var planned = CompletableFuture.supplyAsync(RunCommand::usualPlan);
        var ledger = ledger();
        var folder = openFolder();
        var clock = Clock.systemUTC();
        int workers = zones.orElse(DEFAULT_WORKERS);
        if (workers < 1) {
            throw new UsageException("`zones` is `" + workers + "`; give a whole number of at least 1");
        }
        try (var choice = TargetChoice.of(target, Math.max(2, workers));
                var reached = Target.of(choice.descriptor(), clock)) {
            TargetChoice.refuseUnusable(reached);
            return judge(reached, choice, planned, folder, ledger, clock, workers);
        }
    }

    private Ledger ledger() {
        try {
            return known.isPresent() ? Ledger.read(known.get()) : Ledger.EMPTY;
        } catch (IOException e) {
            throw new UsageException(e);
        }
    }

    private ReportFolder openFolder() {
        try {
            return ReportFolder.open(out, Version.current());
        } catch (IOException e) {
            throw new UsageException(e);
        }
    }

    /** Made beside the start of the target, for it takes as long. */
    private static Plan usualPlan() {
        return Plan.of(Catalogue.load(), Edition.DOCS_2022, Cases.all());
    }

    private int judge(
            Target reached,
            TargetChoice choice,
            CompletableFuture<Plan> planned,
            ReportFolder folder,
            Ledger ledger,
            InstantSource clock,
            int workers)
            throws IOException, InterruptedException {
        var edition = choice.descriptor().profile();
        var plan = edition == Edition.DOCS_2022 ? planned.join() : Plan.of(Catalogue.load(), edition, Cases.all());
        var options = new RunOptions(Selection.of(only), chance(), workers, strict, patient);
        var terminal = Terminal.detect();
        Report report;
        // the console outlives the recorder, which closes its own files only
        var console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (var recorder =
                new Recorder(folder, clock, trace == Trace.all, ledger, playing(choice), terminal, console)) {
            var found = new Run(plan, reached, options, recorder, replay(choice), clock)
                    .execute(new SuiteInfo(Version.current(), plan.catalogue().digest(), edition.label(), seed));
            report = recorder.finished(found);
        } catch (Run.NothingSelected e) {
            throw new UsageException(e);
        }
        console.print(annotations.text(report));
        print(
                console,
                ConsoleSummary.text(
                        report, folder.path().resolve(ReportPage.NAME).toString(), terminal));
        return report.exitCode();
    }

    private Chance chance() {
        try {
            return new Chance(seed, random);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    private static UnaryOperator<String> playing(TargetChoice choice) {
        return path -> "java -jar suite/target/instant-logs-suite.jar replay '" + path + "'" + choice.replayOptions();
    }

    private Run.Replay replay(TargetChoice choice) {
        var options = choice.replayOptions()
                + " --seed " + seed
                + (random == Chance.FILTERS ? "" : " --random " + random)
                + (patient ? " --long" : "");
        return check ->
                "java -jar suite/target/instant-logs-suite.jar run" + options + " --trace all --only '" + check + "'";
    }

    private static void print(PrintStream console, String text) {
        console.print(text.endsWith("\n") ? text : text + "\n");
        console.flush();
    }
}
