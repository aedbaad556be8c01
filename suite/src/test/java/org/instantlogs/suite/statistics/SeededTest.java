package org.instantlogs.suite.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SeededTest {
    @Test
    void oneSeedAndCheckAlwaysGiveOneSequence() {
        assertThat(first(42, "IL-SAMPLE-02.x")).isEqualTo(first(42, "IL-SAMPLE-02.x"));
        assertThat(first(42, "IL-SAMPLE-02.x")).isNotEqualTo(first(42, "IL-SAMPLE-02.y"));
        assertThat(first(42, "IL-SAMPLE-02.x")).isNotEqualTo(first(43, "IL-SAMPLE-02.x"));
    }

    @Test
    void theSequenceIsTheSameOnEveryMachine() {
        assertThat(first(42, "IL-SAMPLE-02.x")).isEqualTo(4750360889448698755L);
    }

    private static long first(long seed, String checkId) {
        return Seeded.forCheck(seed, checkId).nextLong();
    }
}
