package org.instantlogs.suite.zone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a case injects below the target's maximum data rate, so that nothing is sampled away: at most a second's worth,
 * then a second and more has to pass. A target of unknown rate gets all at once.
 */
final class SendingPace {
    private static final Duration WINDOW = Duration.ofMillis(1_100);

    private final Optional<Integer> perSecond;
    private int inWindow;

    SendingPace(Optional<Integer> perSecond) {
        this.perSecond = perSecond;
    }

    /**
     * The pace of records of which the job's filter and sample let only a share through: the maximum counts those. So many at a
     * time that eight standard deviations more than the mean are still below it, and never fewer than the maximum itself.
     *
     * @param share above 0, at most 1
     */
    static SendingPace beforeSampling(Optional<Integer> perSecond, double share) {
        return new SendingPace(perSecond.map(most -> {
            // m + 8 sqrt(m) <= most
            double mean = Math.pow(Math.sqrt(16 + most) - 4, 2);
            return Math.max(most, (int) Math.min(Integer.MAX_VALUE, mean / share));
        }));
    }

    List<List<Sent>> bursts(List<Sent> records) {
        int most = perSecond.orElse(Integer.MAX_VALUE);
        var bursts = new ArrayList<List<Sent>>();
        for (int from = 0; from < records.size(); from += Math.min(most, records.size() - from)) {
            bursts.add(records.subList(from, from + Math.min(most, records.size() - from)));
        }
        return bursts;
    }

    void before(int records, Lease lease) {
        if (perSecond.isPresent() && inWindow + records > perSecond.get()) {
            lease.waitFor(WINDOW);
            inWindow = 0;
        }
        inWindow += records;
    }
}
