package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Operators on types that they make no sense for: the page is silent, so what a target does is noted. */
@Needs(Need.INJECT)
public final class MisfitCases {

    @Check("IL-FILTER-29.meets-an-operator-that-does-not-fit")
    @Variants("misfits")
    void meetsAnOperatorThatDoesNotFit(Zone zone, Judgement judgement, Misfit misfit) {
        var filter = Filter.and(Filter.predicate(misfit.key(), misfit.operator(), misfit.value()));
        var trials = misfit.values().stream()
                .map(value -> new Trial(LogRecord.of(misfit.key(), value), false))
                .toList();

        var seen = Passage.ofRecords(zone, "RayID," + misfit.key(), trials).observed(filter.toWire());

        judgement.observed(seen.equals("works") ? "lets-nothing-through" : seen);
    }

    /** Whatever it means to a target, it is no reason to break down. */
    @Check("IL-JOB-25.answers-every-operator-on-every-type")
    void answersEveryOperatorOnEveryType(Zone zone, Judgement judgement) {
        for (Misfit misfit : misfits()) {
            var filter = Filter.and(Filter.predicate(misfit.key(), misfit.operator(), misfit.value()));

            var answer = zone.asks(JobSpec.job("RayID").where(filter)).handled();

            judgement.expect(
                    answer.isTaken() || answer.isRefusal(),
                    "a job with the filter " + filter + " is created, or refused with 4xx",
                    answer.describe());
            zone.frees();
        }
    }

    static List<Misfit> misfits() {
        List<Object> paths = List.of("/a", "/m", "/z");
        List<Object> statuses = List.of(200, 404, 503);
        List<Object> lists = List.of(List.of(), List.of("block"), List.of("block", "log"));
        return List.of(
                new Misfit("ClientRequestPath", Operator.GT, "/m", paths),
                new Misfit("ClientRequestPath", Operator.GEQ, "/m", paths),
                new Misfit("ClientRequestPath", Operator.LT, "/m", paths),
                new Misfit("ClientRequestPath", Operator.LEQ, "/m", paths),
                new Misfit("EdgeResponseStatus", Operator.STARTS_WITH, "40", statuses),
                new Misfit("EdgeResponseStatus", Operator.ENDS_WITH, "3", statuses),
                new Misfit("EdgeResponseStatus", Operator.CONTAINS, "0", statuses),
                new Misfit("FirewallMatchesActions", Operator.EQ, "block", lists),
                new Misfit("FirewallMatchesActions", Operator.NEQ, "block", lists),
                new Misfit("FirewallMatchesActions", Operator.IN, "block,log", lists),
                new Misfit("FirewallMatchesActions", Operator.STARTS_WITH, "block", lists));
    }

    /** A predicate without a settled meaning, and values of its field to try it on. */
    record Misfit(String key, Operator operator, String value, List<Object> values) implements Variant {
        Misfit {
            values = List.copyOf(values);
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("key", key, "operator", operator.wire());
        }
    }
}
