package org.instantlogs.server.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {

    @Test
    void aSampleOfOneKeepsEverything() {
        assertThat(kept(1, 1000)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 10, 100})
    void aSampleOfNKeepsOneInN(long n) {
        double expected = 100_000.0 / n;

        assertThat((double) kept(n, 100_000)).isEqualTo(expected, within(5 * Math.sqrt(expected)));
    }

    @Test
    void theLargestSampleKeepsNextToNothing() {
        assertThat(kept(Long.MAX_VALUE, 100_000)).isZero();
    }

    @Test
    void aSampleBelowOneIsRefused() {
        assertThatThrownBy(() -> new Sampler(0, new SplittableRandom(1)))
                .hasMessage("a sample of 1 in 0 can't be taken");
    }

    private static int kept(long n, int records) {
        var sampler = new Sampler(n, new SplittableRandom(42));
        int kept = 0;
        for (int i = 0; i < records; i++) {
            kept += sampler.keepsNext() ? 1 : 0;
        }
        return kept;
    }
}
