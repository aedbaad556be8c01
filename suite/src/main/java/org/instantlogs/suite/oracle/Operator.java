package org.instantlogs.suite.oracle;

import java.util.Arrays;
import java.util.Optional;

/**
 * The operators of a filter in every spelling that the documents have used.
 *
 * <p>Source page: "Create an Instant Logs Job", Filters; the spellings with an exclamation mark are later documents'.
 */
public enum Operator {
    EQ("eq"),
    NEQ("neq"),
    GT("gt"),
    GEQ("geq"),
    LT("lt"),
    LEQ("leq"),
    STARTS_WITH("startsWith"),
    ENDS_WITH("endsWith"),
    CONTAINS("contains"),
    IN("in"),
    /** The spelling of the source page's table; its examples say {@link #IN}. */
    IN_AS_IN_THE_TABLE("In"),
    NOT_EQ("!eq"),
    NOT_IN("!in"),
    NOT_CONTAINS("!contains"),
    NOT_STARTS_WITH("!startsWith"),
    NOT_ENDS_WITH("!endsWith");

    private final String wire;

    Operator(String wire) {
        this.wire = wire;
    }

    /** The spelling that goes over the wire, such as {@code startsWith}. */
    public String wire() {
        return wire;
    }

    /** The operator of exactly that spelling. */
    public static Optional<Operator> spelled(String wire) {
        return Arrays.stream(values())
                .filter(operator -> operator.wire.equals(wire))
                .findFirst();
    }

    /** Whether it lets through what its {@link #base()} holds back. */
    public boolean negates() {
        return this == NEQ || wire.startsWith("!");
    }

    /** The affirmative operator of the same question: {@code eq} of {@code neq} and of {@code !eq}, {@code in} of {@code In}. */
    public Operator base() {
        return switch (this) {
            case NEQ, NOT_EQ -> EQ;
            case IN_AS_IN_THE_TABLE, NOT_IN -> IN;
            case NOT_CONTAINS -> CONTAINS;
            case NOT_STARTS_WITH -> STARTS_WITH;
            case NOT_ENDS_WITH -> ENDS_WITH;
            default -> this;
        };
    }

    /** Whether it takes several values: an array, or one text with commas. */
    public boolean takesSeveral() {
        return base() == IN;
    }
}
