package org.instantlogs.suite.cases.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The bound of an honest sample: wide enough for chance, too narrow for one that lies about its factor. */
class DataRateCasesTest {
    private static final int RECORDS = 10_000;

    @Test
    void anHonestSampleStaysWithinTheBound() {
        var random = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            var intervals = new ArrayList<Long>();
            for (int i = 0; i < RECORDS; i++) {
                long factor = 1L + i / 500;
                if (random.nextLong(factor) == 0) {
                    intervals.add(factor);
                }
            }

            long sum = intervals.stream().mapToLong(Long::longValue).sum();

            assertThat((double) Math.abs(sum - RECORDS)).isLessThanOrEqualTo(DataRateCases.bound(intervals));
        }
    }

    /** A target that tells its factor wrongly by as much as the design says it finds. */
    @Test
    void whatTheDesignSaysItFindsIsFound() {
        var design = DataRateCases.design(RECORDS);
        double off = Integer.parseInt(design.detects().replaceFirst(".*off by (\\d+) %.*", "$1")) / 100.0;
        var random = new SplittableRandom(11);
        int found = 0;
        for (int run = 0; run < 1_000; run++) {
            var intervals = new ArrayList<Long>();
            for (int i = 0; i < RECORDS; i++) {
                if (random.nextDouble() < 0.1 * (1 + off)) {
                    intervals.add(10L);
                }
            }
            long sum = 10L * intervals.size();
            if (Math.abs(sum - RECORDS) > DataRateCases.bound(intervals)) {
                found++;
            }
        }

        assertThat(off).isLessThan(0.5);
        assertThat(found / 1_000.0).isGreaterThan(design.power() - 0.02);
    }

    @Test
    void aSampleThatTellsTwiceOrHalfItsFactorIsFoundOut() {
        var twice = Collections.nCopies(RECORDS / 10, 20L);
        var half = Collections.nCopies(RECORDS / 10, 5L);

        assertThat(2.0 * RECORDS - RECORDS).isGreaterThan(DataRateCases.bound(twice));
        assertThat(RECORDS - RECORDS / 2.0).isGreaterThan(DataRateCases.bound(half));
    }
}
