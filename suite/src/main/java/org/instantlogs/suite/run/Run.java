package org.instantlogs.suite.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.instantlogs.fixtures.Requirement;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Delivery;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.Speed;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.reports.TargetInfo;
import org.instantlogs.reports.Verdict;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.zone.SharedState;

/**
 * One run of a plan against a target: each declared check gets exactly one verdict. Cases run side by side, one a zone; those
 * that would disturb others run alone, after them. The verdicts do not depend on how many zones there are.
 */
public final class Run {

    private final Plan plan;
    private final Target target;
    private final Offers offers;
    private final RunOptions options;
    private final RunListener listener;
    private final InstantSource clock;
    private final SharedState shared;
    private final Replay replay;
    private final Vitals vitals;
    private final Budgets budgets;
    private int workers;
    private final ExecutorService cases = Executors.newCachedThreadPool(Run::caseThread);
    private final Map<String, CheckResult> results = new ConcurrentSkipListMap<>();
    private static final AtomicLong THREADS = new AtomicLong();

    /** The command that runs one check again, the same way. */
    public interface Replay {
        String command(String checkId);
    }

    public Run(Plan plan, Target target, RunOptions options, RunListener listener, Replay replay, InstantSource clock) {
        this(plan, target, options, listener, replay, clock, Budgets.of(target.descriptor()));
    }

    Run(
            Plan plan,
            Target target,
            RunOptions options,
            RunListener listener,
            Replay replay,
            InstantSource clock,
            Budgets budgets) {
        this.plan = plan;
        this.target = target;
        this.offers = Offers.of(target.descriptor(), options.patient());
        this.options = options;
        this.listener = listener;
        this.replay = replay;
        this.clock = clock;
        this.shared = new SharedState(target, clock);
        this.vitals = new Vitals(target);
        this.budgets = budgets;
        this.workers = Math.min(options.workers(), target.descriptor().zones().size());
    }

    /**
     * Judges every check and reports.
     *
     * @throws NothingSelected if a selector selects no check
     */
    public Report execute(SuiteInfo suite) throws InterruptedException {
        refuseFutileSelectors();
        var started = clock.instant();
        long from = System.nanoTime();
        var uncovered = plan.uncovered();
        plan.checks().forEach(check -> listener.declared(check.id().toString()));
        uncovered.forEach(rule -> listener.declared(rule.id()));
        try {
            uncovered.forEach(this::reportUncovered);
            var executed = plan.checks().stream().filter(this::isExecuted).toList();
            sideBySide(executed.stream().filter(check -> !runsAlone(check)).toList());
            judge(executed.stream().filter(this::runsAlone).toList(), 1);
        } finally {
            cases.shutdownNow();
        }
        var duration = Duration.ofNanos(System.nanoTime() - from);
        var all = List.copyOf(results.values());
        return Report.of(
                suite,
                targetInfo(),
                started,
                duration,
                options.strict(),
                plan.checks().size() + uncovered.size(),
                Speed.of(workers, target.throttled(), all)
                        .with(Delivery.of(shared.delays().nanos())),
                all);
    }

    /** The first check shows whether making a zone free disturbs the others; then they are worked through one by one. */
    private void sideBySide(List<PlannedCheck> checks) throws InterruptedException {
        int shown = shared.freeingMayMoveEverybody() ? Math.min(1, checks.size()) : 0;
        judge(checks.subList(0, shown), 1);
        workers = shared.freeingMovesEverybody() ? 1 : workers;
        judge(checks.subList(shown, checks.size()), workers);
    }

    private TargetInfo targetInfo() {
        var notices = new ArrayList<String>();
        var descriptor = target.descriptor();
        if (descriptor.tls().insecure()) {
            notices.add("tls.insecure: any certificate was trusted");
        }
        if (shared.deliveryPatience().isShortened()) {
            notices.add("the target lost records after the whole of stream.deliver-within; later checks waited less");
        }
        return new TargetInfo(descriptor.name(), descriptor.api().toString(), offers.labels(), notices);
    }

    // ---------------------------------------------------------------- what is not executed

    private void refuseFutileSelectors() {
        var candidates = new ArrayList<Selection.Candidate>();
        for (PlannedCheck check : plan.checks()) {
            var rule = rule(check);
            candidates.add(new Selection.Candidate(
                    rule.area(),
                    rule.level(plan.edition()),
                    rule.id(),
                    check.id().toString()));
        }
        for (Requirement rule : plan.uncovered()) {
            candidates.add(new Selection.Candidate(rule.area(), rule.level(plan.edition()), rule.id(), rule.id()));
        }
        options.selection().futile(candidates).ifPresent(selector -> {
            throw new NothingSelected(selector);
        });
    }

