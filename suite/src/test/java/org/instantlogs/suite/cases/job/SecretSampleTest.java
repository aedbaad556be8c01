package org.instantlogs.suite.cases.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.instantlogs.suite.statistics.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which session parts are taken for random, and which are found out. */
class SecretSampleTest {
    private final SplittableRandom chance = Seeded.forCheck(42, "secret-sample");

    @Test
    void randomHexIsTakenForRandom() {
        var sample = sample(i -> hex(32));

        assertThat(sample.bits()).isEqualTo(128);
        assertThat(sample.isOrdered()).isFalse();
        assertThat(sample.sharesRuns()).isFalse();
    }

    @Test
    void theBestIsTheSecretWhateverStandsBesideIt() {
        var secrets = sample(i -> hex(32)).secrets();
        var times = IntStream.range(0, secrets.size())
                .mapToObj(i -> "2022-01-01T00:00:00." + (100 + i))
                .toList();
        var numbers =
                IntStream.range(0, secrets.size()).mapToObj(i -> "" + (100 + i)).toList();

        assertThat(SecretSample.best(List.of(times, secrets, numbers)).secrets())
                .isEqualTo(secrets);
        assertThat(SecretSample.best(List.of(numbers, times)).isOrdered()).isTrue();
    }

    /** 128 bits each, written as targets write them. */
    @ParameterizedTest
    @ValueSource(strings = {"hex", "base64", "base32", "digits"})
    void random128BitsAreEnoughHoweverTheyAreWritten(String form) {
        for (int run = 0; run < 500; run++) {
            var sample = sample(i -> written(form));

            assertThat(sample.bits()).isGreaterThanOrEqualTo(SecretSample.ENOUGH_BITS);
            assertThat(sample.isOrdered()).isFalse();
            assertThat(sample.isStepped()).isFalse();
            assertThat(sample.sharesRuns()).isFalse();
        }
    }

    /** Six of their bits say that they are random. */
    @Test
    void randomUuidsAreTooFewBits() {
        for (int run = 0; run < 500; run++) {
            var sample = sample(i -> hex(8) + "-" + hex(4) + "-4" + hex(3) + "-" + "89ab".charAt(chance.nextInt(4))
                    + hex(3) + "-" + hex(12));

            assertThat(sample.bits()).isLessThan(SecretSample.ENOUGH_BITS);
        }
    }

    @Test
    void aPartThatIsRepeatedCountsOnce() {
        var sample = sample(i -> {
            var half = hex(16);
            return half + half;
        });

        assertThat(sample.bits()).isEqualTo(64);
    }

    @Test
    void aLabelBeforeItDoesNotCountAndDoesNoHarm() {
        var sample = sample(i -> "session-" + hex(32));

        assertThat(sample.bits()).isGreaterThanOrEqualTo(SecretSample.ENOUGH_BITS);
        assertThat(sample.sharesRuns()).isFalse();
    }

    @Test
    void fewDigitsAreTooFewBits() {
        assertThat(sample(i -> hex(16)).bits()).isLessThan(SecretSample.ENOUGH_BITS);
    }

    @Test
    void randomDigitsBetweenConstantOnesAreTooFewBits() {
        assertThat(sample(i -> "0123456789abcdef" + hex(16)).bits()).isLessThan(SecretSample.ENOUGH_BITS);
    }

    @Test
    void aCounterIsFoundOutByItsOrder() {
        assertThat(sample(i -> String.format("%032x", 1_000_000L + i)).isOrdered())
                .isTrue();
    }

    @Test
    void aCounterTimesAConstantIsFoundOutByItsSteps() {
        var sample = sample(i -> String.format("%016x%016x", i * 0x9E3779B97F4A7C15L, i * 0xC2B2AE3D27D4EB4FL));

        assertThat(sample.isOrdered()).isFalse();
        assertThat(sample.isStepped()).isTrue();
    }

    @Test
    void aHalfOfDecimalDigitsIsTooFewBits() {
        for (int run = 0; run < 500; run++) {
            assertThat(sample(i -> hex(16) + digits(16)).bits()).isLessThan(SecretSample.ENOUGH_BITS);
        }
    }

    @Test
    void aCounterThatFallsIsFoundOutToo() {
        assertThat(sample(i -> String.format("%04d", 9_000 - i) + hex(32)).isOrdered())
                .isTrue();
    }

