package org.instantlogs.reports;

import java.util.Arrays;
import java.util.Locale;

/** How a whole run ended. */
public enum Outcome {
    CONFORMANT(0),
    NOT_CONFORMANT(1),
    INCOMPLETE(3),
    ERROR(4);

    /** The exit code of wrong usage or configuration, which is found before a run and so is the outcome of none. */
    public static final int MISUSE_EXIT_CODE = 2;

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Returns the name that reports use, such as {@code not-conformant}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the outcome with this label.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Outcome labelled(String label) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "outcome is `" + label + "`; it is conformant, not-conformant, incomplete or error"));
    }

    /** Returns the exit code of a run that ended like this: 0, 1, 3 or 4. */
    public int exitCode() {
        return exitCode;
    }

    /**
     * Returns the exit code where misuse was found as well: the first of 4, 2, 1, 3 that applies.
     *
     * @param misused whether wrong usage or configuration came to light
     */
    public int exitCode(boolean misused) {
        return misused && this != ERROR ? MISUSE_EXIT_CODE : exitCode;
    }
}
