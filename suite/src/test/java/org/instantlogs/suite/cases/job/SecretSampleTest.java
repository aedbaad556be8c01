package org.instantlogs.suite.cases.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.instantlogs.suite.statistics.Seeded;
import org.junit.jupiter.api.Test;

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

    private static SecretSample sample(IntFunction<String> secret) {
        return new SecretSample(IntStream.range(0, 50).mapToObj(secret).toList());
    }

    private String hex(int digits) {
        var text = new StringBuilder();
        IntStream.range(0, digits).forEach(i -> text.append(Integer.toHexString(chance.nextInt(16))));
        return text.toString();
    }
}
