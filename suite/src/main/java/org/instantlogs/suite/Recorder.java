package org.instantlogs.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.ConsoleProgress;
import org.instantlogs.reports.EventsNdjson;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Recording;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.Terminal;
import org.instantlogs.reports.Verdict;
import org.instantlogs.reports.html.ReportPage;
import org.instantlogs.reports.known.Ledger;
import org.instantlogs.reports.replay.ReplayFile;
import org.instantlogs.suite.run.RunListener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a run says as it goes: events, exchanges, progress on the console; and marks what is known. Thread-safe.
 */
final class Recorder implements RunListener, AutoCloseable {
    private static final Set<Verdict> RIGHT =
            Set.of(Verdict.PASS, Verdict.NOTE, Verdict.NOT_TESTED, Verdict.DESELECTED);

    private final ReportFolder folder;
    private final EventsNdjson events;
    private final boolean keepAll;
    private final Terminal terminal;
    private final PrintStream console;
    private final Ledger known;
    private final UnaryOperator<String> replay;
    private final InstantSource clock;
    private final Set<String> declared = new ConcurrentSkipListSet<>();
    private volatile @Nullable ConsoleProgress progress;

    /**
     * Starts with nothing said.
     *
     * @param known decides which violations are let pass
     * @param replay makes of a file's path the command that plays it
     */
    Recorder(
            ReportFolder folder,
            InstantSource clock,
            boolean keepAll,
            Ledger known,
            UnaryOperator<String> replay,
            Terminal terminal,
            PrintStream console)
            throws IOException {
        this.clock = clock;
        this.known = known;
        this.replay = replay;
        this.folder = folder;
        this.events = folder.events(clock);
        this.keepAll = keepAll;
        this.terminal = terminal;
        this.console = console;
    }

    @Override
    public void declared(String checkId) {
        declared.add(checkId);
        events.declared(checkId);
    }

    @Override
    public void started(String checkId) {
        events.started(checkId);
    }

    @Override
    public CheckResult judged(CheckResult result, Supplier<Exchange> exchange) {
        var listed = known.judge(result, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var kept = isWorthKeeping(listed) ? kept(listed, exchange.get()) : listed;
        events.judged(kept);
        progress().judged(kept);
        return kept;
    }

    /** Writes the report; returns it as it is after a look at the list of known deviations. */
    Report finished(Report found) throws IOException {
        var report = found.withUnmatched(known.unmatched(declared));
        progress().finish();
        events.finished(report);
        folder.write(report);
        ReportPage.write(report, folder.path());
        return report;
    }

    private boolean isWorthKeeping(CheckResult result) {
        return keepAll || !RIGHT.contains(result.verdict());
    }

    private CheckResult kept(CheckResult result, Exchange exchange) {
        boolean something = !exchange.http().isEmpty() || !exchange.sockets().isEmpty();
        return something ? replayable(result.withExchange(keep(result, exchange)), exchange.recording()) : result;
    }

    private CheckResult replayable(CheckResult result, Recording recording) {
        if (RIGHT.contains(result.verdict()) || recording.steps().isEmpty()) {
            return result;
        }
        try {
            return result.withReplay(replay.apply(folder.writeReplay(result.id(), ReplayFile.text(result, recording))));
        } catch (IOException e) {
            throw new UncheckedIOException("the file to replay " + result.id() + " can't be kept", e);
        }
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
            current = new ConsoleProgress(console, terminal, declared.size());
            progress = current;
        }
        return current;
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
