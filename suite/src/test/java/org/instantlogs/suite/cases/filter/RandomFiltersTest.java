package org.instantlogs.suite.cases.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.statistics.Seeded;
import org.junit.jupiter.api.Test;

class RandomFiltersTest {
    private static final int DRAWN = 400;
    private static final int RECORDS = 60;

    /** One in five would keep all back, nearly all of those contradict themselves; twice in a row that is one in 25. */
    @Test
    void nearlyEveryFilterHasARecordThatItLetsThrough() {
        assertThat(drawn(random -> random.and(3)).filter(drawn -> !drawn.letsAnyThrough()))
                .hasSizeBetween(1, DRAWN / 15);
        assertThat(drawn(random -> random.group(3)).filter(drawn -> !drawn.letsAnyThrough()))
                .hasSizeBetween(1, DRAWN / 15);
    }

    @Test
    void aRecordIsAddedOnlyWhereNoOtherIsLetThrough() {
        var added = drawn(random -> random.and(3))
                .filter(drawn -> drawn.records().size() != RECORDS)
                .toList();
        assertThat(added).isNotEmpty().allSatisfy(drawn -> {
            assertThat(drawn.records()).hasSize(RECORDS + 1);
            assertThat(drawn.records().stream().filter(drawn.filter()::matches))
                    .containsExactly(drawn.records().get(RECORDS));
        });
    }

    private static Stream<RandomFilters.Drawn> drawn(Function<RandomFilters, Filter> kind) {
        return IntStream.range(0, DRAWN).mapToObj(seed -> {
            var random = new RandomFilters(Seeded.forCheck(seed, "random filters"), Edition.DOCS_2022);
            return random.drawn(() -> kind.apply(random), RECORDS);
        });
    }
}
