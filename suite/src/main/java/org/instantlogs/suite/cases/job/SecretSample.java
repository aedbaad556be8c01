package org.instantlogs.suite.cases.job;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.instantlogs.suite.statistics.Design;

/**
 * The session parts of many addresses, made one after the other, and what they have in common. What is random is never called
 * less: each of these judgements errs on 50 random session parts with a probability below 1e-9.
 */
record SecretSample(List<String> secrets) {
    /**
     * The 128 bits of the rule, but for what 50 parts need not show of them: in base64 one character of the alphabet that did
     * not occur (0.5 bits, one sample in 200,000), in base32 four of the last character's eight (1 bit).
     */
    static final double ENOUGH_BITS = 126;

    /** Stands where a shorter part has ended: numbers are written without leading zeros. */
    private static final int END = -1;

    /** Bits that two parts have in common in one place by chance: 6e-10 over all pairs of 50 parts and up to 128 places. */
    private static final double LONG_RUN_BITS = 48;

    /** What its judgements can be wrong about. */
    static final Design DESIGN = new Design(
            "50 session parts of 128 random bits, with any text round them",
            1e-9,
            "122 bits or less that differ, where each place is fixed, at random, or one of fewer than 8 characters, or half"
                    + " of them decimal among hex digits; a steady order; equal steps of 32 bits; a run of 48 bits, in whole"
                    + " characters, that two have in common",
            0.99);

    /** Of 50 random hex digits fewer than 8 differ with a probability of 1e-14: a position with as many is taken for random. */
    private static final int VARIED = 8;

    /**
     * Unless chance shows as few of the alphabet in one place with a probability below this: of 50 hex digits 10 or fewer. To be
     * taken for less than 126 bits in error, two places or three would have to.
     */
    private static final double FEW_BY_CHANCE = 1e-6;

    /** 32 bits of hex digits. */
    private static final int STEP_DIGITS = 8;

    SecretSample {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a sample of no session part says nothing");
        }
    }

    /**
     * Of several parts of the addresses the one that is a secret, as an address may hold a time or a number beside it; where none
     * is, the one with the most bits.
     */
    static SecretSample best(List<List<String>> parts) {
        return parts.stream()
                .map(SecretSample::new)
                .max(Comparator.comparing(SecretSample::isASecret).thenComparing(SecretSample::bits))
                .orElseThrow(() -> new IllegalArgumentException("addresses without any part"));
    }

    private boolean isASecret() {
        return bits() >= ENOUGH_BITS && !isOrdered() && !isStepped() && !sharesRuns();
    }

    /**
     * The bits in which they differ, position by position, over the longest. A position that has what another has in every one of
     * them says nothing new: a part that is repeated counts once.
     */
    double bits() {
        double alphabet = alphabet();
        var seen = new HashSet<List<Integer>>();
        return IntStream.range(0, longest())
                .filter(position -> seen.add(characters(position).boxed().toList()))
                .mapToLong(this::variety)
                .mapToDouble(variety -> Math.log(isRandom(variety, alphabet) ? alphabet : variety) / Math.log(2))
                .sum();
    }

    private boolean isRandom(long variety, double alphabet) {
        if (variety < VARIED) {
            return false;
        }
        double logOfChance = secrets.size() * Math.log(variety / alphabet);
        for (long i = 1; i <= variety; i++) {
            logOfChance += Math.log((alphabet - variety + i) / i);
        }
        return variety >= alphabet || logOfChance > Math.log(FEW_BY_CHANCE);
    }

    /** Whether each is greater than the one before, or each less. */
    boolean isOrdered() {
        return isSorted(Comparator.naturalOrder()) || isSorted(Comparator.reverseOrder());
    }

    /**
     * Whether a part of each, read as a hex number, is that of the one before plus always the same: a counter, or one times a
     * constant. Of the 49 steps of 32 random bits three are the same with a probability of 1e-15.
     */
    boolean isStepped() {
        double alphabet = alphabet();
        var random = new boolean[shortest()];
        for (int i = 0; i < random.length; i++) {
            random[i] = characters(i).allMatch(character -> Character.digit(character, 16) >= 0)
                    && isRandom(variety(i), alphabet);
        }
        return IntStream.rangeClosed(0, random.length - STEP_DIGITS)
                .filter(from -> IntStream.range(from, from + STEP_DIGITS).allMatch(i -> random[i]))
                .anyMatch(this::isSteppedFrom);
    }

    private boolean isSteppedFrom(int from) {
        var steps = new HashMap<Integer, Integer>();
        for (int i = 1; i < secrets.size(); i++) {
            steps.merge(number(secrets.get(i), from) - number(secrets.get(i - 1), from), 1, Integer::sum);
        }
        return steps.values().stream().anyMatch(times -> times >= 3);
    }

    private static int number(String secret, int from) {
        return Integer.parseUnsignedInt(secret, from, from + STEP_DIGITS, 16);
    }

    /** Whether two share a long run of characters in the same place that the others do not all have there. */
    boolean sharesRuns() {
        return sharesRunsOf(LONG_RUN_BITS);
    }

    /** The same of runs of any length; chance brings one with a probability of at most pairs × places × 2^-bits. */
    boolean sharesRunsOf(double bits) {
        var differing = new boolean[shortest()];
        for (int i = 0; i < differing.length; i++) {
            differing[i] = variety(i) > 1;
        }
        int most = charactersOf(bits);
        for (int i = 0; i < secrets.size(); i++) {
            for (int j = i + 1; j < secrets.size(); j++) {
                if (sharedRun(secrets.get(i), secrets.get(j), differing) >= most) {
                    return true;
                }
            }
        }
        return false;
    }

    /** So many characters make a long run: 12 hex digits. */
    int longRun() {
        return charactersOf(LONG_RUN_BITS);
    }

    private int charactersOf(double bits) {
        return (int) Math.ceil(bits / (Math.log(Math.max(2, alphabet())) / Math.log(2)));
    }

    private static int sharedRun(String one, String other, boolean[] differing) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < differing.length; i++) {
            boolean same = one.charAt(i) == other.charAt(i) && differing[i];
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

    private long variety(int place) {
        return characters(place).distinct().count();
    }

    private IntStream characters(int place) {
        return secrets.stream().mapToInt(secret -> place < secret.length() ? secret.charAt(place) : END);
    }

    /** How many characters the random places draw on: a label's letters, or a hyphen that is always there, make no digit rarer. */
    private double alphabet() {
        return IntStream.range(0, longest())
                .filter(place -> variety(place) >= VARIED)
                .flatMap(this::characters)
                .filter(character -> character != END)
                .distinct()
                .count();
    }

    private int longest() {
        return secrets.stream().mapToInt(String::length).max().orElse(0);
    }

    private int shortest() {
        return secrets.stream().mapToInt(String::length).min().orElse(0);
    }
}
