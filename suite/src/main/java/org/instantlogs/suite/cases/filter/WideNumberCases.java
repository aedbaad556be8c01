package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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

/**
 * That numbers are compared with all of their 64 bits and their sign, by the one key for numbers that every target has. Source page:
 * "Create an Instant Logs Job", Filters; the width of integers is the target contract's.
 */
@Needs(Need.INJECT)
public final class WideNumberCases {
    private static final String KEY = "EdgeResponseStatus";

    /** The last number up to which floating-point numbers name every whole one. */
    private static final long EXACT = 1L << 53;

    private static final List<LogRecord> RECORDS = LongStream.of(
                    EXACT - 1,
                    EXACT,
                    EXACT + 1,
                    EXACT + 2,
                    -EXACT,
                    -EXACT - 1,
                    -EXACT - 2,
                    // What is left of them in 32 bits.
                    0,
                    1,
                    2,
                    -1,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE + 1L,
                    Integer.MIN_VALUE,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE)
            .mapToObj(number -> LogRecord.of(KEY, number))
            .toList();

    @Check("IL-FILTER-01.tells-wide-numbers-apart")
    void eqTellsWideNumbersApart(Zone zone) {
        judge(zone, Operator.EQ, EXACT + 1);
    }

    @Check("IL-FILTER-02.tells-wide-numbers-apart")
    void neqTellsWideNumbersApart(Zone zone) {
        judge(zone, Operator.NEQ, EXACT + 1);
    }

    /** To a floating-point number the next one is equal. */
    @Check("IL-FILTER-03.tells-wide-numbers-apart")
    void gtTellsWideNumbersApart(Zone zone) {
        judge(zone, Operator.GT, EXACT);
    }

    @Check("IL-FILTER-04.tells-wide-numbers-apart")
    void geqTellsWideNumbersApart(Zone zone) {
        judge(zone, Operator.GEQ, EXACT + 1);
    }

    @Check("IL-FILTER-05.tells-wide-numbers-apart")
    void ltTellsWideNumbersApart(Zone zone) {
        judge(zone, Operator.LT, EXACT + 1);
    }

    @Check("IL-FILTER-06.tells-wide-numbers-apart")
    void leqTellsWideNumbersApart(Zone zone) {
        judge(zone, Operator.LEQ, EXACT);
    }

    @Check("IL-FILTER-10.tells-wide-numbers-apart")
    void inTellsWideNumbersApart(Zone zone) {
        var filter = Filter.and(Filter.predicate(KEY, Operator.IN, (EXACT + 1) + ",5"));
        Passage.ofRecords(zone, "RayID", Trial.of(filter, RECORDS)).throughAnyOf(ValueForms.of(filter.toWire()));
    }

    @Check("IL-FILTER-14.compares-negative-numbers")
    void comparesNegativeNumbers(Zone zone) {
        judge(zone, Operator.GEQ, -EXACT - 1);
    }

    /** RFC 8259 6: a number has as many digits as it is written with. */
    @Check("IL-FILTER-15.takes-a-wide-number-to-its-last-digit")
    @Variants("comparisons")
    void takesAWideNumberToItsLastDigit(Zone zone, Judgement judgement, Compared compared) {
        var filter = Filter.and(Filter.predicate(KEY, compared.operator(), EXACT + 1));
        if (zone.asks(JobSpec.job("RayID").where(filter)).isRefusal()) {
            throw judgement.notTested("a target that takes a number as a JSON number");
        }
        zone.frees();

        Passage.ofRecords(zone, "RayID", Trial.of(filter, RECORDS)).through(filter.toWire());
    }

    /** An operator that compares numbers. */
    record Compared(Operator operator) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("operator", operator.wire());
        }
    }

    static List<Compared> comparisons() {
        return List.of(new Compared(Operator.EQ), new Compared(Operator.LT));
    }

    private static void judge(Zone zone, Operator operator, long value) {
        var filter = Filter.and(Filter.predicate(KEY, operator, String.valueOf(value)));
        Passage.ofRecords(zone, "RayID", Trial.of(filter, RECORDS)).throughAnyOf(ValueForms.of(filter.toWire()));
    }
}
