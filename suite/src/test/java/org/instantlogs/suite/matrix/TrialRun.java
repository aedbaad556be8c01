package org.instantlogs.suite.matrix;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.check.Chance;
import org.instantlogs.suite.descriptor.DescriptorReader;
import org.instantlogs.suite.probe.Patience;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.run.Plan;
import org.instantlogs.suite.run.Preflight;
import org.instantlogs.suite.run.Run;
import org.instantlogs.suite.run.RunListener;
import org.instantlogs.suite.run.RunOptions;
import org.instantlogs.suite.run.Selection;

/** Runs the suite against one trial target, in this JVM. */
final class TrialRun {
    private static final int ZONES = 4;
    private static final long SEED = 42;
    /** Enough to find what the faults do wrong; a user's run tries more. */
    private static final int RANDOM_FILTERS = 60;

    /** A lost record is waited for so long. On loopback one takes milliseconds; the machine may be busy with other targets. */
    private static final String DELIVER_WITHIN = "PT2S";

    /** Likewise an answer that does not come. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Plan PLAN = Plan.of(CATALOGUE, Edition.DOCS_2022, Cases.all());

    private TrialRun() {}

    /** Judges the target by every check, or by those that its rules speak of. */
    static TrialResult of(TrialTarget trial, boolean byEveryCheck) throws InterruptedException {
        var selectors = new ArrayList<String>();
        if (!byEveryCheck && !trial.conforms()) {
            selectors.addAll(trial.breaks());
        }
        long from = System.nanoTime();
        var checks = judge(trial, selectors);
        return TrialResult.of(trial, checks, System.nanoTime() - from);
    }

    private static List<CheckResult> judge(TrialTarget trial, List<String> selectors) throws InterruptedException {
        try (var booted = trial.target().boot(ZONES)) {
            var overrides = new Properties();
            overrides.setProperty("target.stream.deliver-within", DELIVER_WITHIN);
            var descriptor =
                    DescriptorReader.fromText(booted.descriptor(), Path.of("").toAbsolutePath(), overrides, Map.of());
            try (var target = Target.of(descriptor, briefly(Patience.of(descriptor)), Clock.systemUTC())) {
                var options =
                        new RunOptions(Selection.of(selectors), new Chance(SEED, RANDOM_FILTERS), ZONES, false, false);
                // as every run has it before; what it would refuse altogether is judged here all the same
                Preflight.of(target);
                return new Run(PLAN, target, options, new Silence(), check -> "", Clock.systemUTC())
                        .execute(new SuiteInfo(
                                "trial", CATALOGUE.digest(), PLAN.edition().label(), SEED))
                        .checks();
            }
        }
    }

    private static Patience briefly(Patience usual) {
        return new Patience(usual.connect(), ANSWER_WITHIN, usual.deliver(), usual.settle());
    }

    private static final class Silence implements RunListener {
        @Override
        public void declared(String checkId) {}

        @Override
        public void started(String checkId) {}

        @Override
        public CheckResult judged(CheckResult result, Supplier<Exchange> exchange) {
            return result;
        }
    }
}
