package org.instantlogs.suite.cases.job;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The session parts of many addresses, made one after the other, and what they have in common. What is random is never called
 * less: each of these judgements errs on 50 random session parts with a probability below 1e-9.
 */
record SecretSample(List<String> secrets) {
    static final double ENOUGH_BITS = 128;
    /** 12 hex digits in the same place: 1e-9 over all pairs of 50 parts of 32 digits. */
    static final int LONG_RUN = 12;

    /** Of 50 random hex digits fewer than 8 differ with a probability of 1e-14: a position with as many is taken for random. */
    private static final int VARIED = 8;

    SecretSample {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a sample of no session part says nothing");
        }
    }

    /** The bits in which they differ, position by position; of parts of different lengths, over the shortest. */
    double bits() {
        double alphabet = alphabet();
        return IntStream.range(0, shortest())
                .mapToLong(this::variety)
                .mapToDouble(variety -> Math.log(variety >= VARIED ? alphabet : variety) / Math.log(2))
                .sum();
    }

    /** Whether each is greater than the one before, or each less. */
    boolean isOrdered() {
        return isSorted(Comparator.naturalOrder()) || isSorted(Comparator.reverseOrder());
    }

    /** Whether two share a long run of characters in the same place that the others do not all have there. */
    boolean sharesRuns() {
        for (int i = 0; i < secrets.size(); i++) {
            for (int j = i + 1; j < secrets.size(); j++) {
                if (sharedRun(secrets.get(i), secrets.get(j)) >= LONG_RUN) {
                    return true;
                }
            }
        }
        return false;
    }

    private int sharedRun(String one, String other) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < shortest(); i++) {
            boolean same = one.charAt(i) == other.charAt(i) && variety(i) > 1;
            run = same ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private boolean isSorted(Comparator<String> order) {
        return secrets.size() > 2
                && IntStream.range(1, secrets.size())
                        .allMatch(i -> order.compare(secrets.get(i - 1), secrets.get(i)) < 0);
    }

    private long variety(int position) {
        return secrets.stream()
                .mapToInt(secret -> secret.charAt(position))
                .distinct()
                .count();
    }

    private double alphabet() {
        return secrets.stream().flatMapToInt(String::chars).distinct().count();
    }

    private int shortest() {
        return secrets.stream().mapToInt(String::length).min().orElse(0);
    }
}
