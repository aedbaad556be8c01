package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Zone;

/** That no operator takes upper case for lower case, or a blank for nothing. */
@Needs(Need.INJECT)
public final class ExactTextCases {
    private static final List<LogRecord> RECORDS =
            List.of("/ab-cd", "/AB-CD", "/Ab-Cd", " /Ab-Cd", "/Ab-Cd ", "/Ab -Cd").stream()
                    .map(path -> LogRecord.of("ClientRequestPath", path))
                    .toList();

    @Check("IL-FILTER-16.tells-case-and-blanks-apart")
    @Variants("operators")
    void tellsCaseAndBlanksApart(Zone zone, Asked asked) {
        var filter = Filter.and(Filter.predicate("ClientRequestPath", asked.operator(), asked.value()));

        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, RECORDS))
                .throughAnyOf(ValueForms.of(filter.toWire()));
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
