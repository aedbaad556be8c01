package org.instantlogs.server.fault;

import java.util.SplittableRandom;
import org.instantlogs.server.Parts;
import org.instantlogs.server.sample.Sampler;
import org.instantlogs.server.session.ClientSample;
import org.instantlogs.server.session.JobRequest;

/** A server that samples otherwise where there is a filter. A job is read and its session made on one thread. */
final class FilteredSample implements Parts {
    private final Sampling mistaken;
    private final ThreadLocal<Boolean> isFiltered = ThreadLocal.withInitial(() -> false);

    /** @param mistaken the sample of a session that has a filter */
    FilteredSample(Sampling mistaken) {
        this.mistaken = mistaken;
    }

    @Override
    public JobReader jobReader() {
        var filters = filters();
        return body -> JobRequest.read(body, text -> {
            isFiltered.set(!text.isEmpty());
            return filters.compile(text);
        });
    }

    @Override
    public ClientSample clientSample(long n, SplittableRandom random) {
        var sampler = isFiltered.get() ? mistaken.of(n, random) : new Sampler(n, random);
        return (record, now) -> sampler.keepsNext();
    }

    /** Makes the sampler of a session. */
    @FunctionalInterface
    interface Sampling {
        Sampler of(long n, SplittableRandom random);
    }
}
