package org.instantlogs.suite.cases.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.instantlogs.fixtures.Edition;
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
    private static final int FILTERS = 4;
    private static final int RECORDS = 60;

    @Check("IL-FILTER-31.random-ands-agree-with-the-model")
    @Variants("batches")
    void randomAndsAgreeWithTheModel(Zone zone, Batch batch) {
        var random = new RandomFilters(Seeded.forCheck(batch.number(), "IL-FILTER-31.and"), batch.edition());
        for (int i = 0; i < FILTERS; i++) {
            tried(zone, random.and(3), random);
        }
    }

    @Check("IL-FILTER-31.random-groups-agree-with-the-model")
    @Variants("groupBatches")
    void randomGroupsAgreeWithTheModel(Zone zone, Judgement judgement, Batch batch) {
        if (!groupsWork(zone)) {
            throw judgement.notTested("a target whose filters take nested groups, see IL-FILTER-19 and IL-FILTER-20");
        }
        var random = new RandomFilters(Seeded.forCheck(batch.number(), "IL-FILTER-31.groups"), batch.edition());
        for (int i = 0; i < FILTERS; i++) {
            zone.frees();
            tried(zone, random.group(3), random);
        }
    }

    private static void tried(Zone zone, Filter filter, RandomFilters random) {
        var fields = "RayID," + String.join(",", Keys.of(filter));
        Passage.ofRecords(zone, fields, Trial.of(filter, random.records(RECORDS)))
                .throughAnyOf(ValueForms.of(filter.toWire()));
        zone.frees();
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
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number -> new Batch(number, edition))
                .toList();
    }

    static List<Batch> groupBatches(Edition edition) {
        return batches(edition).subList(0, 3);
    }

    /** Filters of one seed. */
    record Batch(int number, Edition edition) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("batch", String.valueOf(number));
        }
    }
}
