package org.instantlogs.suite.cases;

import java.util.List;
import org.instantlogs.suite.cases.auth.LoginCases;
import org.instantlogs.suite.cases.auth.SecrecyCases;
import org.instantlogs.suite.cases.auth.StrangerCases;
import org.instantlogs.suite.cases.auth.WrongLoginCases;
import org.instantlogs.suite.cases.job.AddressCases;
import org.instantlogs.suite.cases.job.BadBodyCases;
import org.instantlogs.suite.cases.job.BadFilterCases;
import org.instantlogs.suite.cases.job.EchoCases;
import org.instantlogs.suite.cases.job.FieldsCases;
import org.instantlogs.suite.cases.job.JobCases;
import org.instantlogs.suite.cases.job.ListCases;
import org.instantlogs.suite.cases.job.NoSuchZoneCases;
import org.instantlogs.suite.cases.job.OddFilterCases;
import org.instantlogs.suite.cases.job.OddSampleCases;
import org.instantlogs.suite.cases.job.OptionalPartCases;
import org.instantlogs.suite.cases.job.RefusalCases;

/** Every case class there is. A test of the build holds this list against the class path. */
public final class Cases {
    private Cases() {}

    /** The case classes, area by area in the catalogue's order. */
    public static List<Class<?>> all() {
        return List.of(
                JobCases.class,
                AddressCases.class,
                EchoCases.class,
                OptionalPartCases.class,
                FieldsCases.class,
                BadBodyCases.class,
                OddSampleCases.class,
                BadFilterCases.class,
                OddFilterCases.class,
                RefusalCases.class,
                NoSuchZoneCases.class,
                ListCases.class,
                LoginCases.class,
                WrongLoginCases.class,
                SecrecyCases.class,
                StrangerCases.class);
    }
}
