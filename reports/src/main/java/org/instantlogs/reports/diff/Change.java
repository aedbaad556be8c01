package org.instantlogs.reports.diff;

import java.util.Locale;

/** What became of a check between the base and the others. In this order rows are shown. */
public enum Change {
    /** Some other report has a violation where the base has none, or one of a MUST where the base has one of a SHOULD. */
    WORSE,
    /** The reverse, in some report, and nowhere worse. */
    BETTER,
    /** Targets behave in different ways, of which none is the worse: other notes, or a violation in another way. */
    OTHERWISE,
    /** Where the check was judged all behave alike, and somewhere it was not judged. */
    UNJUDGED,
    /** The same in all reports. */
    SAME;

    /** Returns the name that the renderings use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
