package org.instantlogs.suite.check;

/** What a case needs a target to offer, with the descriptor property (or option) that offers it. */
public enum Need {
    /** The suite chooses every field of every record. */
    INJECT("traffic.inject"),
    /** The suite sends HTTP requests through the target's edge. */
    EDGE("zones[0].edge"),
    /** Records that the suite causes, one way or the other. */
    TRAFFIC("traffic.inject or zones[0].edge"),
    /** A clock that the suite moves. */
    CLOCK("clock.advance"),
    /** Session time that passes: a clock, a short limit, or the patience to wait for a long one. */
    SESSION_TIME("clock.advance, a limits.session of at most PT1M, or --long"),
    /** Idle time that passes, likewise. */
    IDLE_TIME("clock.advance, a limits.idle of at most PT1M, or --long"),
    /** The minutes after which a refused connection works again, likewise. */
    RECOVERY_TIME("clock.advance, a limits.connects of at most PT1M, or --long"),
    /** A place for ws:// attempts. */
    PLAINTEXT("plaintext"),
    /** A second zone. */
    TWO_ZONES("zones[1]"),
    /** The login of an account that owns none of the zones. */
    STRANGER("stranger"),
    /** X-Auth-Email and X-Auth-Key of the owner. */
    EMAIL_KEY("auth.email and auth.key"),
    /** A bearer token of the owner. */
    TOKEN("auth.token"),
    /** The maximum data rate of a session. */
    DATA_RATE("limits.records-per-second");

    private final String property;

    Need(String property) {
        this.property = property;
    }

    /** The descriptor property, or the option, that would enable the case. */
    public String property() {
        return property;
    }
}
