package org.instantlogs.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.ConsoleProgress;
import org.instantlogs.reports.EventsNdjson;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.Terminal;
import org.instantlogs.reports.Verdict;
import org.instantlogs.reports.html.ReportPage;
import org.instantlogs.suite.run.RunListener;
import org.jspecify.annotations.Nullable;

/** Keeps what a run says as it goes: events, exchanges, progress on the console. Thread-safe. */
final class Recorder implements RunListener, AutoCloseable {
    private static final Set<Verdict> RIGHT =
            Set.of(Verdict.PASS, Verdict.NOTE, Verdict.NOT_TESTED, Verdict.DESELECTED);

    private final ReportFolder folder;
    private final EventsNdjson events;
    private final boolean keepAll;
    private final Terminal terminal;
    private final PrintStream console;
    private final AtomicInteger declared = new AtomicInteger();
    private volatile @Nullable ConsoleProgress progress;

    Recorder(ReportFolder folder, InstantSource clock, boolean keepAll, Terminal terminal, PrintStream console)
            throws IOException {
        this.folder = folder;
        this.events = folder.events(clock);
        this.keepAll = keepAll;
        this.terminal = terminal;
        this.console = console;
    }

    @Override
    public void declared(String checkId) {
        declared.incrementAndGet();
        events.declared(checkId);
    }

    @Override
    public void started(String checkId) {
        events.started(checkId);
    }

    @Override
    public CheckResult judged(CheckResult result, Supplier<Exchange> exchange) {
        var kept = isWorthKeeping(result) ? kept(result, exchange.get()) : result;
        events.judged(kept);
        progress().judged(kept);
        return kept;
    }

    void finished(Report report) throws IOException {
        progress().finish();
        events.finished(report);
        folder.write(report);
        ReportPage.write(report, folder.path());
    }

    private boolean isWorthKeeping(CheckResult result) {
        return keepAll || !RIGHT.contains(result.verdict());
    }

    private CheckResult kept(CheckResult result, Exchange exchange) {
        boolean something = !exchange.http().isEmpty() || !exchange.sockets().isEmpty();
        return something ? result.withExchange(keep(result, exchange)) : result;
    }

    private String keep(CheckResult result, Exchange exchange) {
        try {
            return folder.write(result.id(), exchange);
        } catch (IOException e) {
            throw new UncheckedIOException("the exchange of " + result.id() + " can't be kept", e);
        }
    }

    private synchronized ConsoleProgress progress() {
        var current = progress;
        if (current == null) {
            current = new ConsoleProgress(console, terminal, declared.get());
            progress = current;
        }
        return current;
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
