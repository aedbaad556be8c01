package org.instantlogs.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How one check ended. Every declared check has exactly one of these at the end of a run. */
public enum Verdict {
    /** Judged, and right. */
    PASS,
    /** A MUST is violated. */
    FAIL,
    /** A SHOULD is violated, or a MUST in a way that its rule lets pass with a warning. */
    WARN,
    /** What the target does where the sources leave it open. */
    NOTE,
    /** The target does not offer what the check needs, or there is no check for the rule yet. */
    NOT_TESTED,
    /** The check could not be brought to a judgement. */
    INCONCLUSIVE,
    /** The suite's own fault. */
    ERROR,
    /** Listed as known, and violated in the listed way. */
    KNOWN,
    /** Listed as known, but passes, has expired or is violated in another way. */
    STALE,
    /** Left out by the user. */
    DESELECTED;

    private static final Set<Verdict> JUDGED = Set.of(PASS, FAIL, WARN, NOTE, KNOWN, STALE);

    /** Returns the name that reports use, such as {@code not-tested}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the verdict with this label.
     *
     * @throws IllegalArgumentException where there is none; the message lists the labels
     */
    public static Verdict labelled(String label) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("verdict is `" + label + "`; it is one of "
                        + Arrays.stream(values()).map(Verdict::label).collect(Collectors.joining(", "))));
    }

    /** Says whether the target was judged: not so where nothing could be concluded about it. */
    public boolean isJudged() {
        return JUDGED.contains(this);
    }

    /**
     * Says whether one such check makes the target not conformant.
     *
     * @param strict whether the violation of a SHOULD counts as well
     */
    public boolean isRed(boolean strict) {
        return this == FAIL || this == STALE || (strict && this == WARN);
    }
}
