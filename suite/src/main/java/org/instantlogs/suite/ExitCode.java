package org.instantlogs.suite;

/** The exit codes of run-and-report.md that are not a report's. */
final class ExitCode {
    static final int OK = 0;
    static final int USAGE = 2;
    static final int SUITE_ERROR = 4;

    private ExitCode() {}
}
