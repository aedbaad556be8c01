package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Optional;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/**
 * That nothing comes through a filter that does not match, whatever traffic there is: all that can be seen of a target that
 * requests can't be sent to. Source page: "Create an Instant Logs Job", Filters.
 */
public final class ObservedCases {
    private static final int ENOUGH = 14;

    @Check("IL-FILTER-01.lets-nothing-unequal-through")
    void letsNothingUnequalThrough(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("ClientRequestMethod", Operator.EQ, "GET"));
    }

    @Check("IL-FILTER-02.lets-nothing-equal-through")
    void letsNothingEqualThrough(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("ClientRequestMethod", Operator.NEQ, "POST"));
    }

    @Check("IL-FILTER-03.lets-nothing-less-or-equal-through")
    void letsNothingLessOrEqualThrough(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("EdgeResponseStatus", Operator.GT, "200"));
    }

    @Check("IL-FILTER-04.lets-nothing-less-through")
    void letsNothingLessThrough(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("EdgeResponseStatus", Operator.GEQ, "201"));
    }

    @Check("IL-FILTER-05.lets-nothing-greater-or-equal-through")
    void letsNothingGreaterOrEqualThrough(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("EdgeResponseStatus", Operator.LT, "404"));
    }

    @Check("IL-FILTER-06.lets-nothing-greater-through")
    void letsNothingGreaterThrough(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("EdgeResponseStatus", Operator.LEQ, "403"));
    }

    @Check("IL-FILTER-07.lets-nothing-through-that-begins-otherwise")
    void letsNothingThroughThatBeginsOtherwise(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("ClientRequestMethod", Operator.STARTS_WITH, "P"));
    }

    @Check("IL-FILTER-08.lets-nothing-through-that-ends-otherwise")
    void letsNothingThroughThatEndsOtherwise(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("ClientRequestMethod", Operator.ENDS_WITH, "ET"));
    }

    @Check("IL-FILTER-09.lets-nothing-through-that-lacks-the-value")
    void letsNothingThroughThatLacksTheValue(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("ClientRequestMethod", Operator.CONTAINS, "ET"));
    }

    @Check("IL-FILTER-10.lets-nothing-else-through")
    void letsNothingElseThrough(Zone zone, Judgement judgement) {
        judge(zone, judgement, Filter.predicate("EdgeResponseStatus", Operator.IN, "200,404"));
    }

    @Check("IL-FILTER-18.and-lets-nothing-through-that-one-holds-back")
    void andLetsNothingThroughThatOneHoldsBack(Zone zone, Judgement judgement) {
        judge(
                zone,
                judgement,
                Filter.predicate("ClientRequestMethod", Operator.EQ, "GET"),
                Filter.predicate("EdgeResponseStatus", Operator.LT, "300"));
    }

    private static void judge(Zone zone, Judgement judgement, Filter... predicates) {
        var filter = Filter.and(predicates);
        var records = records(zone, filter);

        for (RecordLine line : records) {
            var record = read(line);
            judgement.expect(
                    record.isEmpty() || filter.matches(record.get()),
                    "nothing but what matches " + filter,
                    "a record that doesn't: " + line);
        }
    }

    private static List<RecordLine> records(Zone zone, Filter filter) {
        var stream = zone
                .asks(JobSpec.job(Zone.MARKED + ",ClientRequestMethod,EdgeResponseStatus")
                        .where(filter))
                .accepted()
                .stream();
        if (!zone.canCauseTraffic()) {
            return stream.someRecords(ENOUGH);
        }
        var sent = zone.visited(Visits.assorted(ENOUGH));
        stream.awaitAll(
                sent.stream().filter(one -> filter.matches(one.record())).toList());
        return stream.arrivals().stream()
                .flatMap(arrival -> arrival.lines().stream())
                .flatMap(line -> line.record().stream())
                .toList();
    }

    /** What a line says of the two fields; nothing where they are of no type to compare, which other rules judge. */
    private static Optional<LogRecord> read(RecordLine line) {
        var method = line.value("ClientRequestMethod");
        var status = line.value("EdgeResponseStatus");
        return method.isTextual() && status.canConvertToExactIntegral()
                ? Optional.of(LogRecord.of("ClientRequestMethod", method.textValue())
                        .with("EdgeResponseStatus", status.longValue()))
                : Optional.empty();
    }
}
