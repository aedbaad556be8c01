package org.instantlogs.suite.cases.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Chance;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.statistics.Seeded;
import org.instantlogs.suite.zone.Zone;

/** Random filters over random records, held against the oracle. */
@Needs(Need.INJECT)
public final class RandomFilterCases {
    private static final int BATCHES = 10;
    private static final int RECORDS = 60;

    @Check("IL-FILTER-31.random-ands-agree-with-the-model")
    @Variants("batches")
    void randomAndsAgreeWithTheModel(Zone zone, Judgement judgement, Chance chance, Batch batch) {
        for (String drawn : batch.draws("and", chance, judgement)) {
            var random = new RandomFilters(Seeded.forCheck(chance.seed(), drawn), batch.edition());
            tried(zone, judgement, random.drawn(() -> random.and(3), RECORDS));
        }
    }

    @Check("IL-FILTER-31.random-groups-agree-with-the-model")
    @Variants("batches")
    void randomGroupsAgreeWithTheModel(Zone zone, Judgement judgement, Chance chance, Batch batch) {
        var draws = batch.draws("groups", chance, judgement);
        if (!groupsWork(zone)) {
            throw judgement.notTested("a target whose filters take nested groups, see IL-FILTER-19 and IL-FILTER-20");
        }
        zone.frees();
        for (String drawn : draws) {
            var random = new RandomFilters(Seeded.forCheck(chance.seed(), drawn), batch.edition());
            tried(zone, judgement, random.drawn(() -> random.group(3), RECORDS));
        }
    }

    private static void tried(Zone zone, Judgement judgement, RandomFilters.Drawn drawn) {
        var filter = drawn.filter();
        var records = drawn.records();
        for (UnaryOperator<Filter> form : ValueForms.changes()) {
            var misjudged = misjudged(zone, filter, form, records, false);
            zone.frees();
            if (misjudged.isPresent()) {
                if (!misjudged.get().isEmpty()) {
                    throw told(zone, judgement, filter, form, misjudged.get());
                }
                return;
            }
        }
        passage(zone, filter, records).through(filter.toWire());
        zone.frees();
    }

    private static Judgement.Decided told(
            Zone zone, Judgement judgement, Filter filter, UnaryOperator<Filter> form, List<LogRecord> misjudged) {
        var smallest = new Shrinking((smaller, record) -> differs(zone, smaller, form, record), Shrinking.LONGEST)
                .of(filter, misjudged);
        var shown = smallest.orElse(new Shrinking.Smallest(filter, misjudged.get(0)));
        boolean due = shown.filter().matches(shown.record());
        judgement.detail("filter", form.apply(shown.filter()).toWire());
        judgement.detail("record", shown.record().toLine());
        judgement.detail("drawn as", form.apply(filter).toWire());
        judgement.violated(
                due ? "the record is let through once" : "the record is kept back",
                (due ? "it is kept back, or let through more than once" : "it is let through") + "; " + misjudged.size()
                        + " of its records are misjudged");
        return judgement.decided();
    }

    private static boolean differs(Zone zone, Filter filter, UnaryOperator<Filter> form, LogRecord record) {
        var misjudged = misjudged(zone, filter, form, List.of(record), true);
        zone.frees();
        return misjudged.filter(records -> !records.isEmpty()).isPresent();
    }

    private static Optional<List<LogRecord>> misjudged(
            Zone zone, Filter filter, UnaryOperator<Filter> form, List<LogRecord> records, boolean closer) {
        return passage(zone, filter, records).misjudged(form.apply(filter).toWire(), closer);
    }

    private static Passage passage(Zone zone, Filter filter, List<LogRecord> records) {
        return Passage.ofRecords(zone, "RayID," + String.join(",", Keys.of(filter)), Trial.of(filter, records));
    }

    /** Groups are no MUST: where the target doesn't take them, or not rightly, its other rules say so. */
    private static boolean groupsWork(Zone zone) {
        var filter = Filter.or(
                Filter.predicate("ClientCountry", Operator.EQ, "om"),
                Filter.and(
                        Filter.predicate("ClientCountry", Operator.EQ, "fr"),
                        Filter.or(
                                Filter.predicate("ClientRequestMethod", Operator.EQ, "PUT"),
                                Filter.predicate("ClientRequestMethod", Operator.EQ, "POST"))));
        var records = new ArrayList<LogRecord>();
        for (String country : List.of("pt", "fr", "om")) {
            for (String method : List.of("GET", "POST", "PUT")) {
                records.add(LogRecord.of("ClientCountry", country).with("ClientRequestMethod", method));
            }
        }
        return Passage.ofRecords(zone, "RayID", Trial.of(filter, records)).works(filter.toWire());
    }

    static List<Batch> batches(Edition edition) {
        return IntStream.rangeClosed(1, BATCHES)
                .mapToObj(number -> new Batch(number, edition))
                .toList();
    }

    /** A part of the run's random filters. */
    record Batch(int number, Edition edition) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("batch", String.valueOf(number));
        }

        /** The names by which its filters are drawn: half of the run's are of either kind, dealt out one by one. */
        private List<String> draws(String kind, Chance chance, Judgement judgement) {
            int all = chance.filters() / 2;
            var draws = IntStream.range(0, all)
                    .filter(i -> i % BATCHES == number - 1)
                    .mapToObj(i -> "IL-FILTER-31." + kind + "." + i)
                    .toList();
            if (draws.isEmpty()) {
                throw judgement.notTested("--random of at least " + 2 * number);
            }
            return draws;
        }
    }
}
