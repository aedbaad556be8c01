package org.instantlogs.server.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.instantlogs.fixtures.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ClientRequestHost | "a b"                         | "a b"
                    ClientRequestHost | ""                            | ""
                    ClientRequestHost | null                          | ""
                    ClientASN         | 0                             | 0
                    ClientASN         | -1                            | -1
                    ClientASN         | 2147483648                    | 2147483648
                    ClientASN         | 9007199254740993              | 9007199254740993
                    ClientASN         | 9223372036854775807           | 9223372036854775807
                    ClientASN         | -9223372036854775808          | -9223372036854775808
                    ClientASN         | null                          | 0
                    EdgeResponseCompressionRatio | 2.70                | 2.70
                    EdgeResponseCompressionRatio | 3                   | 3
                    EdgeResponseCompressionRatio | 1e-7                | 1e-7
                    EdgeResponseCompressionRatio | null                | 0
                    WorkerSubrequest  | true                          | true
                    WorkerSubrequest  | false                         | false
                    WorkerSubrequest  | null                          | false
                    FirewallMatchesActions | []                       | []
                    FirewallMatchesActions | [ "a" , "" ]             | ["a",""]
                    FirewallMatchesActions | null                     | []
                    BotDetectionIDs   | [ 1, -2 ]                     | [1,-2]
                    Cookies           | {"a": {"b" : [1.50, null]}}   | {"a":{"b":[1.50,null]}}
                    Cookies           | null                          | {}
                    JA4Signals        | {"h": 0.980, "n": 12345678901234567890} | {"h":0.980,"n":12345678901234567890}
                    JA4Signals        | {}                            | {}
                    EdgeStartTimestamp | "2022-02-03T10:15:31Z"       | "2022-02-03T10:15:31Z"
                    EdgeStartTimestamp | "2022-02-03T12:15:31.999999999999+02:00" | "2022-02-03T10:15:31Z"
                    EdgeStartTimestamp | "2022-02-03t10:15:31-00:30"  | "2022-02-03T10:45:31Z"
                    EdgeStartTimestamp | "2016-12-31T23:59:60Z"       | "2017-01-01T00:00:00Z"
                    EdgeStartTimestamp | "0000-01-01T00:00:00Z"       | "0000-01-01T00:00:00Z"
                    EdgeStartTimestamp | "9999-12-31T23:59:59.9Z"     | "9999-12-31T23:59:59Z"
                    EdgeStartTimestamp | 1643883331000000000          | "2022-02-03T10:15:31Z"
                    EdgeStartTimestamp | 1643883331999999999          | "2022-02-03T10:15:31Z"
                    EdgeStartTimestamp | -1                           | "1969-12-31T23:59:59Z"
                    EdgeStartTimestamp | 9223372036854775807          | "2262-04-11T23:47:16Z"
                    EdgeStartTimestamp | null                         | ""
                    """)
    void aValueComesOutAsItWentIn(String field, String in, String out) throws RecordRefused {
        var record = RecordReader.read(utf8("{\"" + field + "\":" + in + "}"));

        assertThat(line(List.of(field), record)).isEqualTo("{\"" + field + "\":" + out + ",\"sampleInterval\":1}");
    }

    @Test
    void textComesOutAsItWentInAndBreaksNoLine() throws RecordRefused {
        var given =
                "\\u0000\\b\\f\\n\\r\\t\\u001f\\\"\\\\/<&>\u007f\u0080\u0085\u07ff\u0800\u2028\u2029\uffff\ud83d\ude00";

        var record = RecordReader.read(utf8("{\"ClientRequestPath\":\"" + given + "\"}"));

        assertThat(line(List.of("ClientRequestPath"), record))
                .isEqualTo(
                        "{\"ClientRequestPath\":\"\\u0000\\b\\f\\n\\r\\t\\u001f\\\"\\\\/<&>\u007f\u0080\\u0085\u07ff\u0800"
                                + "\\u2028\\u2029\uffff\ud83d\ude00\",\"sampleInterval\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800"})
    void halfASurrogatePairComesOutAsTheReplacementCharacter(String half) throws RecordRefused {
        var record = RecordReader.read(
                utf8("{\"ClientRequestPath\":\"a" + half + "b\",\"Cookies\":{\"k\":\"" + half + "\"}}"));

        var halves = "\ufffd".repeat(half.length() / 6);
        assertThat(line(List.of("ClientRequestPath", "Cookies"), record))
                .startsWith("{\"ClientRequestPath\":\"a" + halves + "b\",\"Cookies\":{\"k\":\"" + halves + "\"}");
    }

    @Test
    void fieldsComeInTheRequestedOrderWithTheIntervalLast() throws RecordRefused {
        var record = RecordReader.read(utf8("{\"ClientASN\":7,\"RayID\":\"ab\"}"));

        var line = new String(
                Projection.of(List.of("RayID", "ClientIP", "ClientASN")).encode(record, 1L << 40), UTF_8);

        assertThat(line)
                .isEqualTo("{\"RayID\":\"ab\",\"ClientIP\":\"\",\"ClientASN\":7,\"sampleInterval\":1099511627776}");
    }

    @Test
    void everyFieldOfEveryEditionIsKnownAndHasAnEmptyValue() throws RecordRefused {
        for (var field : Dataset.httpRequests().fields()) {
            var record = RecordReader.read(utf8("{\"" + field.name() + "\":null}"));

            assertThat(line(List.of(field.name()), record))
                    .matches("\\{\"" + field.name() + "\":(\"\"|0|false|\\[]|\\{}),\"sampleInterval\":1}");
        }
        assertThat(Dataset.httpRequests().fields()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"ClientASN":1                      | line 1 is not valid JSON at column
                    {"ClientASN":01}                    | line 1 is not valid JSON at column
                    {"ClientASN":NaN}                   | line 1 is not valid JSON at column
                    {'ClientASN':1}                     | line 1 is not valid JSON at column
                    {"ClientASN":1,}                    | line 1 is not valid JSON at column
                    nonsense                            | line 1 is not valid JSON at column
                    [{"ClientASN":1}]                   | line 1 is no JSON object
                    "text"                              | line 1 is no JSON object
                    null                                | line 1 is no JSON object
                    {"ClientASN":1}{}                   | line 1 goes on after its JSON object
                    {"ClientASN":1} x                   | line 1 is not valid JSON at column
                    {"ClientASN":1,"ClientASN":1}       | line 1 is refused: `ClientASN` is given twice
                    {"ClientASN":null,"ClientASN":1}    | line 1 is refused: `ClientASN` is given twice
                    {"Cookies":{"a":"1","a":"2"}}       | line 1 is refused: `Cookies` holds a repeated key
                    {"JA4Signals":{"a":1,"a":2}}        | line 1 is refused: `JA4Signals` holds a repeated key
                    {"Nonsense":1}                      | line 1 is refused: the dataset has no field `Nonsense`
                    {"clientasn":1}                     | line 1 is refused: the dataset has no field `clientasn`
                    {"Country":"pt"}                    | line 1 is refused: the dataset has no field `Country`
                    {"sampleInterval":1}                | line 1 is refused: `sampleInterval` is no field of a record: the target makes it
                    {"ClientASN":"1"}                   | line 1 is refused: `ClientASN` is text; it takes an integer
                    {"ClientASN":1.0}                   | line 1 is refused: `ClientASN` is a number with a fraction or exponent; it takes an integer
                    {"ClientASN":9223372036854775808}   | line 1 is refused: `ClientASN` is beyond 64 bits
                    {"ClientASN":true}                  | line 1 is refused: `ClientASN` is a truth value; it takes an integer
                    {"ClientIP":1}                      | line 1 is refused: `ClientIP` is an integer; it takes text
                    {"ClientIP":["1"]}                  | line 1 is refused: `ClientIP` is a list; it takes text
                    {"ClientIP":{}}                     | line 1 is refused: `ClientIP` is an object; it takes text
                    {"WorkerSubrequest":0}              | line 1 is refused: `WorkerSubrequest` is an integer; it takes true or false
                    {"EdgeResponseCompressionRatio":"1"} | line 1 is refused: `EdgeResponseCompressionRatio` is text; it takes a number
                    {"EdgeResponseCompressionRatio":1e999} | line 1 is refused: `EdgeResponseCompressionRatio` is beyond a 64-bit float
                    {"EdgeResponseCompressionRatio":1e-99999999999} | line 1 is refused: `EdgeResponseCompressionRatio` has an exponent beyond reason
                    {"FirewallMatchesActions":"a"}      | line 1 is refused: `FirewallMatchesActions` is text; it takes a list of texts
                    {"FirewallMatchesActions":[1]}      | line 1 is refused: `FirewallMatchesActions` is an integer; it takes text
                    {"FirewallMatchesActions":[null]}   | line 1 is refused: `FirewallMatchesActions` is null; it takes text
                    {"BotDetectionIDs":[1.5]}           | line 1 is refused: `BotDetectionIDs` is a number with a fraction or exponent; it takes an integer
                    {"Cookies":[]}                      | line 1 is refused: `Cookies` is a list; it takes an object
                    {"Cookies":{"a":1e99999999999}}     | line 1 is refused: `Cookies` holds a number with an exponent beyond reason
                    {"JA4Signals":{"a":"1"}}            | line 1 is refused: `JA4Signals` holds a value that is no number; it takes an object of numbers
                    {"EdgeStartTimestamp":1.5}          | line 1 is refused: `EdgeStartTimestamp` is a number with a fraction or exponent; it takes RFC 3339 text or integer nanoseconds
                    {"EdgeStartTimestamp":""}           | line 1 is refused: `EdgeStartTimestamp` is no RFC 3339 timestamp such as 2022-02-03T10:15:31Z
                    {"EdgeStartTimestamp":"2022-02-03"} | line 1 is refused: `EdgeStartTimestamp` is no RFC 3339 timestamp such as 2022-02-03T10:15:31Z
                    {"EdgeStartTimestamp":"2022-02-03T10:15:31"} | line 1 is refused: `EdgeStartTimestamp` is no RFC 3339 timestamp such as 2022-02-03T10:15:31Z
                    {"EdgeStartTimestamp":"2022-02-30T10:15:31Z"} | line 1 is refused: `EdgeStartTimestamp` is no date and time that exists
                    {"EdgeStartTimestamp":"2022-02-03T24:00:00Z"} | line 1 is refused: `EdgeStartTimestamp` is no date and time that exists
                    {"EdgeStartTimestamp":"2022-02-03T10:15:61Z"} | line 1 is refused: `EdgeStartTimestamp` is no date and time that exists
                    {"EdgeStartTimestamp":"2022-02-03T10:15:31+24:00"} | line 1 is refused: `EdgeStartTimestamp` has an offset that does not exist
                    {"EdgeStartTimestamp":"9999-12-31T23:59:59-01:00"} | line 1 is refused: `EdgeStartTimestamp` is outside the years 0000 to 9999
                    """)
    void aWrongLineIsRefusedSayingWhy(String line, String message) {
        assertThatThrownBy(() -> RecordReader.read(utf8(line)))
                .isInstanceOf(RecordRefused.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        for (byte[] bad : List.of(
                new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xFF})) {
            assertThatThrownBy(() -> RecordReader.read(bad)).hasMessage("line 1 is not valid UTF-8");
        }
        assertThatThrownBy(() -> RecordReader.read(utf8("\ufeff{}")))
                .hasMessageStartingWith("line 1 is not valid JSON");
    }

    @Test
    void aLineMayBeOneMebibyteAndNoLonger() throws RecordRefused {
        var frame = "{\"ClientRequestPath\":\"\"}".length();
        var longest = "{\"ClientRequestPath\":\"" + "x".repeat((1 << 20) - frame) + "\"}";

        assertThat(RecordReader.readAll(utf8(longest + "\n" + longest + "\n"))).hasSize(2);
        assertThatThrownBy(() -> RecordReader.readAll(utf8("{}\n" + longest + " \n")))
                .hasMessage("line 2 is longer than 1 MiB");
    }

    @Test
    void deepNestingIsRefused() {
        var deep = "{\"Cookies\":" + "{\"a\":".repeat(5000) + "1" + "}".repeat(5000) + "}";

        assertThatThrownBy(() -> RecordReader.read(utf8(deep))).hasMessageStartingWith("line 1 is JSON beyond bounds");
    }

    @Test
    void allLinesAreReadOrNoneAndBlankOnesCount() throws RecordRefused {
        assertThat(RecordReader.readAll(utf8("\n{}\r\n \t\r\n{\"ClientASN\":1}")))
                .hasSize(2);
        assertThat(RecordReader.readAll(new byte[0])).isEmpty();
        assertThat(RecordReader.readAll(utf8("\n\n"))).isEmpty();

        var refused = catchThrowableOfType(
                RecordRefused.class, () -> RecordReader.readAll(utf8("{}\n\n{}\n{\"Nonsense\":1}\n{}")));

        assertThat(refused).hasMessage("line 4 is refused: the dataset has no field `Nonsense`");
        assertThat(refused.line()).isEqualTo(4);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static String line(List<String> fields, LogRecord record) {
        return new String(Projection.of(fields).encode(record, 1), UTF_8);
    }
}
