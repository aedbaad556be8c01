package org.instantlogs.suite.cases;

import java.util.List;
import org.instantlogs.suite.cases.http.ConnectRateCases;
import org.instantlogs.suite.cases.http.MethodCases;
import org.instantlogs.suite.cases.http.PlaintextCases;
import org.instantlogs.suite.cases.job.JobCases;
import org.instantlogs.suite.cases.limit.IdleTimeCases;
import org.instantlogs.suite.cases.limit.LimitSignCases;
import org.instantlogs.suite.cases.limit.NewSessionCases;
import org.instantlogs.suite.cases.limit.OneSessionCases;
import org.instantlogs.suite.cases.limit.OtherZoneCases;
import org.instantlogs.suite.cases.limit.SessionTimeCases;
import org.instantlogs.suite.cases.limit.StalledReaderCases;

/** Every case class there is. A test of the build holds this list against the class path. */
public final class Cases {
    private Cases() {}

    /** The case classes, area by area in the catalogue's order. */
    public static List<Class<?>> all() {
        return List.of(
                JobCases.class,
                OneSessionCases.class,
                NewSessionCases.class,
                OtherZoneCases.class,
                SessionTimeCases.class,
                IdleTimeCases.class,
                StalledReaderCases.class,
                LimitSignCases.class,
                PlaintextCases.class,
                ConnectRateCases.class,
                MethodCases.class);
    }
}
