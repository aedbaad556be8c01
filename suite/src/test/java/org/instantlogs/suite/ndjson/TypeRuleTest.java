package org.instantlogs.suite.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import org.instantlogs.fixtures.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypeRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RayID|\"x\"|true",
                "RayID|1|false",
                "RayID|null|true",
                "EdgeResponseStatus|200|true",
                "EdgeResponseStatus|200.0|true",
                "EdgeResponseStatus|2e2|true",
                "EdgeResponseStatus|200.5|false",
                "EdgeResponseStatus|\"200\"|false",
                "EdgeResponseStatus|true|false",
                "EdgeResponseStatus|-9223372036854775808|true",
                "EdgeResponseStatus|-9223372036854775809|false",
                "EdgeResponseStatus|18446744073709551615|true",
                "EdgeResponseStatus|18446744073709551616|false",
                "EdgeResponseStatus|1e9999|false",
                "EdgeResponseCompressionRatio|2|true",
                "EdgeResponseCompressionRatio|2.5|true",
                "EdgeResponseCompressionRatio|\"2.5\"|false",
                "CacheReserveUsed|false|true",
                "CacheReserveUsed|0|false",
                "BotTags|[]|true",
                "BotTags|[\"a\"]|true",
                "BotTags|[\"a\",null]|false",
                "BotTags|[1]|false",
                "BotTags|\"a\"|false",
                "BotDetectionIDs|[1,2.0]|true",
                "BotDetectionIDs|[\"1\"]|false",
                "Cookies|{}|true",
                "Cookies|[]|false",
                "JA4Signals|{\"a\":1}|true",
                "EdgeStartTimestamp|\"2022-02-03T10:15:31Z\"|true",
                "EdgeStartTimestamp|\"2022-02-03T10:15:31.123+02:00\"|true",
                "EdgeStartTimestamp|\"2016-12-31t23:59:60z\"|true",
                "EdgeStartTimestamp|\"2022-02-30T10:15:31Z\"|false",
                "EdgeStartTimestamp|\"2022-02-03T24:00:00Z\"|false",
                "EdgeStartTimestamp|\"2022-02-03 10:15:31\"|false",
                "EdgeStartTimestamp|\"\"|false",
                "EdgeStartTimestamp|1643883331000000000|true",
                "EdgeStartTimestamp|1.5|false",
                "EdgeStartTimestamp|true|false",
            })
    void aValueHasItsFieldsType(String name, String json, boolean right) {
        var field = Dataset.httpRequests().field(name).orElseThrow();
        var value = StrictJson.read(json).value().orElseThrow();

        assertThat(TypeRule.check(field, value).isEmpty()).isEqualTo(right);
    }

    @Test
    void theDefectNamesFieldTypeAndValue() {
        var field = Dataset.httpRequests().field("EdgeResponseStatus").orElseThrow();

        assertThat(TypeRule.check(field, StrictJson.read("\"200\"").value().orElseThrow()))
                .contains("`EdgeResponseStatus` is to be int and is the string `\"200\"`");
        assertThat(TypeRule.check(
                        field, StrictJson.read("{}").value().orElseThrow().path("x")))
                .hasValueSatisfying(text -> assertThat(text).endsWith("is missing"));
    }

    @Test
    void aLongValueIsCutShortAndALargeOneIsNotShown() {
        assertThat(told("\"" + "x".repeat(58) + "\"")).endsWith("is the string `\"" + "x".repeat(58) + "\"`");
        assertThat(told("\"" + "x".repeat(59) + "\"")).endsWith("is the string `\"" + "x".repeat(59) + "…`");
        assertThat(told("[" + "1,".repeat(28) + "1]")).endsWith("is the array `[" + "1,".repeat(28) + "1]`");
        assertThat(told("[" + "1,".repeat(59) + "1]")).endsWith("is the array `[" + "1,".repeat(29) + "1…`");
        assertThat(told("[" + "1,".repeat(60) + "1]")).endsWith("is the array `long`");
    }

    @Test
    void aNumberOf400DigitsIsStillSeenToBeWholeAndNoInt() {
        assertThat(WholeNumber.of(StrictJson.read("1e399").value().orElseThrow()))
                .isPresent();
        assertThat(WholeNumber.of(StrictJson.read("1e400").value().orElseThrow()))
                .isEmpty();
    }

    private static String told(String json) {
        var field = Dataset.httpRequests().field("EdgeResponseStatus").orElseThrow();
        return TypeRule.check(field, StrictJson.read(json).value().orElseThrow())
                .orElseThrow();
    }
}
