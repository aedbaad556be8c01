package org.instantlogs.suite.matrix;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Of so many parts each server that conforms is tried by one. */
    private static final int PARTS = 12;

    /** A lost record is waited for so long. On loopback one takes milliseconds; the machine may be busy with other targets. */
    private static final String DELIVER_WITHIN = "PT2S";

    /** Of a server that conforms none is lost: it may be waited for, however busy the machine is. */
    private static final String CONFORMS_WITHIN = "PT10S";

    /** An answer that does not come is waited for so long, where the target is wrong on purpose. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

    /** One that conforms answers; the machine may be busy. What it leaves open and silent is waited for as long. */
    private static final Duration CONFORMS_ANSWERS_WITHIN = Duration.ofSeconds(5);

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Map<Edition, Plan> PLANS = Arrays.stream(Edition.values())
            .collect(toUnmodifiableMap(edition -> edition, edition -> Plan.of(CATALOGUE, edition, Cases.all())));

    private TrialRun() {}

    /** Judges the target. */
    static TrialResult of(TrialTarget trial, Thoroughness thoroughness, KillRecord record) throws InterruptedException {
        long from = System.nanoTime();
        if (trial.conforms()) {
            var selectors = thoroughness == Thoroughness.RECORDED ? whatItTouches(trial, record) : List.<String>of();
            return TrialResult.of(trial, judge(trial, selectors), null, System.nanoTime() - from);
        }
        if (thoroughness == Thoroughness.EVERYTHING) {
            return TrialResult.of(trial, judge(trial, List.of()), null, System.nanoTime() - from);
        }
        if (thoroughness == Thoroughness.RULES) {
            var checks = judge(trial, List.copyOf(trial.breaks()));
            return TrialResult.of(trial, checks, null, System.nanoTime() - from);
        }
        var selectors = trial.breaks().stream()
                .flatMap(selector -> again(trial, selector, record).stream())
                .toList();
        var checks = selectors.isEmpty() ? List.<CheckResult>of() : judge(trial, selectors);
        return TrialResult.of(trial, checks, record, System.nanoTime() - from);
    }

    /**
     * The checks that could mistake it, and, for what nobody thought of, one of each case class of a twelfth of them, by its name another
     * twelfth than others have; all where it may touch any rule.
     */
    private static List<String> whatItTouches(TrialTarget trial, KillRecord record) {
        return trial.touches().isEmpty()
                ? List.of()
                : Stream.concat(
                                trial.touches().stream(),
                                part(trial.name(), CaseClasses.oneCheckOfEach(record.checks())))
                        .toList();
    }

    private static Stream<String> part(String name, List<String> checks) {
        int first = Math.floorMod(name.hashCode(), PARTS);
        return IntStream.range(0, checks.size()).filter(i -> i % PARTS == first).mapToObj(checks::get);
    }

    /** The check on record, none where the suite has it no more; without a record all that are selected. */
    private static Optional<String> again(TrialTarget trial, String selector, KillRecord record) {
        var kill = record.of(trial.name(), selector);
        return kill.isEmpty()
                ? Optional.of(selector)
                : kill.map(KillRecord.Kill::check).filter(CaseClasses::judge);
    }

    private static List<CheckResult> judge(TrialTarget trial, List<String> selectors) throws InterruptedException {
        return judge(trial, selectors, new Silence());
    }

    /** Judges the target by these checks, and tells the listener. */
    static List<CheckResult> judge(TrialTarget trial, List<String> selectors, RunListener listener)
            throws InterruptedException {
        try (var booted = trial.target().boot(ZONES)) {
            var overrides = new Properties();
            overrides.setProperty("target.stream.deliver-within", trial.conforms() ? CONFORMS_WITHIN : DELIVER_WITHIN);
            var descriptor =
                    DescriptorReader.fromText(booted.descriptor(), Path.of("").toAbsolutePath(), overrides, Map.of());
            var patience = Patience.of(descriptor);
            try (var target = Target.of(
                    descriptor,
                    answering(patience, trial.conforms() ? CONFORMS_ANSWERS_WITHIN : ANSWER_WITHIN),
                    Clock.systemUTC())) {
                var options =
                        new RunOptions(Selection.of(selectors), new Chance(SEED, RANDOM_FILTERS), ZONES, false, false);
                // as every run has it before; what it would refuse altogether is judged here all the same
                Preflight.of(target);
                var plan = Objects.requireNonNull(PLANS.get(descriptor.profile()));
                return new Run(plan, target, options, listener, check -> "", Clock.systemUTC())
                        .execute(new SuiteInfo(
                                "trial", CATALOGUE.digest(), plan.edition().label(), SEED))
                        .checks();
            }
        }
    }

    private static Patience answering(Patience usual, Duration within) {
        return new Patience(usual.connect(), within, usual.deliver(), usual.settle());
    }

    /** Listens and says nothing of it. */
    static class Silence implements RunListener {
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
