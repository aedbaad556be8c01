package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Optional;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.Job;
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
        judgeStatus(zone, judgement, Operator.GT, 200);
    }

    @Check("IL-FILTER-04.lets-nothing-less-through")
    void letsNothingLessThrough(Zone zone, Judgement judgement) {
        judgeStatus(zone, judgement, Operator.GEQ, 201);
    }

    @Check("IL-FILTER-05.lets-nothing-greater-or-equal-through")
    void letsNothingGreaterOrEqualThrough(Zone zone, Judgement judgement) {
        judgeStatus(zone, judgement, Operator.LT, 404);
    }

    @Check("IL-FILTER-06.lets-nothing-greater-through")
    void letsNothingGreaterThrough(Zone zone, Judgement judgement) {
        judgeStatus(zone, judgement, Operator.LEQ, 403);
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
        if (zone.descriptor().profile() == Edition.DOCS_2022) {
            judge(zone, judgement, Filter.predicate("EdgeResponseStatus", Operator.IN, "200,404"));
        } else {
            judgeAnyOf(
                    zone,
                    judgement,
                    List.of(
                            Filter.and(Filter.predicate("EdgeResponseStatus", Operator.IN, List.of(200, 404))),
                            Filter.and(Filter.predicate("EdgeResponseStatus", Operator.IN, List.of("200", "404")))));
        }
    }

    @Check("IL-FILTER-18.and-lets-nothing-through-that-one-holds-back")
    void andLetsNothingThroughThatOneHoldsBack(Zone zone, Judgement judgement) {
        var gets = Filter.predicate("ClientRequestMethod", Operator.EQ, "GET");
        judgeAnyOf(
                zone,
                judgement,
                status(Operator.LT, 300).stream()
                        .map(fine -> Filter.and(gets, fine))
                        .toList());
    }

    private static void judgeStatus(Zone zone, Judgement judgement, Operator operator, int value) {
        judgeAnyOf(
                zone,
                judgement,
                status(operator, value).stream().map(Filter::and).toList());
    }

    /** A number may be given in either form, and which of them a target takes is IL-FILTER-15's. */
    private static List<Filter> status(Operator operator, int value) {
        return List.of(
                Filter.predicate("EdgeResponseStatus", operator, String.valueOf(value)),
                Filter.predicate("EdgeResponseStatus", operator, value));
    }

    private static void judge(Zone zone, Judgement judgement, Filter predicate) {
        judgeAnyOf(zone, judgement, List.of(Filter.and(predicate)));
    }

    /** Of several forms of the same filter the first that the target takes is judged. */
    private static void judgeAnyOf(Zone zone, Judgement judgement, List<? extends Filter> forms) {
        var filter = forms.get(0);
        var records = records(zone, accepted(zone, forms));

        for (RecordLine line : records) {
            var record = read(line);
            judgement.expect(
                    record.isEmpty() || filter.matches(record.get()),
                    "nothing but what matches " + filter,
                    "a record that doesn't: " + line);
        }
    }

    private static Accepted accepted(Zone zone, List<? extends Filter> forms) {
        for (Filter form : forms.subList(0, forms.size() - 1)) {
            var answer = asks(zone, form);
            if (!answer.isRefusal()) {
                return new Accepted(form, answer.accepted());
            }
            zone.frees();
        }
        var last = forms.get(forms.size() - 1);
        return new Accepted(last, asks(zone, last).accepted());
    }

    private static CreateAnswer asks(Zone zone, Filter filter) {
        return zone.asks(JobSpec.job(Zone.MARKED + ",ClientRequestMethod,EdgeResponseStatus")
                .where(filter));
    }

    private record Accepted(Filter filter, Job job) {}

    private static List<RecordLine> records(Zone zone, Accepted accepted) {
        var stream = accepted.job().stream();
        if (!zone.canCauseTraffic()) {
            return stream.someRecords(ENOUGH);
        }
        var sent = zone.visited(Visits.assorted(ENOUGH));
        stream.awaitAll(sent.stream()
                .filter(one -> accepted.filter().matches(one.record()))
                .toList());
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