    @Test
    void aHalfThatSomeShareIsFoundOut() {
        var half = hex(16);

        assertThat(sample(i -> (i % 2 == 0 ? half : hex(16)) + hex(16)).sharesRuns())
                .isTrue();
    }

    /** Longer than the secret, and each for another reason none. */
    @Test
    void theLongestIsNotTheSecretWhenItIsNone() {
        var secrets = sample(i -> hex(32)).secrets();
        var half = hex(20);
        var ordered = sample(i -> String.format("%04d", i) + hex(40)).secrets();
        var stepped = sample(i -> hex(32) + String.format("%016x", i * 0x9E3779B97F4A7C15L))
                .secrets();
        var shared = sample(i -> (i < 2 ? half : hex(20)) + hex(20)).secrets();

        for (var longer : List.of(ordered, stepped, shared)) {
            assertThat(new SecretSample(longer).bits()).isGreaterThan(new SecretSample(secrets).bits());
            assertThat(SecretSample.best(List.of(longer, secrets)).secrets()).isEqualTo(secrets);
            assertThat(SecretSample.best(List.of(secrets, longer)).secrets()).isEqualTo(secrets);
        }
    }

    @Test
    void anOrderIsOneOfThreeOrMoreThatAllDiffer() {
        assertThat(new SecretSample(List.of("a", "b", "c")).isOrdered()).isTrue();
        assertThat(new SecretSample(List.of("c", "b", "a")).isOrdered()).isTrue();
        assertThat(new SecretSample(List.of("a", "b")).isOrdered()).isFalse();
        assertThat(new SecretSample(List.of("a", "b", "b")).isOrdered()).isFalse();
        assertThat(new SecretSample(List.of("a", "c", "b")).isOrdered()).isFalse();
    }

    @Test
    void threeEqualStepsAreFoundAndTwoMayBeChance() {
        assertThat(withEqualSteps(3).isStepped()).isTrue();
        assertThat(withEqualSteps(2).isStepped()).isFalse();
    }

    private SecretSample withEqualSteps(int steps) {
        int first = chance.nextInt();
        int step = chance.nextInt();
        return sample(i -> hex(24) + (i <= steps ? String.format("%08x", first + i * step) : hex(8)));
    }

    /** The place that some have and some have not is worth a digit, not eleven. */
    @Test
    void theEndOfAShorterOneIsNoCharacter() {
        assertThat(sample(i -> digits(i % 2 == 0 ? 38 : 39)).bits())
                .isCloseTo(39 * Math.log(10) / Math.log(2), within(1e-9));
    }

    @Test
    void aRunOf48BitsIsTwelveHexDigits() {
        assertThat(sample(i -> hex(32)).longRun()).isEqualTo(12);
    }

    @Test
    void aRunOfThatLengthIsSharedAndAShorterOneIsNot() {
        assertThat(withASharedRun(12).sharesRuns()).isTrue();
        assertThat(withASharedRun(11).sharesRuns()).isFalse();
    }

    /** The digits on either side of it differ. */
    private SecretSample withASharedRun(int digits) {
        var run = hex(digits);
        return sample(i -> i < 2 ? i + run + i + hex(30 - digits) : hex(32));
    }

    @Test
    void noPartAtAllSaysNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretSample(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> SecretSample.best(List.of()));
    }

    private static SecretSample sample(IntFunction<String> secret) {
        return new SecretSample(IntStream.range(0, 50).mapToObj(secret).toList());
    }

    private String written(String form) {
        var bytes = new byte[16];
        chance.nextBytes(bytes);
        return switch (form) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "base64" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            case "base32" -> base32(bytes);
            default -> new BigInteger(1, bytes).toString();
        };
    }

    /** RFC 4648 6, without padding: 25 characters of 5 bits and one of 3. */
    private static String base32(byte[] bytes) {
        var bits = new BigInteger(1, bytes).shiftLeft(2);
        var text = new StringBuilder();
        for (int i = 25; i >= 0; i--) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
                    .charAt(bits.shiftRight(5 * i).intValue() & 31));
        }
        return text.toString();
    }

    private String digits(int count) {
        var text = new StringBuilder();
        IntStream.range(0, count).forEach(i -> text.append(chance.nextInt(10)));
        return text.toString();
    }

    private String hex(int digits) {
        var text = new StringBuilder();
        IntStream.range(0, digits).forEach(i -> text.append(Integer.toHexString(chance.nextInt(16))));
        return text.toString();
    }
}
