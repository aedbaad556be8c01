package org.instantlogs.suite.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which filters the documents leave no doubt about, what their values are written as, and which mean the same. */
final class FilterFormsTest {
    private static final Filter SETTLED = Filter.predicate("ClientCountry", Operator.EQ, "ca");
    private static final Filter UNSETTLED = Filter.predicate("ClientCountry", Operator.EQ, 1);

    @Test
    void noFilterLetsEverythingThroughAndHasNoForm() {
        var none = Filter.everything();

        assertThat(none.matches(LogRecord.empty())).isTrue();
        assertThat(none.isSettled()).isTrue();
        assertThat(none.toJson().isMissingNode()).isTrue();
        assertThat(none.toWire()).isEmpty();
        assertThat(none.meansTheSameAs(Filter.everything())).isTrue();
        assertThat(none.meansTheSameAs(SETTLED)).isFalse();
    }

    @Test
    void aGroupIsSettledWhereAllItsMembersAre() {
        assertThat(Filter.and(SETTLED, SETTLED).isSettled()).isTrue();
        assertThat(Filter.and(SETTLED, UNSETTLED).isSettled()).isFalse();
        assertThat(Filter.or(SETTLED, SETTLED).isSettled()).isTrue();
        assertThat(Filter.or(SETTLED, UNSETTLED).isSettled()).isFalse();
    }

    private static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("CacheReserveUsed", true, true),
                Arguments.of("CacheReserveUsed", "true", false),
                Arguments.of("EdgeResponseStatus", 200, true),
                Arguments.of("EdgeResponseStatus", "200", true),
                Arguments.of("EdgeResponseStatus", Long.MAX_VALUE, true),
                Arguments.of("EdgeResponseStatus", Long.MIN_VALUE, true),
                Arguments.of("EdgeResponseStatus", new BigInteger("9223372036854775808"), false),
                Arguments.of("EdgeResponseStatus", new BigInteger("-9223372036854775809"), false),
                Arguments.of("EdgeResponseStatus", 1.5, false),
                Arguments.of("ClientCountry", "ca", true),
                Arguments.of("ClientCountry", "\uD800", false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsSettledWhereItIsOfTheTypesOwnForm(String key, Object value, boolean settled) {
        assertThat(Filter.predicate(key, Operator.EQ, value).isSettled()).isEqualTo(settled);
    }

    @Test
    void aNumberIsWrittenWithEveryDigitItHas() {
        assertThat(written(new BigInteger("18446744073709551616"))).endsWith("\"value\":18446744073709551616}}");
        assertThat(written(1.5)).endsWith("\"value\":1.5}}");
        assertThat(written(new BigDecimal("1.50"))).endsWith("\"value\":1.50}}");
        assertThat(written(5)).endsWith("\"value\":5}}");
        assertThat(written("5")).endsWith("\"value\":\"5\"}}");
    }

    private static String written(Object value) {
        return Filter.predicate("EdgeResponseCompressionRatio", Operator.EQ, value)
                .toWire();
    }

    @Test
    void valuesOfAFilterAreReadAsTheyStand() {
        for (var value : List.of("18446744073709551616", "-9223372036854775809", "9223372036854775807", "1.50")) {
            var wire = "{\"where\":{\"key\":\"EdgeResponseStatus\",\"operator\":\"eq\",\"value\":" + value + "}}";

            assertThat(FilterReader.read(wire).toWire()).isEqualTo(wire);
        }
    }

    @Test
    void listsOfNumbersHoldTheirElements() {
        var holds = Filter.predicate("BotDetectionIDs", Operator.CONTAINS, 5);
        var oneOf = Filter.predicate("BotDetectionIDs", Operator.IN, List.of(5, 6));

        for (var filter : List.of(holds, oneOf)) {
            assertThat(filter.matches(LogRecord.of("BotDetectionIDs", List.of(4, 5))))
                    .isTrue();
            assertThat(filter.matches(LogRecord.of("BotDetectionIDs", List.of(4, 55))))
                    .isFalse();
            assertThat(filter.matches(LogRecord.empty())).isFalse();
        }
    }

    /** On a list, where {@code eq} has no meaning, {@code in} with one value is not the same question. */
    @Test
    void inWithOneValueAsksWhatEqAsksButOnLists() {
        assertThat(Filter.predicate("ClientCountry", Operator.IN, List.of("ca")).meansTheSameAs(SETTLED))
                .isTrue();
        assertThat(Filter.predicate("ClientCountry", Operator.IN, List.of("ca", "us"))
                        .meansTheSameAs(SETTLED))
                .isFalse();
        assertThat(Filter.predicate("EdgeResponseStatus", Operator.IN, List.of(200))
                        .meansTheSameAs(Filter.predicate("EdgeResponseStatus", Operator.EQ, "200")))
                .isTrue();
        for (var key : List.of("BotTags", "BotDetectionIDs")) {
            assertThat(Filter.predicate(key, Operator.IN, List.of("1"))
                            .meansTheSameAs(Filter.predicate(key, Operator.EQ, "1")))
                    .isFalse();
        }
        assertThat(Filter.predicate("ClientCountry", Operator.GT, "ca").meansTheSameAs(SETTLED))
                .isFalse();
    }

    @Test
    void anyHalfOfACharacterIsTheReplacementCharacter() {
        for (var half : List.of("\uD800", "\uDBFF", "\uDC00", "\uDFFF")) {
            assertThat(UnicodeText.wellFormed("a" + half)).isEqualTo("a\uFFFD");
        }
        assertThat(UnicodeText.wellFormed("\uD7FF\uE000\uD83D\uDE00")).isEqualTo("\uD7FF\uE000\uD83D\uDE00");
    }
}
