package org.instantlogs.suite.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueEqualityTest {
    @Test
    void textIsEqualCharacterByCharacter() {
        assertThat(same("RayID", "a\u2028é😀", "\"a\u2028\\u00e9\\ud83d\\ude00\""))
                .isTrue();
        assertThat(same("RayID", "a", "\"A\"")).isFalse();
        assertThat(same("RayID", "é", "\"e\u0301\"")).isFalse();
        assertThat(same("RayID", "1", "1")).isFalse();
    }

    @Test
    void aLoneSurrogateMayComeReplacedButNothingElseMay() {
        assertThat(same("RayID", "a\uD800b", "\"a\\ud800b\"")).isTrue();
        assertThat(same("RayID", "a\uD800b", "\"a\uFFFDb\"")).isTrue();
        assertThat(same("RayID", "a\uD800b", "\"a?b\"")).isFalse();
        assertThat(same("RayID", "a\uD800b", "\"ab\"")).isFalse();
        assertThat(same("RayID", "a\uFFFDb", "\"a\\ud800b\"")).isFalse();
        assertThat(same("RayID", "😀", "\"\uFFFD\uFFFD\"")).isFalse();
    }

    @Test
    void halfACharacterIsLoneAtEitherEndAndBesideAnythingButItsOtherHalf() {
        assertThat(same("RayID", "a\uD800", "\"a\uFFFD\"")).isTrue();
        assertThat(same("RayID", "\uDC00a", "\"\uFFFDa\"")).isTrue();
        assertThat(same("RayID", "a\uDC00", "\"a\uFFFD\"")).isTrue();
        assertThat(same("RayID", "\uDC00\uDC00", "\"\uFFFD\uFFFD\"")).isTrue();
        assertThat(same("RayID", "\uD800\uD800", "\"\uFFFD\uFFFD\"")).isTrue();
        assertThat(same("RayID", "\uD83D\uDE00", "\"\uFFFD\\ude00\"")).isFalse();
        assertThat(same("RayID", "\uD83D\uDE00", "\"\\ud83d\uFFFD\"")).isFalse();
        assertThat(same("RayID", "ab", "\"a\uFFFD\"")).isFalse();
    }

    @Test
    void numbersAreEqualToTheLastDigit() {
        assertThat(same("ClientRequestBytes", 9007199254740993L, "9007199254740993"))
                .isTrue();
        assertThat(same("ClientRequestBytes", 9007199254740993L, "9007199254740992"))
                .isFalse();
        assertThat(same("ClientRequestBytes", 9007199254740993L, "9007199254740993.0"))
                .isTrue();
        assertThat(same("ClientRequestBytes", Long.MAX_VALUE, "9223372036854775807"))
                .isTrue();
        assertThat(same("ClientRequestBytes", 5L, "\"5\"")).isFalse();
        assertThat(same("EdgeResponseCompressionRatio", 2.0, "2")).isTrue();
        assertThat(same("EdgeResponseCompressionRatio", 0.1, "0.1000")).isTrue();
        assertThat(same("EdgeResponseCompressionRatio", 0.1, "0.10001")).isFalse();
        assertThat(same("EdgeResponseCompressionRatio", 0.0, "-0.0")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-02-03T10:15:31.987654321Z|\"2022-02-03T10:15:31Z\"|true",
                "2022-02-03T10:15:31.987654321Z|\"2022-02-03T10:15:31.98Z\"|true",
                "2022-02-03T10:15:31.987654321Z|\"2022-02-03T12:15:31.987654321+02:00\"|true",
                "2022-02-03T10:15:31.987654321Z|\"2022-02-03T10:15:31.5Z\"|false",
                "2022-02-03T10:15:31.987654321Z|\"2022-02-03T10:15:32Z\"|false",
                "2022-02-03T10:15:31.987654321Z|\"2022-02-03T10:15:31+02:00\"|false",
                "2022-02-03T10:15:31.987654321Z|\"\"|false",
                "2022-02-03T10:15:31.987654321Z|1643883331|true",
                "2022-02-03T10:15:31.987654321Z|1643883331987|true",
                "2022-02-03T10:15:31.987654321Z|1643883331987654|true",
                "2022-02-03T10:15:31.987654321Z|1643883331987654321|true",
                "2022-02-03T10:15:31.987654321Z|1643883331987654320|false",
                "2022-02-03T10:15:31.987654321Z|1643883331987000000|true",
                "2022-02-03T10:15:31.987654321Z|1643883331000000000|true",
                "2022-02-03T10:15:31.987654321Z|1643883331986000000|false",
                "2022-02-03T10:15:31.987654321Z|1643883332|false",
                "2022-02-03T12:15:31+02:00|\"2022-02-03T10:15:31.000Z\"|true",
            })
    void timestampsNameTheSameInstantInAnyForm(String sent, String delivered, boolean same) {
        assertThat(same("EdgeStartTimestamp", sent, delivered)).isEqualTo(same);
        assertThat(same("EdgeStartTimestamp", 1643883331987654321L, delivered)).isEqualTo(same);
    }

    @Test
    void listsAreEqualInOrderAndObjectsByMember() {
        assertThat(same("BotTags", List.of("a", "b"), "[\"a\",\"b\"]")).isTrue();
        assertThat(same("BotTags", List.of("a", "b"), "[\"b\",\"a\"]")).isFalse();
        assertThat(same("BotTags", List.of(), "null")).isFalse();
        assertThat(same("BotTags", List.of("a"), "[\"a\",\"b\"]")).isFalse();
        assertThat(same("BotTags", List.of("a", "b"), "[\"a\"]")).isFalse();
        assertThat(same("BotDetectionIDs", List.of(1L), "[1]")).isTrue();
        assertThat(same("Cookies", Map.of("a", "1", "b", "2"), "{\"b\":\"2\",\"a\":\"1\"}"))
                .isTrue();
        assertThat(same("Cookies", Map.of("a", "1"), "{\"b\":\"1\"}")).isFalse();
        assertThat(same("Cookies", Map.of("a", "1"), "{\"a\":\"1\",\"b\":\"1\"}"))
                .isFalse();
        assertThat(same("CacheReserveUsed", true, "true")).isTrue();
        assertThat(same("CacheReserveUsed", true, "\"true\"")).isFalse();
    }

    @Test
    void noValueIsNullOrTheTypesEmptyValue() {
        assertThat(ValueEquality.isNoValue(field("RayID"), node("null"))).isTrue();
        assertThat(ValueEquality.isNoValue(field("RayID"), node("\"\""))).isTrue();
        assertThat(ValueEquality.isNoValue(field("RayID"), node("\"x\""))).isFalse();
        assertThat(ValueEquality.isNoValue(field("EdgeResponseStatus"), node("0")))
                .isTrue();
        assertThat(ValueEquality.isNoValue(field("CacheReserveUsed"), node("false")))
                .isTrue();
        assertThat(ValueEquality.isNoValue(field("BotTags"), node("[]"))).isTrue();
        assertThat(ValueEquality.isNoValue(field("Cookies"), node("{}"))).isTrue();
        assertThat(ValueEquality.isNoValue(field("EdgeStartTimestamp"), node("0")))
                .isTrue();
        assertThat(ValueEquality.isNoValue(field("EdgeStartTimestamp"), node("\"\"")))
                .isTrue();
        assertThat(ValueEquality.isNoValue(field("EdgeStartTimestamp"), node("false")))
                .isFalse();
        assertThat(ValueEquality.isNoValue(field("EdgeStartTimestamp"), node("[]")))
                .isFalse();
        assertThat(ValueEquality.isEmptyValue(field("RayID"), node("null"))).isFalse();
        assertThat(ValueEquality.isEmptyValue(field("WAFAction"), node("\"unknown\"")))
                .isTrue();
        assertThat(ValueEquality.isEmptyValue(field("WAFProfile"), node("\"unknown\"")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2022-02-03T10:15:31.5+05:30\"|2022-02-03T04:45:31.500Z",
                "\"2022-02-03T10:15:31-02:15\"|2022-02-03T12:30:31Z",
                "\"2022-02-03T10:15:31+18:00\"|2022-02-02T16:15:31Z",
                "\"2022-02-03T10:15:31+00:59\"|2022-02-03T09:16:31Z",
                "99999999999|5138-11-16T09:46:39Z",
                "100000000000|1973-03-03T09:46:40Z",
                "-1|1969-12-31T23:59:59Z",
            })
    void aDeliveredTimestampNamesAnInstantWhateverItsForm(String delivered, String instant) {
        assertThat(ValueEquality.instant(node(delivered))).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2022-02-03T10:15:31+19:00\"",
                "\"2022-02-03T10:15:31+00:60\"",
                "\"2022-02-03T10:15:31+18:01\"",
                "\"yesterday\"",
                "true",
                "1.5",
            })
    void whatNamesNoInstantIsNone(String delivered) {
        assertThat(ValueEquality.instant(node(delivered))).isEmpty();
    }

    @Test
    void whatWasSentAsATimestampHasToBeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> same("EdgeStartTimestamp", "yesterday", "1"))
                .withMessage("`yesterday` is no RFC 3339 timestamp");
    }

    private static boolean same(String name, Object sent, String json) {
        return ValueEquality.same(field(name), sent, node(json));
    }

    private static Field field(String name) {
        return Dataset.httpRequests().field(name).orElseThrow();
    }

    private static JsonNode node(String json) {
        return StrictJson.read(json).value().orElseThrow();
    }
}
