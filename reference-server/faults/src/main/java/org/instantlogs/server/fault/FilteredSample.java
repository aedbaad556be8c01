package org.instantlogs.server.fault;

import java.util.SplittableRandom;
import org.instantlogs.server.sample.Sampler;
import org.instantlogs.server.session.ClientSample;

/** A server that samples otherwise where there is a filter. */
final class FilteredSample extends OfSomeJobs {
    private final Sampling mistaken;

    /** @param mistaken the sample of a session that has a filter */
    FilteredSample(Sampling mistaken) {
        super(OfSomeJobs::isFiltered);
        this.mistaken = mistaken;
    }

    @Override
    public ClientSample clientSample(long n, SplittableRandom random) {
        var sampler = isOne() ? mistaken.of(n, random) : new Sampler(n, random);
        return (record, now) -> sampler.keepsNext();
    }

    /** Makes the sampler of a session. */
    @FunctionalInterface
    interface Sampling {
        Sampler of(long n, SplittableRandom random);
    }
}
