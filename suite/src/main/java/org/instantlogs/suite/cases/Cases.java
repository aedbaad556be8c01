package org.instantlogs.suite.cases;

import java.util.List;
import org.instantlogs.suite.cases.filter.GroupCases;
import org.instantlogs.suite.cases.filter.InCases;
import org.instantlogs.suite.cases.filter.KeyCases;
import org.instantlogs.suite.cases.filter.MisfitCases;
import org.instantlogs.suite.cases.filter.ObservedCases;
import org.instantlogs.suite.cases.filter.OperatorCases;
import org.instantlogs.suite.cases.filter.OtherFieldCases;
import org.instantlogs.suite.cases.filter.RandomFilterCases;
import org.instantlogs.suite.cases.filter.ReachCases;
import org.instantlogs.suite.cases.filter.ValueCases;
import org.instantlogs.suite.cases.filter.VisitedCases;
import org.instantlogs.suite.cases.job.JobCases;
import org.instantlogs.suite.cases.sample.DataRateCases;
import org.instantlogs.suite.cases.sample.SampleCases;

/** Every case class there is. A test of the build holds this list against the class path. */
public final class Cases {
    private Cases() {}

    /** The case classes, area by area in the catalogue's order. */
    public static List<Class<?>> all() {
        return List.of(
                JobCases.class,
                OperatorCases.class,
                InCases.class,
                ValueCases.class,
                GroupCases.class,
                KeyCases.class,
                OtherFieldCases.class,
                ReachCases.class,
                MisfitCases.class,
                RandomFilterCases.class,
                VisitedCases.class,
                ObservedCases.class,
                SampleCases.class,
                DataRateCases.class);
    }
}
