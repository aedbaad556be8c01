package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Zone;

/** How the values of predicates are read. Source page: "Create an Instant Logs Job", Filters. */
@Needs(Need.INJECT)
public final class ComparisonCases {
    private static final Set<String> NOT_OWED = Set.of(
            "in-asn-array",
            "in-cache-array",
            "in-path-array-empty-member",
            "in-status-array-text",
            "in-status-array-mixed");

    /** A text that is a pattern to some, with something before or behind it that such a pattern would stand for. */
    record Pattern(String name, String text, String meant) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("pattern", name);
        }
    }

    static List<Pattern> patterns() {
        return List.of(
                new Pattern("star-behind", "/il/*", "/il/more"),
                new Pattern("star-before", "*/il", "/more/il"),
                new Pattern("percent-behind", "/il/%", "/il/more"),
                new Pattern("question-mark-behind", "/il/?", "/il/m"),
                new Pattern("caret-and-dollar", "^/il$", "/il"),
                new Pattern("dot-star-behind", "/il/.*", "/il/more"),
                new Pattern("dollars-behind", "/il/$$", "/il/$"),
                new Pattern("match-behind", "/il/$&", "/il//il/"));
    }

    @Check("IL-FILTER-17.takes-a-pattern-at-either-end-literally")
    @Variants("patterns")
    void takesAPatternAtEitherEndLiterally(Zone zone, Pattern pattern) {
        var records = Stream.of(pattern.text(), pattern.meant(), "/il", "/il/")
                .map(path -> LogRecord.of("ClientRequestPath", path))
                .toList();
        var filter = Filter.and(Filter.predicate("ClientRequestPath", Operator.EQ, pattern.text()));
        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, records))
                .through(filter.toWire());
    }

    /** The one number that some take for none. */
    @Check("IL-FILTER-03.takes-zero-for-a-bound-like-others")
    void takesZeroForABoundLikeOthers(Zone zone) {
        var records = Stream.of(0, 1, 0, 2)
                .map(status -> LogRecord.of("EdgeResponseStatus", status))
                .toList();
        var filter = Filter.and(Filter.predicate("EdgeResponseStatus", Operator.GT, "0"));
        Passage.ofRecords(zone, "RayID,EdgeResponseStatus", Trial.of(filter, records))
                .throughAnyOf(ValueForms.of(filter.toWire()));
    }

    /** Likewise where it is written as a number, which some take for none. */
    @Check("IL-FILTER-15.takes-zero-as-a-number")
    void takesZeroAsANumber(Zone zone) {
        var records = Stream.of(0, 1, 0, 2)
                .map(status -> LogRecord.of("EdgeResponseStatus", status))
                .toList();
        var filter = Filter.and(Filter.predicate("EdgeResponseStatus", Operator.EQ, 0));
        Passage.ofRecords(zone, "RayID,EdgeResponseStatus", Trial.of(filter, records))
                .through(filter.toWire());
    }

    @Check("IL-FILTER-12.takes-the-values-as-an-array")
    @Variants("arrays")
    void inTakesTheValuesAsAnArray(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    /**
     * Under docs-2024 this is a MUST, which must not hang on keys that a target need not have (those are IL-FILTER-24's), nor on an
     * empty member, which a target may take for a missing value, nor on a number's other form, which is IL-FILTER-15's.
     */
    static List<VectorVariant> arrays(Edition edition) {
        var all = Vectors.of("IL-FILTER-12", edition);
        return edition == Edition.DOCS_2022
                ? all
                : all.stream()
                        .filter(variant -> !NOT_OWED.contains(variant.axes().get("vector")))
                        .toList();
    }

    @Check("IL-FILTER-14.compares-by-number")
    @Variants("numbers")
    void comparesByNumber(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> numbers(Edition edition) {
        return Vectors.of("IL-FILTER-14", edition);
    }

    @Check("IL-FILTER-15.takes-a-number-in-either-form")
    @Variants("forms")
    void takesANumberInEitherForm(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    /** The vectors with JSON numbers, and their like with decimal text. */
    static List<VectorVariant> forms(Edition edition) {
        return Stream.concat(
                        Vectors.of("IL-FILTER-15", edition).stream(),
                        Stream.of("eq-status-404", "neq-status-404", "gt-status-404", "geq-status-404")
                                .map(Vectors::named))
                .toList();
    }

    @Check("IL-FILTER-16.compares-text-exactly")
    @Variants("exact")
    void comparesTextExactly(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    static List<VectorVariant> exact(Edition edition) {
        return Vectors.of("IL-FILTER-16", edition);
    }

    @Check("IL-FILTER-17.takes-the-value-literally")
    @Variants("literal")
    void takesTheValueLiterally(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    static List<VectorVariant> literal(Edition edition) {
        return Vectors.of("IL-FILTER-17", edition);
    }
}
