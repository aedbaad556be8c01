package org.instantlogs.suite.cases.job;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.instantlogs.suite.statistics.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the report says of the check of session parts (IL-JOB-06), against 10,000 simulated targets of 50 jobs each: how often random
 * ones are called less, and how often less is missed.
 */
class SecretErrorRatesTest {
    private static final double MISSED = 1 - SecretSample.DESIGN.power();
    private static final int JOBS = 50;
    private static final int PAIRS = JOBS * (JOBS - 1) / 2;
    private static final int HEX_DIGITS = 32;

    /** How a target may write a number of some bits, and put text round it. */
    private enum Form {
        HEX(16, "0123456789abcdef", ""),
        HEX_AFTER_A_LABEL(16, "0123456789abcdef", "instant-logs-session-"),
        DECIMAL(10, "0123456789", ""),
        BASE32(32, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ""),
        BASE64(64, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", "");

        /** In base 64. */
        private static final int PLACES_IN_A_LONG = 10;

        private final int base;
        private final String alphabet;
        private final String label;

        Form(int base, String alphabet, String label) {
            this.base = base;
            this.alphabet = alphabet;
            this.label = label;
        }

        /** With as many leading zeros as the greatest number of those bits needs none. */
        String written(SplittableRandom random, int bits) {
            var bytes = new byte[(bits + 7) / 8];
            random.nextBytes(bytes);
            var number = new BigInteger(1, bytes).shiftRight(bytes.length * 8 - bits);
            int places = (int) Math.ceil(bits * Math.log(2) / Math.log(base));
            var text = new StringBuilder();
            while (text.length() < places) {
                var parts = number.divideAndRemainder(BigInteger.valueOf(base).pow(PLACES_IN_A_LONG));
                long low = parts[1].longValue();
                for (int place = 0; place < PLACES_IN_A_LONG && text.length() < places; place++) {
                    text.append(alphabet.charAt((int) (low % base)));
                    low /= base;
                }
                number = parts[0];
            }
            return label + text.reverse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void randomPartsAreCalledLessNoOftenerThanIsSaid(Form form) {
        Measured.over(1, random -> isCalledLess(sample(random, chance -> form.written(chance, 128))))
                .isAtMost(SecretSample.DESIGN.falseAlarm());
    }

    @ParameterizedTest
    @EnumSource
    void partsOf122BitsAreMissedNoOftenerThanIsSaid(Form form) {
        Measured.over(2, random -> !isCalledLess(sample(random, chance -> form.written(chance, 122))))
                .isAtMost(MISSED);
    }

    /** 116 bits are as good as 124 to whoever counts the label's letters among the digits. */
    @Test
    void aLabelHidesNoBitThatIsMissing() {
        Measured.over(3, random -> !isCalledLess(sample(random, chance -> Form.HEX_AFTER_A_LABEL.written(chance, 116))))
                .isAtMost(MISSED);
    }

    @Test
    void randomUuidsAreMissedNoOftenerThanIsSaid() {
        Measured.over(4, random -> !isCalledLess(sample(random, SecretErrorRatesTest::uuid)))
                .isAtMost(MISSED);
    }

    @Test
    void aSteadyOrderIsMissedNoOftenerThanIsSaid() {
        Measured.over(5, random -> {
                    var sorted = sample(random, chance -> Form.HEX.written(chance, 128)).stream()
                            .sorted()
                            .toList();
                    return !new SecretSample(sorted).isOrdered();
                })
                .isAtMost(MISSED);
    }

    /** As long in whole characters as is said: of 48 bits, 12 hex digits and 10 of base32. */
    @ParameterizedTest
    @EnumSource(names = {"HEX", "HEX_AFTER_A_LABEL", "BASE32", "BASE64"})
    void aSharedRunIsMissedNoOftenerThanIsSaid(Form form) {
        int run = (int) Math.ceil(48 / (Math.log(form.base) / Math.log(2)));
        Measured.over(6, random -> {
                    var parts = sample(random, chance -> form.written(chance, 128));
                    int at =
                            form.label.length() + random.nextInt(parts.get(0).length() - form.label.length() - run + 1);
                    var other = parts.get(1);
                    var shared =
                            other.substring(0, at) + parts.get(0).substring(at, at + run) + other.substring(at + run);
                    var all = IntStream.range(0, JOBS)
                            .mapToObj(i -> i == 1 ? shared : parts.get(i))
                            .toList();
                    return !new SecretSample(all).sharesRuns();
                })
                .isAtMost(MISSED);
    }

    /** Runs that are short enough to come by chance, which 48 bits are not: as often as the bound on which those rest allows. */
    @ParameterizedTest
    @EnumSource(names = {"HEX", "HEX_AFTER_A_LABEL"})
    void sharedRunsComeByChanceNoOftenerThanIsSaid(Form form) {
        int bits = 20;

        Measured.over(
                        7,
                        random -> new SecretSample(sample(random, chance -> form.written(chance, 128)))
                                .sharesRunsOf(bits))
                .isAtMost(PAIRS * (HEX_DIGITS - bits / 4 + 1) * Math.pow(2, -bits));
    }

    private static boolean isCalledLess(List<String> parts) {
        var sample = new SecretSample(parts);
        return sample.bits() < SecretSample.ENOUGH_BITS
                || sample.isOrdered()
                || sample.isStepped()
                || sample.sharesRuns();
    }

    private static List<String> sample(SplittableRandom random, Function<SplittableRandom, String> part) {
        return IntStream.range(0, JOBS).mapToObj(i -> part.apply(random)).toList();
    }

    private static String uuid(SplittableRandom random) {
        var hex = Form.HEX.written(random, 124);
        return String.format(
                Locale.ROOT,
                "%s-%s-4%s-%s%s-%s",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 15),
                "89ab".charAt(random.nextInt(4)),
                hex.substring(15, 18),
                hex.substring(18, 30));
    }
}
