package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Zone;

/** What each operator lets through. Source page: "Create an Instant Logs Job", the list of the supported operators. */
@Needs(Need.INJECT)
public final class OperatorCases {

    @Check("IL-FILTER-01.lets-the-equal-through")
    @Variants("equal")
    void eqLetsTheEqualThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> equal(Edition edition) {
        return Vectors.of("IL-FILTER-01", edition);
    }

    @Check("IL-FILTER-02.lets-the-unequal-through")
    @Variants("unequal")
    void neqLetsTheUnequalThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> unequal(Edition edition) {
        return Vectors.of("IL-FILTER-02", edition);
    }

    @Check("IL-FILTER-03.lets-the-greater-through")
    @Variants("greater")
    void gtLetsTheGreaterThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> greater(Edition edition) {
        return Vectors.of("IL-FILTER-03", edition);
    }

    @Check("IL-FILTER-04.lets-the-greater-or-equal-through")
    @Variants("greaterOrEqual")
    void geqLetsTheGreaterOrEqualThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> greaterOrEqual(Edition edition) {
        return Vectors.of("IL-FILTER-04", edition);
    }

    @Check("IL-FILTER-05.lets-the-less-through")
    @Variants("less")
    void ltLetsTheLessThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> less(Edition edition) {
        return Vectors.of("IL-FILTER-05", edition);
    }

    @Check("IL-FILTER-06.lets-the-less-or-equal-through")
    @Variants("lessOrEqual")
    void leqLetsTheLessOrEqualThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> lessOrEqual(Edition edition) {
        return Vectors.of("IL-FILTER-06", edition);
    }

    @Check("IL-FILTER-07.lets-through-what-begins-with-the-value")
    @Variants("beginning")
    void startsWithLetsThroughWhatBeginsWithTheValue(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    static List<VectorVariant> beginning(Edition edition) {
        return Vectors.of("IL-FILTER-07", edition);
    }

    @Check("IL-FILTER-08.lets-through-what-ends-with-the-value")
    @Variants("ending")
    void endsWithLetsThroughWhatEndsWithTheValue(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    static List<VectorVariant> ending(Edition edition) {
        return Vectors.of("IL-FILTER-08", edition);
    }

    @Check("IL-FILTER-09.lets-through-what-holds-the-value")
    @Variants("holding")
    void containsLetsThroughWhatHoldsTheValue(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    /** Of a list an element has to hold the value, and no two of them together do. */
    @Check("IL-FILTER-09.takes-no-two-elements-for-one")
    void takesNoTwoElementsForOne(Zone zone) {
        var records = Stream.of(List.of("log", "block"), List.of("log,block"), List.of("log"), List.of("block", "log"))
                .map(actions -> Keys.with(LogRecord.empty(), Keys.ACTIONS, actions))
                .toList();
        var filters = Keys.namesOf(Keys.ACTIONS, zone.descriptor().profile()).stream()
                .map(name -> Filter.and(Filter.predicate(name, Operator.CONTAINS, "log,block")))
                .toList();
        Passage.ofRecords(zone, "RayID", Trial.of(filters.get(0), records))
                .throughAnyOf(filters.stream().map(Filter::toWire).toList());
    }

    static List<VectorVariant> holding(Edition edition) {
        return Vectors.of("IL-FILTER-09", edition);
    }
}
