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

    /**
     * Vectors that are not sent to targets, for each costs a session: the mark takes the RayID's place, other fields and random
     * filters have cases of their own, and the rest asks what a neighbour asks as well.
     */
    private static final Pattern LEFT_OUT = Pattern.compile(".*-field-.*|random-.*|depth-[2-7]-and-only|depth-[357]"
            + "|eq-path-(word-(true|zero)|blank-for-newline|dollar-decoy|escape-meaning|braces|bar|plus|underscore|percent|root)"
            + "|eq-ip-six-(unspecified|mapped)|eq-host-(root|international)|eq-(country|method)-frequent|eq-path-(cyrillic|last.*)"
            + "|contains-path-(markup|json|quote|backslash|question|bar|bracket-open|star|longer|long|controls|line-separator)"
            + "|contains-rules-(first|middle)-of-many|contains-rules-(accent|quote|newline|longer|suffix|comma-apart|no-element)"
            + "|contains-actions-(many|managed|solved|bypass)|contains-country-comma|in-country-text-(twice|other-order)"
            + "|startsWith-(path-(caret-longer|long|blanks|grinning)|country-letter|ip-six-low|method-shorter)"
            + "|in-(host|method|bytes|rtt|asn|cache|flags)-array|in-country-array-(one|near)|in-status-array-page"
            + "|(eq|neq|gt|geq|lt|leq)-status-number|(neq|gt|geq|lt|leq)-status-404|leq-status-64-bits|gt-status-one-digit"
            + "|(eq|gt|geq)-bytes-(2p31|2p31-1|2p32|number-2p31|2p53|2p63-2)|(lt|gt)-bytes-2p63-1|(eq|lt)-(bytes-0|rtt-0)"
            + "|eq-(rtt-number-minus-1|bot-10|flags-(07|00|plus))|(leq|lt)-rtt-minus-2p31|contains-tags-longer"
            + "|eq-path-(plain-width|sharp-s-upper|accent-upper|no-blank|blank|accent-encoded)|(starts|ends)With-path-blank"
            + "|contains-(path-(blanks|joiner|upper)|country-upper)|eq-country-(mixed|leading-blank)|eq-ip-six-full"
            + "|eq-cache-revalidated|(geq|lt|leq)-asn|contains-cache|neq-cache");

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
