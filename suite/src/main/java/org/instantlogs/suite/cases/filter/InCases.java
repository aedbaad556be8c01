package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
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

/** The operator {@code in}, and the spellings of later documents. Source page: "Create an Instant Logs Job", Filters. */
@Needs(Need.INJECT)
public final class InCases {

    @Check("IL-FILTER-10.lets-through-what-equals-one-of-the-values")
    @Variants("anyForm")
    void inLetsThroughWhatEqualsOneOfTheValues(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    /** Under docs-2024 an array is the only form that a target has to take. */
    static List<VectorVariant> anyForm(Edition edition) {
        return edition == Edition.DOCS_2022
                ? Vectors.of("IL-FILTER-10", edition)
                : Stream.of(
                                "in-country-array",
                                "in-country-array-comma",
                                "in-country-array-near",
                                "in-country-array-one",
                                "in-path-array-comma",
                                "in-path-array",
                                "in-path-array-middling",
                                "in-path-array-longish",
                                "in-path-array-separators",
                                "in-host-array",
                                "in-method-array",
                                "in-ip-array",
                                "in-status-array")
                        .map(Vectors::named)
                        .toList();
    }

    /**
     * More values than anybody writes by hand, and no more than the 1000 bytes of a filter have room for.
     *
     * @param unlisted a few more of their kind
     */
    record Many(String key, List<?> listed, List<?> unlisted) implements Variant {
        private static final int UNLISTED = 4;

        Many {
            listed = List.copyOf(listed);
            unlisted = List.copyOf(unlisted);
        }

        static Many of(String key, int count, IntFunction<Object> value) {
            return new Many(
                    key,
                    IntStream.range(0, count).mapToObj(value).toList(),
                    IntStream.range(count, count + UNLISTED).mapToObj(value).toList());
        }

        Filter filter() {
            return Filter.and(Filter.predicate(
                    key, Operator.IN, listed.stream().map(String::valueOf).collect(Collectors.joining(","))));
        }

        Filter arrayFilter() {
            return Filter.and(Filter.predicate(key, Operator.IN, listed));
        }

        List<LogRecord> records() {
            return Stream.concat(listed.stream(), unlisted.stream())
                    .map(value -> LogRecord.of(key, value))
                    .toList();
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("key", key);
        }
    }

    static List<Many> many() {
        return List.of(
                Many.of("ClientCountry", 60, i -> "" + letter(i / 26) + letter(i)),
                Many.of("ClientRequestPath", 60, i -> "/" + letter(i) + "/" + i),
                Many.of("EdgeResponseStatus", 60, InCases::status));
    }

    /** No two of the first 449 are the same. */
    private static int status(int number) {
        return 100 + 149 * number % 449;
    }

    private static char letter(int number) {
        return (char) ('a' + number % 26);
    }

    @Check("IL-FILTER-10.heeds-each-of-many-values")
    @Variants("many")
    void heedsEachOfManyValues(Zone zone, Many many) {
        var filter = many.filter();
        Passage.ofRecords(zone, "RayID," + many.key(), Trial.of(filter, many.records()))
                .throughAnyOf(ValueForms.of(filter.toWire()));
    }

    /** As an array of texts they take 974 bytes, in the other forms less; that so long a filter is taken is another rule's matter. */
    @Check("IL-FILTER-10.heeds-each-of-as-many-values-as-a-filter-has-room-for")
    void heedsEachOfAsManyValuesAsAFilterHasRoomFor(Zone zone, Judgement judgement) {
        var statuses = Many.of("EdgeResponseStatus", 150, InCases::status);
        heedsEachWhereTaken(
                zone, judgement, statuses, ValueForms.of(statuses.filter().toWire()));
    }

    /** What every object has in some languages is no value that was listed. */
    @Check("IL-FILTER-10.takes-no-inherited-name-for-a-value")
    void takesNoInheritedNameForAValue(Zone zone) {
        var filter = Filter.and(Filter.predicate("ClientRequestPath", Operator.IN, "curl,wget"));
        var records = Stream.of(
                        "curl",
                        "constructor",
                        "toString",
                        "__proto__",
                        "valueOf",
                        "hasOwnProperty",
                        "length",
                        "0",
                        "wget")
                .map(path -> LogRecord.of("ClientRequestPath", path))
                .toList();

        Passage.ofRecords(zone, "RayID,ClientRequestPath", Trial.of(filter, records))
                .throughAnyOf(ValueForms.of(filter.toWire()));
    }

    @Check("IL-FILTER-12.heeds-each-of-many-values")
    @Variants("many")
    void heedsEachOfManyValuesOfAnArray(Zone zone, Judgement judgement, Many many) {
        heedsEachWhereTaken(zone, judgement, many, List.of(many.arrayFilter().toWire()));
    }

    private static void heedsEachWhereTaken(Zone zone, Judgement judgement, Many many, List<String> forms) {
        var taken = forms.stream()
                .filter(form -> {
                    boolean isTaken =
                            !zone.asks(JobSpec.job("RayID").filter(form)).isRefusal();
                    zone.frees();
                    return isTaken;
                })
                .toList();
        if (taken.isEmpty()) {
            throw judgement.notTested("a target that takes so many values of `in` in such a form");
        }
        Passage.ofRecords(zone, "RayID," + many.key(), Trial.of(many.filter(), many.records()))
                .throughAnyOf(taken);
    }

    @Check("IL-FILTER-11.takes-the-values-as-one-text")
    @Variants("texts")
    void takesTheValuesAsOneText(Zone zone, VectorVariant variant) {
        variant.judge(zone);
    }

    static List<VectorVariant> texts() {
        return Stream.of(
                        "in-country-text",
                        "in-country-text-one",
                        "in-country-text-many",
                        "in-path-text-comma",
                        "in-path-text-faces",
                        "in-ip-text",
                        "in-status-text",
                        "in-status-text-one",
                        "page-status-in-200-201")
                .map(Vectors::named)
                .toList();
    }

    @Check("IL-FILTER-13.meets-the-later-spellings")
    @Variants("spellings")
    void meetsTheLaterSpellings(Zone zone, Judgement judgement, VectorVariant variant) {
        variant.observe(zone, judgement);
    }

    static List<VectorVariant> spellings(Edition edition) {
        return Vectors.of("IL-FILTER-13", edition);
    }
}
