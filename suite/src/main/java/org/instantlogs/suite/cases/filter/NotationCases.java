package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.instantlogs.suite.zone.Zone;

/**
 * Numbers that are written otherwise than a record shows them: a target may refuse them, or take them for no number, which lets
 * nothing through (IL-JOB-21). One that takes them has to compare what they stand for.
 */
@Needs(Need.INJECT)
public final class NotationCases {
    private static final String KEY = "EdgeResponseStatus";

    private static final Set<String> RIGHT = Set.of("works", "refused", "lets-nothing-through");

    /** 499 written otherwise; with its nines nobody reads it as an octal number. */
    record Notation(String name, String json) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("notation", name);
        }
    }

    static List<Notation> notations() {
        return List.of(
                new Notation("leading-zero", "\"0499\""),
                new Notation("plus", "\"+499\""),
                new Notation("fraction", "\"499.0\""),
                new Notation("exponent", "\"4.99e2\""),
                new Notation("json-fraction", "499.0"),
                new Notation("json-exponent", "4.99e2"));
    }

    @Check("IL-FILTER-14.compares-what-a-number-stands-for")
    @Variants("notations")
    void comparesWhatANumberStandsFor(Zone zone, Judgement judgement, Notation notation) {
        for (Operator operator : List.of(Operator.NEQ, Operator.GEQ)) {
            var meant = Filter.and(Filter.predicate(KEY, operator, 499));
            var records = Stream.of(99, 200, 499, 503)
                    .map(status -> LogRecord.of(KEY, status))
                    .toList();

            var observed = Passage.ofRecords(zone, "RayID," + KEY, Trial.of(meant, records))
                    .observed(meant.toWire().replace(":499}", ":" + notation.json() + "}"));

            judgement.expect(
                    RIGHT.contains(observed),
                    KEY + " " + operator.wire() + " " + notation.json()
                            + " lets through what it does with 499, or is refused, or" + " lets nothing through",
                    observed);
            zone.frees();
        }
    }
}
