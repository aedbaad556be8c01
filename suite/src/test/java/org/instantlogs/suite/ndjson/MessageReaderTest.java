package org.instantlogs.suite.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.instantlogs.suite.ndjson.Defect.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageReaderTest {
    @Test
    void aMessageIsSplitAtItsNewlines() {
        var lines = read("{\"a\":1}\n{\"b\":2}\r\n\n\r\n{\"c\":3}\n");

        assertThat(lines).extracting(Line::toString).containsExactly("{\"a\":1}", "{\"b\":2}\r", "{\"c\":3}");
        assertThat(lines).allSatisfy(line -> assertThat(line.defects()).isEmpty());
        assertThat(lines).allSatisfy(line -> assertThat(line.record()).isPresent());
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void aRecordKeepsItsKeysInOrderAndItsNumbersAsWritten() {
        var record =
                record("{\"z\":1.50,\"a\":12345678901234567890,\"m\":{\"x\":[1,{\"y\":null}]},\"sampleInterval\":1.0}");

        assertThat(record.keys()).containsExactly("z", "a", "m", "sampleInterval");
        assertThat(record.numberLiteral("z")).contains("1.50");
        assertThat(record.numberLiteral("m")).isEmpty();
        assertThat(record.value("a").bigIntegerValue()).isEqualTo(new BigInteger("12345678901234567890"));
        assertThat(record.value("m").path("x").path(0)).isEqualTo(IntNode.valueOf(1));
        assertThat(record.value("missing").isMissingNode()).isTrue();
        assertThat(record.sampleInterval()).hasValue(1);
    }

    @Test
    void aLineKeepsItsBytesAndARecordItsMembers() {
        var line = read("{\"a\":null}\n").get(0);

        assertThat(line.raw()).isEqualTo("{\"a\":null}".getBytes(UTF_8));
        assertThat(line.length()).isEqualTo(10);
        var record = line.record().orElseThrow();
        assertThat(record.has("a")).isTrue();
        assertThat(record.has("b")).isFalse();
        assertThat(record).hasToString("{\"a\":null}");
    }

    /** Beyond 1,000 characters, or an exponent of more than four digits, exactness costs more than it is worth. */
    @Test
    void numbersAreExactAsFarAsAnyValueOfTheDatasetCanBeMeant() {
        var thousand = "1".repeat(1000);

        assertThat(record("{\"a\":" + thousand + "}").value("a").bigIntegerValue())
                .isEqualTo(new BigInteger(thousand));
        assertThat(record("{\"a\":" + thousand + "1}").value("a").isDouble()).isTrue();
        assertThat(record("{\"a\":1e1234}").value("a").isBigDecimal()).isTrue();
        assertThat(record("{\"a\":1e12345}").value("a").isDouble()).isTrue();
        assertThat(record("{\"a\":1e-1234}").value("a").isBigDecimal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"1\"", "null", "9223372036854775808", "1e99999", "true", "[1]"})
    void aSampleIntervalIsAWholeNumberOfAtLeastOne(String literal) {
        assertThat(record("{\"sampleInterval\":" + literal + "}").sampleInterval())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":NaN}|NOT_A_NUMBER|5",
                "{\"a\":-Infinity}|NOT_A_NUMBER|6",
                "{\"a\":nan}|NOT_A_NUMBER|5",
                "{\"a\":1}{\"b\":2}|TRAILING_TEXT|7",
                "{\"a\":1} x|TRAILING_TEXT|8",
                "{\"a\":1} // x|COMMENT|8",
                "{/*x*/\"a\":1}|COMMENT|1",
                "[1]|NOT_AN_OBJECT|0",
                "\"text\"|NOT_AN_OBJECT|0",
                "null|NOT_AN_OBJECT|0",
                "7|NOT_AN_OBJECT|0",
                "~  \t~|BLANK|3",
                "{\"a\":01}|NOT_JSON|6",
                "{\"a\":+1}|NOT_JSON|5",
                "{\"a\":.5}|NOT_JSON|5",
                "{\"a\":1.}|NOT_JSON|7",
                "{\"a\":1e}|NOT_JSON|7",
                "{\"a\":-}|NOT_JSON|6",
                "{\"a\":0x1}|NOT_JSON|6",
                "{\"a\":1,}|NOT_JSON|7",
                "{\"a\":[1,]}|NOT_JSON|8",
                "{a:1}|NOT_JSON|1",
                "{'a':1}|NOT_JSON|1",
                "{\"a\"}|NOT_JSON|4",
                "{\"a\":}|NOT_JSON|5",
                "{\"a\":tru}|NOT_JSON|5",
                "{\"a\":True}|NOT_JSON|5",
                "{\"a\":undefined}|NOT_JSON|5",
                "{\"a\":\"\\x\"}|NOT_JSON|7",
                "{\"a\":\"\\u12g4\"}|NOT_JSON|10",
                "{\"a\":\"x|NOT_JSON|7",
                "{\"a\":1|NOT_JSON|6",
                "{\"a\":[1}|NOT_JSON|7",
                "{\"a\":\"\t\"}|NOT_JSON|6",
                "{|NOT_JSON|1",
                "}|NOT_JSON|0",
                "Welcome!|NOT_JSON|0",
            })
    void whatIsNoObjectOfJsonIsADefectAtItsPlace(String text, Kind kind, int offset) {
        var line = read(text).get(0);

        assertThat(line.record()).isEmpty();
        assertThat(line.defects()).singleElement().satisfies(defect -> {
            assertThat(defect.kind()).isEqualTo(kind);
            assertThat(defect.offset()).isEqualTo(offset);
        });
    }

    @Test
    void aRepeatedKeyIsADefectThatLeavesARecord() {
        var line = read("{\"a\":1,\"b\":{\"c\":1,\"\\u0063\":2},\"a\":\"x\"}").get(0);

        assertThat(line.defects()).extracting(Defect::kind).containsExactly(Kind.DUPLICATE_KEY, Kind.DUPLICATE_KEY);
        assertThat(line.record().orElseThrow().keys()).containsExactly("a", "b");
        assertThat(line.record().orElseThrow().value("a").textValue()).isEqualTo("x");
        assertThat(line.record().orElseThrow().numberLiteral("a")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsADefectThatLeavesARecord() {
        var line = read("\uFEFF{\"a\":1}").get(0);

        assertThat(line.defects()).extracting(Defect::kind).containsExactly(Kind.BYTE_ORDER_MARK);
        assertThat(line.record()).isPresent();
    }

    @Test
    void aLoneSurrogateIsARemark() {
        var line = read("{\"a\":\"\\ud800\",\"b\":\"\\ud83d\\ude00\"}").get(0);

        assertThat(line.defects()).isEmpty();
        assertThat(line.remarks()).extracting(Defect::kind).containsExactly(Kind.LONE_SURROGATE);
        assertThat(line.remarks()).extracting(Defect::offset).containsExactly(5);
        assertThat(line.record().orElseThrow().value("a").textValue()).isEqualTo("\ud800");
        assertThat(line.record().orElseThrow().value("b").textValue()).isEqualTo("😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "c328", "c080", "eda080", "f4908080", "e282", "f8888080", "ff"})
    void bytesThatAreNoUtf8AreADefectAtTheirPlace(String hex) {
        byte[] prefix = "{\"a\":\"é".getBytes(UTF_8);
        byte[] wrong = new BigInteger("1" + "0".repeat(hex.length()), 16)
                .or(new BigInteger(hex, 16))
                .toByteArray();
        wrong = Arrays.copyOfRange(wrong, 1, wrong.length);
        byte[] payload = Arrays.copyOf(prefix, prefix.length + wrong.length);
        System.arraycopy(wrong, 0, payload, prefix.length, wrong.length);

        var line = MessageReader.read(payload).get(0);

        assertThat(line.record()).isEmpty();
        assertThat(line.defects()).containsExactly(line.defects().get(0));
        assertThat(line.defects().get(0).kind()).isEqualTo(Kind.INVALID_UTF8);
        assertThat(line.defects().get(0).offset()).isEqualTo(prefix.length);
    }

    @Test
    void invalidUtf8IsFoundBehindManyValidBytes() {
        byte[] payload = ("{\"a\":\"" + "é😀x".repeat(10_000) + "?\"}").getBytes(UTF_8);
        payload[payload.length - 3] = (byte) 0xFF;

        assertThat(MessageReader.read(payload).get(0).defects())
                .extracting(Defect::offset)
                .containsExactly(payload.length - 3);
    }

    @Test
    void nestingIsReadToAThousandLevelsAndNoFurther() {
        assertThat(read(nested(999)).get(0).defects()).isEmpty();
        assertThat(read(nested(1000)).get(0).defects()).extracting(Defect::kind).containsExactly(Kind.TOO_DEEP);
        assertThat(read("[".repeat(1_000_000)).get(0).defects())
                .extracting(Defect::kind)
                .containsExactly(Kind.TOO_DEEP);
    }

    @Test
    void millionsOfValuesAreNotKept() {
        var line = read("{\"a\":[" + "[],".repeat(1_200_000) + "0]}").get(0);

        assertThat(line.defects()).extracting(Defect::kind).containsExactly(Kind.TOO_MANY_VALUES);
    }

    @Test
    void thousandsOfRepeatedKeysAreReportedAHundredTimes() {
        assertThat(read("{" + "\"a\":1,".repeat(5000) + "\"a\":1}").get(0).defects())
                .hasSize(100);
    }

    @Test
    void aMessageOfManyMebibytesIsRead() {
        var long1 = "{\"a\":\"" + "x".repeat(16 << 20) + "\"}";
        var digits = "{\"a\":" + "9".repeat(4 << 20) + "}";

        var lines = read(long1 + "\n" + digits);

        assertThat(lines).allSatisfy(line -> assertThat(line.defects()).isEmpty());
        assertThat(lines.get(0).record().orElseThrow().value("a").textValue()).hasSize(16 << 20);
        assertThat(lines.get(1).record().orElseThrow().numberLiteral("a").orElseThrow())
                .hasSize(4 << 20);
    }

    private static String nested(int arrays) {
        return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
    }

    private static RecordLine record(String text) {
        return read(text).get(0).record().orElseThrow();
    }

    private static List<Line> read(String text) {
        return MessageReader.read(text.getBytes(UTF_8));
    }
}
