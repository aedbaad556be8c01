package org.instantlogs.suite.cases;

import java.util.List;
import org.instantlogs.suite.cases.auth.LoginCases;
import org.instantlogs.suite.cases.auth.SecrecyCases;
import org.instantlogs.suite.cases.auth.StrangerCases;
import org.instantlogs.suite.cases.auth.WrongLoginCases;
import org.instantlogs.suite.cases.filter.ComparisonCases;
import org.instantlogs.suite.cases.filter.ExactTextCases;
import org.instantlogs.suite.cases.filter.GroupCases;
import org.instantlogs.suite.cases.filter.InCases;
import org.instantlogs.suite.cases.filter.KeyCases;
import org.instantlogs.suite.cases.filter.MisfitCases;
import org.instantlogs.suite.cases.filter.NotationCases;
import org.instantlogs.suite.cases.filter.ObservedCases;
import org.instantlogs.suite.cases.filter.OperatorCases;
import org.instantlogs.suite.cases.filter.OtherFieldCases;
import org.instantlogs.suite.cases.filter.RandomFilterCases;
import org.instantlogs.suite.cases.filter.ReachCases;
import org.instantlogs.suite.cases.filter.VisitedCases;
import org.instantlogs.suite.cases.filter.WideNumberCases;
import org.instantlogs.suite.cases.http.ConnectRateCases;
import org.instantlogs.suite.cases.http.MethodCases;
import org.instantlogs.suite.cases.http.PlaintextCases;
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
import org.instantlogs.suite.cases.job.SlowBodyCases;
import org.instantlogs.suite.cases.limit.IdleTimeCases;
import org.instantlogs.suite.cases.limit.KindOfJobCases;
import org.instantlogs.suite.cases.limit.LimitSignCases;
import org.instantlogs.suite.cases.limit.LimitedSessionCases;
import org.instantlogs.suite.cases.limit.NewSessionCases;
import org.instantlogs.suite.cases.limit.OneSessionCases;
import org.instantlogs.suite.cases.limit.OtherZoneCases;
import org.instantlogs.suite.cases.limit.SessionTableCases;
import org.instantlogs.suite.cases.limit.SessionTimeCases;
import org.instantlogs.suite.cases.limit.StalledReaderCases;
import org.instantlogs.suite.cases.ndjson.AgreementCases;
import org.instantlogs.suite.cases.ndjson.FieldCases;
import org.instantlogs.suite.cases.ndjson.ForgeryCases;
import org.instantlogs.suite.cases.ndjson.LineCases;
import org.instantlogs.suite.cases.ndjson.MessageCases;
import org.instantlogs.suite.cases.ndjson.NoValueCases;
import org.instantlogs.suite.cases.ndjson.SampleIntervalCases;
import org.instantlogs.suite.cases.ndjson.TypeCases;
import org.instantlogs.suite.cases.ndjson.ValueCases;
import org.instantlogs.suite.cases.sample.DataRateCases;
import org.instantlogs.suite.cases.sample.SampleCases;
import org.instantlogs.suite.cases.sample.SampleReachCases;
import org.instantlogs.suite.cases.stream.ClientFrameCases;
import org.instantlogs.suite.cases.stream.ConnectCases;
import org.instantlogs.suite.cases.stream.DelayCases;
import org.instantlogs.suite.cases.stream.DeliveryCases;
import org.instantlogs.suite.cases.stream.PingCases;
import org.instantlogs.suite.cases.stream.ProtocolErrorCases;
import org.instantlogs.suite.cases.stream.ReaderCases;
import org.instantlogs.suite.cases.stream.UnknownAddressCases;
import org.instantlogs.suite.cases.stream.ZonesApartCases;

/** Every case class there is. A test of the build holds this list against the class path. */
public final class Cases {
    private Cases() {}

    /** The case classes, area by area in the catalogue's order. */
    public static List<Class<?>> all() {
        return List.of(
                JobCases.class,
                EchoCases.class,
                OptionalPartCases.class,
                FieldsCases.class,
                BadBodyCases.class,
                SlowBodyCases.class,
                OddSampleCases.class,
                BadFilterCases.class,
                OddFilterCases.class,
                RefusalCases.class,
                NoSuchZoneCases.class,
                ListCases.class,
                AddressCases.class,
                LoginCases.class,
                WrongLoginCases.class,
                SecrecyCases.class,
                StrangerCases.class,
                ConnectCases.class,
                DeliveryCases.class,
                DelayCases.class,
                ZonesApartCases.class,
                PingCases.class,
                ClientFrameCases.class,
                ProtocolErrorCases.class,
                ReaderCases.class,
                UnknownAddressCases.class,
                LineCases.class,
                FieldCases.class,
                SampleIntervalCases.class,
                TypeCases.class,
                ValueCases.class,
                MessageCases.class,
                AgreementCases.class,
                ForgeryCases.class,
                NoValueCases.class,
                OperatorCases.class,
                InCases.class,
                ComparisonCases.class,
                NotationCases.class,
                ExactTextCases.class,
                GroupCases.class,
                KeyCases.class,
                OtherFieldCases.class,
                ReachCases.class,
                MisfitCases.class,
                RandomFilterCases.class,
                VisitedCases.class,
                WideNumberCases.class,
                ObservedCases.class,
                SampleCases.class,
                SampleReachCases.class,
                DataRateCases.class,
                OneSessionCases.class,
                NewSessionCases.class,
                OtherZoneCases.class,
                SessionTimeCases.class,
                IdleTimeCases.class,
                StalledReaderCases.class,
                SessionTableCases.class,
                LimitedSessionCases.class,
                KindOfJobCases.class,
                LimitSignCases.class,
                PlaintextCases.class,
                ConnectRateCases.class,
                MethodCases.class);
    }
}
