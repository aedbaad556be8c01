package org.instantlogs.suite.cases;

import java.util.List;
import org.instantlogs.suite.cases.job.JobCases;

/** Every case class there is. A test of the build holds this list against the class path. */
public final class Cases {
    private Cases() {}

    /** The case classes, area by area in the catalogue's order. */
    public static List<Class<?>> all() {
        return List.of(JobCases.class);
    }
}
