package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** That no operator takes upper case for lower case, a blank for nothing, or a sign for a pattern. */
@Needs(Need.INJECT)
public final class ExactTextCases {
    private static final List<LogRecord> RECORDS =
            List.of("/ab-cd", "/AB-CD", "/Ab-Cd", " /Ab-Cd", "/Ab-Cd ", "/Ab -Cd").stream()
                    .map(path -> LogRecord.of("ClientRequestPath", path))
                    .toList();

    /** Every sign that some language of patterns gives a meaning. */
    private static final String SIGNS = "/a%b_c*d?e.f[gh]i\\j'k\"l$m^n+o%41";

    /** The same where one of them has that meaning: what a target lets through that takes values for patterns. */
    private static final List<String> MISTAKEN = List.of(
            SIGNS.replace("a%b", "axyb"),
            SIGNS.replace('_', 'x'),
            SIGNS.replace("*", "xy"),
            SIGNS.replace("c*", "ccc"),
            SIGNS.replace('?', 'x'),
            SIGNS.replace("d?", "d"),
            SIGNS.replace('.', 'x'),
            SIGNS.replace("[gh]", "g"),
            SIGNS.replace("\\", ""),
            SIGNS.replace("\\", "\\\\"),
            SIGNS.replace("'", ""),
            SIGNS.replace("'", "''"),
            SIGNS.replace("\"", ""),
            SIGNS.replace("$", ""),
            SIGNS.replace("^", ""),
            SIGNS.replace("n+", "nnn"),
            SIGNS.replace('+', ' '),
            SIGNS.replace("%41", "A"));

    @Check("IL-FILTER-16.tells-case-and-blanks-apart")
    @Variants("operators")
    void tellsCaseAndBlanksApart(Zone zone, Asked asked) {
        var filter = Filter.and(Filter.predicate("ClientRequestPath", asked.operator(), asked.value()));

        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, RECORDS))
                .throughAnyOf(ValueForms.of(filter.toWire()));
    }

    @Check("IL-FILTER-16.takes-the-elements-of-an-array-exactly")
    void takesTheElementsOfAnArrayExactly(Zone zone, Judgement judgement) {
        var filter =
                Filter.and(Filter.predicate("ClientRequestPath", Operator.IN, List.of("/Ab-Cd ", " /ab-cd", "/AB-CD")));
        if (zone.asks(JobSpec.job("RayID").where(filter)).isRefusal()) {
            throw judgement.notTested("a target that takes the values of `in` as an array, see IL-FILTER-12");
        }
        zone.frees();

        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, RECORDS))
                .through(filter.toWire());
    }

    @Check("IL-FILTER-17.tells-signs-from-patterns")
    @Variants("signs")
    void tellsSignsFromPatterns(Zone zone, Asked asked) {
        var filter = Filter.and(Filter.predicate("ClientRequestPath", asked.operator(), asked.value()));
        var around = asked.operator() == Operator.CONTAINS ? "/around" : "";
        var records = Stream.concat(Stream.of(SIGNS), MISTAKEN.stream())
                .map(path -> LogRecord.of("ClientRequestPath", around + path + around))
                .toList();

        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, records))
                .throughAnyOf(ValueForms.of(filter.toWire()));
    }

    static List<Asked> signs() {
        return List.of(
                new Asked(Operator.EQ, SIGNS),
                new Asked(Operator.NEQ, SIGNS),
                new Asked(Operator.STARTS_WITH, SIGNS),
                new Asked(Operator.ENDS_WITH, SIGNS),
                new Asked(Operator.CONTAINS, SIGNS),
                new Asked(Operator.IN, SIGNS + ",/nowhere"));
    }

    static List<Asked> operators() {
        return List.of(
                new Asked(Operator.EQ, "/Ab-Cd"),
                new Asked(Operator.NEQ, "/Ab-Cd"),
                new Asked(Operator.STARTS_WITH, "/Ab-"),
                new Asked(Operator.ENDS_WITH, "-Cd"),
                new Asked(Operator.CONTAINS, "b-C"),
                new Asked(Operator.IN, "/Ab-Cd,/nowhere"));
    }

    /** An operator with the value to ask for. */
    record Asked(Operator operator, String value) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("operator", operator.wire());
        }
    }
}
