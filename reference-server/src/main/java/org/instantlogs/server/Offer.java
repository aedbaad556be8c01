package org.instantlogs.server;

/** What a descriptor may offer beyond the API and its streams. */
enum Offer {
    INJECT,
    EDGE,
    CLOCK,
    RESET,
    PLAINTEXT;

    /** Whether it goes through the control listener. */
    boolean needsControl() {
        return this == INJECT || this == CLOCK || this == RESET;
    }
}
