package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variants;
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
