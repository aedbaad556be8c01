package org.instantlogs.suite;

import org.instantlogs.fixtures.Edition;

/** Reads the name of an edition from the command line. */
final class Editions {
    private Editions() {}

    static Edition named(String label) {
        try {
            return Edition.labelled(label);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--profile: " + e.getMessage(), e);
        }
    }
}
