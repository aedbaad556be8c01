package org.instantlogs.reports.diff;

import java.nio.file.Path;
import org.instantlogs.reports.Report;

/**
 * One of the compared reports.
 *
 * @param name tells it from the others: the target's name, with the file where that is not enough
 * @param file where it was read; its exchanges are beside it
 */
public record Side(String name, Path file, Report report) {

    /** Returns the folder that holds the report and its exchanges. */
    public Path folder() {
        var parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
