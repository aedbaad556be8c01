package org.instantlogs.suite.cases.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.FilterVector;
import org.instantlogs.fixtures.FilterVectors;
import org.instantlogs.suite.oracle.FilterReader;

/**
 * Deals the fixtures' vectors out to the rules: each vector judges one rule alone, the one that a target breaks that gets it
 * wrong. A vector that needs more than the MUST rules goes to the weakest of its rules, so that no target fails for a SHOULD.
 */
final class Vectors {
    /** Rules that bind less than the operators' own, the more particular first. */
    private static final List<String> WEAKER = rules(13, 25, 28, 21, 20, 19, 12, 24, 15, 30, 16);

    /** MUST rules about values that a vector of an operator is about in the first place. */
    private static final List<String> PARTICULAR = rules(26, 17, 14);

    private static final List<FilterVector> PASSING = FilterVectors.load().passing();

    /** Vectors that are not sent to targets: other fields, and random filters, have cases of their own. */
    private static final Pattern LEFT_OUT = Pattern.compile(".*-field-.*|random-.*");

    private static final Map<String, List<FilterVector>> BY_RULE = PASSING.stream()
            .filter(vector -> !LEFT_OUT.matcher(vector.id()).matches())
            .collect(Collectors.groupingBy(vector -> judged(vector).orElse("")));

    private Vectors() {}

    /** The vectors that judge a rule. */
    static List<VectorVariant> of(String rule, Edition edition) {
        return BY_RULE.getOrDefault(rule, List.of()).stream()
                .filter(vector -> vector.isFor(edition))
                .map(VectorVariant::new)
                .toList();
    }

    /** The vector of that id. */
    static VectorVariant named(String id) {
        return PASSING.stream()
                .filter(vector -> vector.id().equals(id))
                .findFirst()
                .map(VectorVariant::new)
                .orElseThrow(() -> new IllegalArgumentException("there is no vector " + id));
    }

    private static Optional<String> judged(FilterVector vector) {
        if (vector.optional()) {
            return WEAKER.stream().filter(vector.rules()::contains).findFirst();
        }
        if (!FilterReader.read(vector.filter()).isSettled()) {
            return Optional.empty();
        }
        return Optional.of(
                PARTICULAR.stream().filter(vector.rules()::contains).findFirst().orElseGet(vector::rule));
    }

    private static List<String> rules(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> String.format("IL-FILTER-%02d", number))
                .toList();
    }
}
