package org.instantlogs.suite.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.instantlogs.suite.ndjson.Defect.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says of a line that is wrong, word for word: what was expected, what was found, and where. */
final class DefectWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":NaN}|NOT_A_NUMBER|a number that JSON has not: `NaN}` (byte 5)",
                "{\"a\":-nan}|NOT_A_NUMBER|a number that JSON has not: `nan}` (byte 6)",
                "{\"a\":nan}|NOT_A_NUMBER|a number that JSON has not: `nan}` (byte 5)",
                "{\"a\":-Infinity}|NOT_A_NUMBER|a number that JSON has not: `Infinity}` (byte 6)",
                "{\"a\":1} x|TRAILING_TEXT|text after the value: `x` (byte 8)",
                "{\"a\":1}/|TRAILING_TEXT|text after the value: `/` (byte 7)",
                "{\"a\":1} /* x */|COMMENT|a comment, which JSON has not: `/* x */` (byte 8)",
                "[1]|NOT_AN_OBJECT|the line is of type array, not an object (byte 0)",
                "7|NOT_AN_OBJECT|the line is of type number, not an object (byte 0)",
                "~  ~|BLANK|nothing but blanks (byte 2)",
                "\uFEFF|BYTE_ORDER_MARK|a byte-order mark (byte 0)",
                "{\"a\":1,\"a\":2}|DUPLICATE_KEY|the key `a` a second time (byte 7)",
                "{\"a\":-}|NOT_JSON|expected a digit, found `}` (byte 6)",
                "{\"a\":1e+}|NOT_JSON|expected a digit, found `}` (byte 8)",
                "{\"a\":+1}|NOT_JSON|expected a value, found `+1}` (byte 5)",
                "{\"a\":01}|NOT_JSON|expected no digit after a leading zero, found `1}` (byte 6)",
                "{\"a\":tru}|NOT_JSON|expected `true`, found `tru}` (byte 5)",
                "{\"a\":1|NOT_JSON|expected `,` or `}`, found the end of the line (byte 6)",
                "{\"a\":[1|NOT_JSON|expected `,` or `]`, found the end of the line (byte 7)",
                "{\"a\":|NOT_JSON|expected a value, found the end of the line (byte 5)",
                "{|NOT_JSON|expected a key in quotes, found the end of the line (byte 1)",
                "{a:1}|NOT_JSON|expected a key in quotes, found `a:1}` (byte 1)",
                "{\"a\"}|NOT_JSON|expected `:`, found `}` (byte 4)",
                "{\"a\":\"x|NOT_JSON|expected the closing quote, found the end of the line (byte 7)",
                "{\"a\":\"\\x\"}|NOT_JSON|expected an escape, found `x\"}` (byte 7)",
                "{\"a\":\"\\u00g0\"}|NOT_JSON|expected four hexadecimal digits, found `g0\"}` (byte 10)",
                "~{\"a\":\"\t\"}~|NOT_JSON|the control character U+0009 without an escape (byte 6)",
            })
    void aDefectIsTold(String line, Kind kind, String words) {
        var defect = defects(line).get(0);

        assertThat(defect.kind()).isEqualTo(kind);
        assertThat(defect).hasToString(words);
    }

    @Test
    void bytesThatAreNoUtf8AreToldWithTheFirstOfThem() {
        var line = MessageReader.read(new byte[] {(byte) 0xC3, '(', '1'}).get(0);

        assertThat(line.defects()).hasToString("[the byte 0xc3 is no valid UTF-8 there (byte 0)]");
        assertThat(line.record()).isEmpty();
    }

    @Test
    void whatIsShownIsCutShort() {
        assertThat(defects("{\"a\":1}" + "x".repeat(50)))
                .hasToString("[text after the value: `" + "x".repeat(40) + "` (byte 7)]");
        var forty = "k".repeat(40);
        assertThat(defects("{\"" + forty + "\":1,\"" + forty + "\":1}").get(0).text())
                .isEqualTo("the key `" + forty + "` a second time");
        assertThat(defects("{\"" + forty + "k\":1,\"" + forty + "k\":1}").get(0).text())
                .isEqualTo("the key `" + forty + "…` a second time");
    }

    @Test
    void aHundredDefectsAndAHundredRemarksAreEnough() {
        var halves = "\"\\ud800\",".repeat(150);
        var line = line("{\"a\":[" + halves + "1]}");

        assertThat(line.defects()).isEmpty();
        assertThat(line.remarks()).hasSize(100);
        assertThat(line.remarks().get(0)).hasToString("an escape of half a character (byte 6)");
        assertThat(defects("{\"a\":1" + ",\"a\":1".repeat(150) + "}")).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({"ud7ff,0", "ud800,1", "udfff,1", "ue000,0"})
    void onlyHalvesOfACharacterAreRemarkedOn(String escape, int remarks) {
        assertThat(line("{\"a\":\"\\" + escape + "\"}").remarks()).hasSize(remarks);
    }

    private static List<Defect> defects(String line) {
        return line(line).defects();
    }

    private static Line line(String line) {
        return MessageReader.read(line.getBytes(UTF_8)).get(0);
    }
}