    private boolean isExecuted(PlannedCheck check) {
        var rule = rule(check);
        var id = check.id().toString();
        if (!options.selection().selects(rule.area(), rule.level(plan.edition()), rule.id(), id)) {
            settle(result(id, rule).build(Verdict.DESELECTED), Run::nothing);
            return false;
        }
        var missing = offers.missing(check.judgedBy().needs());
        missing.ifPresent(need ->
                settle(result(id, rule).reason("needs " + need.property()).build(Verdict.NOT_TESTED), Run::nothing));
        return missing.isEmpty();
    }

    private void reportUncovered(Requirement rule) {
        var selected = options.selection().selects(rule.area(), rule.level(plan.edition()), rule.id(), rule.id());
        settle(
                selected
                        ? result(rule.id(), rule)
                                .reason(
                                        rule.untestable().isEmpty()
                                                ? "no check yet"
                                                : "no test can reach it: " + rule.untestable())
                                .build(Verdict.NOT_TESTED)
                        : result(rule.id(), rule).build(Verdict.DESELECTED),
                Run::nothing);
    }

    // ---------------------------------------------------------------- what is

    private boolean runsAlone(PlannedCheck check) {
        boolean movesEverybody = target.descriptor()
                .clock()
                .filter(one -> one.scope() == Descriptor.Scope.GLOBAL)
                .isPresent();
        return check.judgedBy().runsAlone()
                || (movesEverybody && check.judgedBy().movesTime());
    }

    /** Works through the checks with so many workers. */
    private void judge(List<PlannedCheck> checks, int workers) throws InterruptedException {
        var agenda = new Agenda(checks, target.descriptor().clock().isPresent(), workers);
        var pool = new ZonePool(target.descriptor().zones());
        var working = new ArrayList<Thread>();
        for (int i = 0; i < workers; i++) {
            var own = agenda.ofWorker(i);
            var worker = new Thread(() -> work(own, pool), "worker-" + i);
            worker.setDaemon(true);
            worker.start();
            working.add(worker);
        }
        try {
            for (Thread worker : working) {
                worker.join();
            }
        } catch (InterruptedException e) {
            working.forEach(Thread::interrupt);
            throw e;
        }
    }

    private void work(Supplier<Optional<PlannedCheck>> agenda, ZonePool pool) {
        try {
            for (var next = agenda.get(); next.isPresent(); next = agenda.get()) {
                var check = next.get();
                var zones = pool.lease(check.judgedBy().zoneCount());
                try {
                    judge(check, zones);
                } finally {
                    pool.giveBack(zones);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(PlannedCheck check, List<ZoneEntry> zones) throws InterruptedException {
        var id = check.id().toString();
        var rule = rule(check);
        var result = result(id, rule).replay(replay.command(id));
        var dead = vitals.causeOfDeath();
        if (dead.isPresent()) {
            settle(result.reason(dead.get()).build(Verdict.INCONCLUSIVE), Run::nothing);
            return;
        }
        listener.started(id);
        var execution = new Execution(check, zones, shared, vitals, options.chance(), listener);
        long from = System.nanoTime();
        Future<?> running = cases.submit(execution);
        var budget = budgets.of(check);
        CheckResult judged;
        try {
            running.get(budget.toMillis(), TimeUnit.MILLISECONDS);
            judged = execution.result(rule.level(plan.edition()), result.duration(since(from)));
        } catch (TimeoutException e) {
            running.cancel(true);
            judged = result.duration(since(from))
                    .reason("time ran out: the case did not come to an end within " + budget)
                    .build(Verdict.INCONCLUSIVE);
        } catch (ExecutionException e) {
            judged = error(result(id, rule).duration(since(from)), e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            judged = error(result(id, rule).duration(since(from)), e);
        }
        settle(judged, execution::exchange);
    }

    private CheckResult error(CheckResult.Builder result, Throwable fault) {
        var trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return result.reason("the suite's own fault: " + target.redact(String.valueOf(fault)))
                .stackTrace(target.redact(trace.toString()))
                .build(Verdict.ERROR);
    }

    private void settle(CheckResult result, Supplier<Exchange> exchange) {
        var reported = listener.judged(result, exchange);
        if (results.put(reported.id(), reported) != null) {
            throw new IllegalStateException(reported.id() + " was judged twice");
        }
    }

    private Requirement rule(PlannedCheck check) {
        return plan.catalogue().requirement(check.id().requirement()).orElseThrow();
    }

    private CheckResult.Builder result(String id, Requirement rule) {
        return CheckResult.of(
                id, rule.id(), rule.area(), rule.level(plan.edition()).name(), rule.says(), rule.source());
    }

    private static Exchange nothing() {
        return new Exchange(List.of(), List.of());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static Thread caseThread(Runnable task) {
        var thread = new Thread(task, "case-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** A selector that selects no check: an error of the user's. */
    public static final class NothingSelected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingSelected(String selector) {
            super("`only` is `" + selector + "`, which selects no check; `list` shows all ids, areas and levels");
        }
    }
}
