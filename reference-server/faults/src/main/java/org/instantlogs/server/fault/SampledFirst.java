package org.instantlogs.server.fault;

import java.time.Instant;
import java.util.SplittableRandom;
import org.instantlogs.server.Parts;
import org.instantlogs.server.sample.DataRate;
import org.instantlogs.server.sample.Sampler;
import org.instantlogs.server.session.ClientSample;
import org.instantlogs.server.session.JobRequest;

/**
 * A server that samples first and filters then, which comes to the same share; and that above the maximum, second by second, lets
 * each record through by a chance of its own, which is halved each time that the maximum is reached anew.
 */
final class SampledFirst implements Parts {
    private final ThreadLocal<FirstChoice> choice = ThreadLocal.withInitial(FirstChoice::new);

    @Override
    public JobReader jobReader() {
        var filters = filters();
        return body -> {
            var first = new FirstChoice();
            choice.set(first);
            return JobRequest.read(body, text -> {
                var right = filters.compile(text);
                return record -> first.keeps() && right.matches(record);
            });
        };
    }

    @Override
    public ClientSample clientSample(long n, SplittableRandom random) {
        choice.get().sampler = new Sampler(n, random);
        return (record, now) -> true;
    }

    @Override
    public DataRate dataRate(int recordsPerSecond, SplittableRandom random) {
        return new Halving(recordsPerSecond, random);
    }

    /** The sample of one session, which its filter takes. */
    private static final class FirstChoice {
        private volatile Sampler sampler = new Sampler(1, new SplittableRandom(1));

        boolean keeps() {
            return sampler.keepsNext();
        }
    }

    /** Each chance is settled before the record is seen, so that the sum of what they stand for is without bias. */
    private static final class Halving implements DataRate {
        private final int most;
        private final SplittableRandom random;
        private long second = Long.MIN_VALUE;
        private int delivered;
        private long weight = 1;

        Halving(int most, SplittableRandom random) {
            this.most = most;
            this.random = random;
        }

        @Override
        public long weigh(Instant now, int backlogLines, long backlogBytes) {
            if (now.getEpochSecond() != second) {
                second = now.getEpochSecond();
                delivered = 0;
                weight = 1;
            }
            if (random.nextLong(weight) != 0) {
                return 0;
            }
            long mine = weight;
            if (++delivered == most) {
                delivered = most / 2;
                weight *= 2;
            }
            return mine;
        }
    }
}
