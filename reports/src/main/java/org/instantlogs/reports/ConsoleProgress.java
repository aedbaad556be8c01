package org.instantlogs.reports;

import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Says how far a run is. On a terminal one line is written over, at most once for each percent; elsewhere there is a line for
 * each quarter. Any number of threads may tell it what was judged.
 */
public final class ConsoleProgress {

    private static final int TERMINAL_STEPS = 100;
    private static final int PLAIN_STEPS = 4;

    private final PrintStream out;
    private final Terminal terminal;
    private final int declared;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private int done;
    private int violated;
    private int shownSteps;

    /**
     * Starts at 0.
     *
     * @param declared how many checks the run has to judge
     */
    public ConsoleProgress(PrintStream out, Terminal terminal, int declared) {
        this.out = out;
        this.terminal = terminal;
        this.declared = declared;
    }

    /** Counts a check, and shows it where that is worth a line. */
    public void judged(CheckResult check) {
        oneAtATime.lock();
        try {
            done++;
            if (check.verdict().isRed(false)) {
                violated++;
            }
            var steps = terminal.rewritesLines() ? TERMINAL_STEPS : PLAIN_STEPS;
            var reached = declared == 0 ? 0 : (int) ((long) done * steps / declared);
            if (reached > shownSteps) {
                shownSteps = reached;
                show(check.area());
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void show(String area) {
        var line = done + " of " + declared + " checks, " + violated + " violated";
        if (terminal.rewritesLines()) {
            out.print(terminal.over(line + "  " + Legible.inLine(area)));
            out.flush();
        } else {
            out.println(line);
        }
    }

    /** Clears the line on a terminal, so that what follows starts in an empty one. */
    public void finish() {
        oneAtATime.lock();
        try {
            if (terminal.rewritesLines() && shownSteps > 0) {
                out.print(terminal.over(""));
                out.flush();
            }
        } finally {
            oneAtATime.unlock();
        }
    }
}
