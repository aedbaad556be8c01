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
        return Stream.of(FilterFaults.all(), Personalities.all())
                .flatMap(List::stream)
                .toList();
    }
}
