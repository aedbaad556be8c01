package org.instantlogs.server.fault;

import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.fixtures.TrialTargets;

/** Every fault and every personality there is, area by area. */
public final class AllTrialTargets implements TrialTargets {

    /** For the service loader. */
    public AllTrialTargets() {}

    @Override
    public List<TrialTarget> all() {
        return Stream.of(
                        JobAnswerFaults.all(),
                        JobEchoFaults.all(),
                        AddressFaults.all(),
                        JobIdFaults.all(),
                        AcceptanceFaults.all(),
                        OddSampleFaults.all(),
                        BadFilterFaults.all(),
                        RefusalFaults.all(),
                        BodyFaults.all(),
                        ZoneFaults.all(),
                        ListFaults.all(),
                        LoginFaults.all(),
                        StrangerFaults.all(),
                        SecrecyFaults.all(),
                        PlainDoorFaults.all(),
                        ConnectRateFaults.all(),
                        DeliveryFaults.all(),
                        HollowFaults.all(),
                        ZonesApartFaults.all(),
                        StrayFaults.all(),
                        ConnectFaults.all(),
                        ClientFaults.all(),
                        ProtocolFaults.all(),
                        LineFaults.all(),
                        MessageFaults.all(),
                        FieldFaults.all(),
                        TypeFaults.all(),
                        TextValueFaults.all(),
                        ValueFaults.all(),
                        VisitorFaults.all(),
                        SessionFaults.all(),
                        TimeFaults.all(),
                        IdleFaults.all(),
                        LateLimitFaults.all(),
                        SignFaults.all(),
                        NumberFaults.all(),
                        TextFaults.all(),
                        PatternFaults.all(),
                        InFaults.all(),
                        ListValueFaults.all(),
                        GroupFaults.all(),
                        KeyFaults.all(),
                        EditionFaults.all(),
                        ReachFaults.all(),
                        SampleFaults.all(),
                        DataRateFaults.all(),
                        SometimesFaults.all(),
                        Personalities.all(),
                        FilterPersonalities.all(),
                        ApiPersonalities.all(),
                        StreamPersonalities.all())
                .flatMap(List::stream)
                .toList();
    }
}
