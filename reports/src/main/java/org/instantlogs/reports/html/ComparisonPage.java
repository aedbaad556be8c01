package org.instantlogs.reports.html;

import java.nio.file.Path;
import org.instantlogs.reports.diff.Comparison;

/** {@code comparison.html}: reports held against each other, for a person. One file that needs no network. */
public final class ComparisonPage {

    private ComparisonPage() {}

    /**
     * Returns the page's text.
     *
     * @param folder where the page goes: links to the exchanges beside the reports are relative to it
     */
    public static String text(Comparison comparison, Path folder) {
        var names = comparison.sides().size() == 2
                ? comparison.sides().get(0).name() + " and "
                        + comparison.sides().get(1).name()
                : comparison.sides().size() + " reports";
        return Page.of(
                names + " · Instant Logs comparison", "comparison", new ComparisonData(comparison, folder).text());
    }
}
