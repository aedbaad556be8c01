package org.instantlogs.suite.cases.filter;

import java.util.List;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.zone.Zone;

/** Groups of predicates. Source page: "Create an Instant Logs Job", the examples of filters. */
@Needs(Need.INJECT)
public final class GroupCases {

    @Check("IL-FILTER-18.and-lets-through-what-all-let-through")
    @Variants("ands")
    void andLetsThroughWhatAllLetThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> ands(Edition edition) {
        return Vectors.of("IL-FILTER-18", edition);
    }

    @Check("IL-FILTER-19.or-lets-through-what-any-lets-through")
    @Variants("ors")
    void orLetsThroughWhatAnyLetsThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> ors(Edition edition) {
        return Vectors.of("IL-FILTER-19", edition);
    }

    @Check("IL-FILTER-20.groups-nest")
    @Variants("nested")
    void groupsNest(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> nested(Edition edition) {
        return Vectors.of("IL-FILTER-20", edition);
    }

    @Check("IL-FILTER-21.takes-one-predicate-without-and")
    @Variants("bare")
    void takesOnePredicateWithoutAnd(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> bare(Edition edition) {
        return Vectors.of("IL-FILTER-21", edition);
    }

    @Check("IL-FILTER-28.takes-as-much-as-the-documents-allow")
    @Variants("large")
    void takesAsMuchAsTheDocumentsAllow(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> large(Edition edition) {
        return Vectors.of("IL-FILTER-28", edition);
    }
}
