package org.instantlogs.suite.cases.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.cases.filter.Shrinking.Smallest;
import org.instantlogs.suite.oracle.And;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.oracle.Or;
import org.instantlogs.suite.oracle.Predicate;
import org.instantlogs.suite.statistics.Seeded;
import org.junit.jupiter.api.Test;

final class ShrinkingTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    /** A target that takes an {@code or} within an {@code and} for an {@code and}. */
    private static boolean passesWithoutOr(Filter filter, LogRecord record, boolean within) {
        if (filter instanceof And and) {
            return and.members().stream().allMatch(member -> passesWithoutOr(member, record, true));
        }
        if (filter instanceof Or or) {
            return within
                    ? or.members().stream().allMatch(member -> passesWithoutOr(member, record, true))
                    : or.members().stream().anyMatch(member -> passesWithoutOr(member, record, false));
        }
        return filter.matches(record);
    }

    private static boolean differsWithoutOr(Filter filter, LogRecord record) {
        return passesWithoutOr(filter, record, false) != filter.matches(record);
    }

    /** A target that takes {@code startsWith} for {@code contains}. */
    private static boolean differsAtBeginnings(Filter filter, LogRecord record) {
        return looksAnywhere(filter, record) != filter.matches(record);
    }

    private static boolean looksAnywhere(Filter filter, LogRecord record) {
        if (filter instanceof And and) {
            return and.members().stream().allMatch(member -> looksAnywhere(member, record));
        }
        if (filter instanceof Or or) {
            return or.members().stream().anyMatch(member -> looksAnywhere(member, record));
        }
        if (filter instanceof Predicate predicate && predicate.operator() == Operator.STARTS_WITH) {
            return record.text(predicate.field().name()).contains(String.valueOf(predicate.value()));
        }
        return filter.matches(record);
    }

    @Test
    void comesDownToTheOnePredicateThatIsMisread() {
        int found = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new RandomFilters(Seeded.forCheck(seed, "shrinking"), Edition.DOCS_2022);
            var drawn = random.drawn(() -> random.group(3), 60);
            var filter = drawn.filter();
            var misjudged = drawn.records().stream()
                    .filter(record -> differsAtBeginnings(filter, record))
                    .toList();
            var smallest = new Shrinking(ShrinkingTest::differsAtBeginnings, LONG).of(filter, misjudged);
            assertThat(smallest.isPresent()).as(filter.toWire()).isEqualTo(!misjudged.isEmpty());
            smallest.ifPresent(small -> {
                assertThat(small.filter().toWire()).containsOnlyOnce("startsWith");
                assertThat(small.filter().toWire()).containsOnlyOnce("\"key\"");
                assertThat(small.record().fields()).hasSize(1);
                assertThat(differsAtBeginnings(small.filter(), small.record())).isTrue();
            });
            found += misjudged.isEmpty() ? 0 : 1;
        }
        assertThat(found).as("filters that show the fault").isGreaterThan(20);
    }

    @Test
    void keepsTheGroupsThatAFaultNeeds() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new RandomFilters(Seeded.forCheck(seed, "shrinking"), Edition.DOCS_2022);
            var drawn = random.drawn(() -> random.group(3), 60);
            var filter = drawn.filter();
            var misjudged = drawn.records().stream()
                    .filter(record -> differsWithoutOr(filter, record))
                    .toList();
            new Shrinking(ShrinkingTest::differsWithoutOr, LONG)
                    .of(filter, misjudged)
                    .ifPresent(small -> assertThat(small.filter().toWire().replaceAll("\\{\"key.*?}", "p"))
                            .isEqualTo("{\"where\":{\"and\":[{\"or\":[p,p]}]}}"));
        }
    }

    @Test
    void leavesAListWithTheOneValueThatIsMisread() {
        var filter = Filter.predicate("ClientCountry", Operator.IN, "pt,US,fr");
        var record = LogRecord.of("ClientCountry", "us").with("ClientRequestMethod", "GET");

        var smallest = new Shrinking(
                        (asked, one) -> asked.toWire().toLowerCase(Locale.ROOT).contains("us"), LONG)
                .of(filter, List.of(record));

        assertThat(smallest)
                .contains(new Smallest(
                        Filter.predicate("ClientCountry", Operator.IN, "US"), record.without("ClientRequestMethod")));
    }

    @Test
    void asksNoMoreWhenTimeIsUp() {
        var asked = new ArrayList<Filter>();

        var smallest = new Shrinking((filter, record) -> asked.add(filter), Duration.ZERO)
                .of(Filter.everything(), List.of(LogRecord.empty()));

        assertThat(smallest).isEmpty();
        assertThat(asked).isEmpty();
    }
}
