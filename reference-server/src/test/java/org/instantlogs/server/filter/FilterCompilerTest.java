package org.instantlogs.server.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.instantlogs.fixtures.Dataset;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.record.RecordReader;
import org.instantlogs.server.record.RecordRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterCompilerTest {
    private static final Filters FILTERS = new FilterCompiler(Predicates.BY_TYPE, Groups.LOGICAL);

    @ParameterizedTest(name = "{0} {1} {2} on {3}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ClientCountry | eq          | "ca"    | "ca"    | true
                    ClientCountry | eq          | "ca"    | "CA"    | false
                    ClientCountry | eq          | "ca"    | "ca "   | false
                    ClientCountry | eq          | ""      | null    | true
                    ClientCountry | eq          | ""      | ""      | true
                    ClientCountry | neq         | "ca"    | "ca"    | false
                    ClientCountry | neq         | "ca"    | null    | true
                    ClientCountry | !eq         | "ca"    | "pt"    | true
                    ClientCountry | startsWith  | "c"     | "ca"    | true
                    ClientCountry | startsWith  | "a"     | "ca"    | false
                    ClientCountry | startsWith  | ""      | null    | true
                    ClientCountry | !startsWith | "c"     | "ca"    | false
                    ClientCountry | endsWith    | "a"     | "ca"    | true
                    ClientCountry | endsWith    | "c"     | "ca"    | false
                    ClientCountry | !endsWith   | "c"     | "ca"    | true
                    ClientCountry | contains    | "."     | "ca"    | false
                    ClientCountry | contains    | "%"     | "a%b"   | true
                    ClientCountry | contains    | "\\u00e9" | "caf\u00e9" | true
                    ClientCountry | contains    | "\\u00e9" | "cafe\u0301" | false
                    ClientCountry | !contains   | "x"     | "ca"    | true
                    ClientCountry | in          | "ca,pt" | "pt"    | true
                    ClientCountry | in          | "ca,pt" | "ca,pt" | false
                    ClientCountry | in          | "ca, pt" | "pt"   | false
                    ClientCountry | in          | "ca, pt" | " pt"  | true
                    ClientCountry | In          | "ca,pt" | "ca"    | true
                    ClientCountry | in          | ["ca","pt"] | "pt" | true
                    ClientCountry | in          | ["ca,pt"] | "ca,pt" | true
                    ClientCountry | in          | ["ca"]  | null    | false
                    ClientCountry | in          | ""      | null    | true
                    ClientCountry | !in         | "ca,pt" | "fr"    | true
                    ClientCountry | !in         | "ca,pt" | "ca"    | false
                    EdgeResponseStatus | eq     | 200     | 200     | true
                    EdgeResponseStatus | eq     | "200"   | 200     | true
                    EdgeResponseStatus | eq     | 0       | null    | true
                    EdgeResponseStatus | neq    | 200     | 201     | true
                    EdgeResponseStatus | neq    | 200     | 200     | false
                    EdgeResponseStatus | lt     | 200     | 99      | true
                    EdgeResponseStatus | lt     | 200     | 200     | false
                    EdgeResponseStatus | leq    | "200"   | 200     | true
                    EdgeResponseStatus | leq    | 200     | 201     | false
                    EdgeResponseStatus | gt     | 999     | 1000    | true
                    EdgeResponseStatus | gt     | 200     | 200     | false
                    EdgeResponseStatus | geq    | 200     | 200     | true
                    EdgeResponseStatus | geq    | 200     | 199     | false
                    EdgeResponseStatus | gt     | "-1"    | null    | true
                    EdgeResponseStatus | eq     | 9223372036854775807 | 9223372036854775807 | true
                    EdgeResponseStatus | eq     | 9007199254740993 | 9007199254740992 | false
                    EdgeResponseStatus | lt     | -9223372036854775808 | -9223372036854775808 | false
                    EdgeResponseStatus | in     | "200,201" | 201   | true
                    EdgeResponseStatus | in     | " 200 , 201 " | 201 | true
                    EdgeResponseStatus | in     | [200,"201"] | 201 | true
                    EdgeResponseStatus | in     | [200,201] | 20    | false
                    EdgeResponseStatus | !in    | [200]   | 201     | true
                    EdgeResponseCompressionRatio | eq | 2.5  | 2.50 | true
                    EdgeResponseCompressionRatio | gt | "2.5" | 2.51 | true
                    EdgeResponseCompressionRatio | lt | 10   | 9    | true
                    EdgeResponseCompressionRatio | in | [1.0,2] | 2.0 | true
                    EdgeResponseCompressionRatio | neq | 0   | null | false
                    WorkerSubrequest | eq       | true    | true    | true
                    WorkerSubrequest | eq       | false   | null    | true
                    WorkerSubrequest | eq       | "true"  | true    | true
                    WorkerSubrequest | eq       | "true"  | null    | false
                    WorkerSubrequest | neq      | "false" | false   | false
                    WorkerSubrequest | neq      | true    | true    | false
                    FirewallMatchesActions | contains  | "log" | ["block","log"] | true
                    FirewallMatchesActions | contains  | "lo"  | ["log"] | false
                    FirewallMatchesActions | contains  | ""    | []      | false
                    FirewallMatchesActions | contains  | "log" | null    | false
                    FirewallMatchesActions | !contains | "log" | null    | true
                    EdgeStartTimestamp | eq  | "2022-02-03T10:15:31Z" | "2022-02-03T11:15:31+01:00" | true
                    EdgeStartTimestamp | eq  | 1643883331000000000    | "2022-02-03T10:15:31Z" | true
                    EdgeStartTimestamp | eq  | "1643883331000000000"  | "2022-02-03T10:15:31Z" | true
                    EdgeStartTimestamp | eq  | "2022-02-03T10:15:31Z" | "2022-02-03T10:15:31.1Z" | false
                    EdgeStartTimestamp | eq  | ""                     | null | true
                    EdgeStartTimestamp | gt  | "1970-01-01T00:00:00Z" | null | false
                    EdgeStartTimestamp | lt  | "2030-01-01T00:00:00Z" | null | false
                    EdgeStartTimestamp | geq | "2022-02-03T10:15:31Z" | "2022-02-03T10:15:31Z" | true
                    EdgeStartTimestamp | in  | "2022-02-03T10:15:31Z, 2022-02-03T10:15:32Z" | "2022-02-03T10:15:32Z" | true
                    EdgeStartTimestamp | startsWith | "2022-02-03T10" | 1643883331000000000 | true
                    EdgeStartTimestamp | contains   | "2022"          | null | false
                    """)
    void aPredicateLetsThrough(String key, String operator, String value, String recorded, boolean expected)
            throws FilterRefused, RecordRefused {
        var filter = FILTERS.compile(where(predicate(key, operator, value)));

        assertThat(filter.matches(record("{\"" + key + "\":" + recorded + "}"))).isEqualTo(expected);
    }

    @Test
    void theEmptyTextLetsEverythingThrough() throws FilterRefused, RecordRefused {
        assertThat(FILTERS.compile("").matches(record("{}"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Country,ClientCountry",
        "Path,ClientRequestPath",
        "Host,ClientRequestHost",
        "HTTPMethod,ClientRequestMethod"
    })
    void aShortKeyStandsForItsField(String key, String field) throws FilterRefused, RecordRefused {
        var filter = FILTERS.compile(where(predicate(key, "eq", "\"x\"")));

        assertThat(filter.matches(record("{\"" + field + "\":\"x\"}"))).isTrue();
        assertThat(filter.matches(record("{\"" + field + "\":\"y\"}"))).isFalse();
    }

    @Test
    void theOtherShortKeysStandForTheirFields() throws FilterRefused, RecordRefused {
        assertThat(FILTERS.compile(where(predicate("StatusCode", "eq", "404")))
                        .matches(record("{\"EdgeResponseStatus\":404}")))
                .isTrue();
        assertThat(FILTERS.compile(where(predicate("FirewallMatchesAction", "contains", "\"log\"")))
                        .matches(record("{\"FirewallMatchesActions\":[\"log\"]}")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,true,true",
        "1,2,false,true",
        "2,1,false,true",
        "2,2,false,false",
    })
    void andNeedsAllOfItsMembersAndOrAnyOfThem(int a, int b, boolean both, boolean any)
            throws FilterRefused, RecordRefused {
        var members = "[" + predicate("ClientASN", "eq", "1") + "," + predicate("BotScore", "eq", "1") + "]";
        var record = record("{\"ClientASN\":" + a + ",\"BotScore\":" + b + "}");

        assertThat(FILTERS.compile(where("{\"and\":" + members + "}")).matches(record))
                .isEqualTo(both);
        assertThat(FILTERS.compile(where("{\"or\":" + members + "}")).matches(record))
                .isEqualTo(any);
        assertThat(FILTERS.compile(
                                where("{\"and\":[" + predicate("BotScore", "lt", "9") + ",{\"or\":" + members + "}]}"))
                        .matches(record))
                .isEqualTo(any);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"where\":{\"and\":[{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"ca\"}]}}",
                "{\"where\":{\"and\":[{\"key\":\"EdgeResponseStatus\",\"operator\":\"in\",\"value\":\"200,201\"}]}}",
                "{\"where\":{\"and\":[{\"key\":\"ClientRequestPath\",\"operator\":\"contains\",\"value\":\"/static\"},"
                        + "{\"key\":\"ClientRequestHost\",\"operator\":\"eq\",\"value\":\"theburritobot.com\"}]}}"
            })
    void thePagesExamplesLetThroughWhatTheySay(String example) throws FilterRefused, RecordRefused {
        var filter = FILTERS.compile(example);

        assertThat(filter.matches(record("{\"ClientCountry\":\"pt\",\"EdgeResponseStatus\":201,"
                        + "\"ClientRequestPath\":\"/a/static/b\",\"ClientRequestHost\":\"theburritobot.com\"}")))
                .isTrue();
        assertThat(filter.matches(record("{\"ClientCountry\":\"ca\",\"EdgeResponseStatus\":20,"
                        + "\"ClientRequestPath\":\"/\",\"ClientRequestHost\":\"theburritobot.com\"}")))
                .isFalse();
    }

    @Test
    void groupsNestTo32AndNoDeeper() throws FilterRefused, RecordRefused {
        assertThat(FILTERS.compile(where(nested(32))).matches(record("{\"ClientASN\":1}")))
                .isTrue();
        assertThat(FILTERS.compile(where(nested(8))).matches(record("{\"ClientASN\":2}")))
                .isFalse();
        assertThatThrownBy(() -> FILTERS.compile(where(nested(33))))
                .hasMessage("bad filter: groups are nested deeper than 32");
        assertThatThrownBy(() -> FILTERS.compile(where(nested(500)))).isInstanceOf(FilterRefused.class);
    }

    @Test
    void filtersMayBeLongButNotEndless() {
        assertThatCode(() -> FILTERS.compile(where(many(200)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> FILTERS.compile(where(many(201))))
                .hasMessage("bad filter: there are more than 200 predicates");
        assertThatThrownBy(() -> FILTERS.compile(where(predicate("ClientIP", "eq", "\"" + "x".repeat(16_384) + "\""))))
                .hasMessage("bad filter: it is longer than 16384 bytes");
    }

    @Test
    void everyFilterableFieldTakesTheOperatorsOfItsType() {
        for (var field : Dataset.httpRequests().fields()) {
            if (field.filterable()) {
                var operator = field.type().label().startsWith("array") ? "contains" : "neq";
                var value = switch (field.type()) {
                    case INT, FLOAT -> "1";
                    case BOOL -> "true";
                    default -> field.timestamp() ? "0" : "\"x\"";
                };
                assertThatCode(() -> FILTERS.compile(where(predicate(field.name(), operator, value))))
                        .as(field.name())
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ` `                       | bad filter: it is no JSON object; give {"where":{…}}
                    {                         | bad filter: it is not valid JSON at column 2
                    {} {}                     | bad filter: it is not valid JSON at column 4
                    {"where":{},"where":{}}   | bad filter: it repeats a key at column
                    []                        | bad filter: it is no JSON object; give {"where":{…}}
                    "x"                       | bad filter: it is no JSON object; give {"where":{…}}
                    {}                        | bad filter: `where` is missing; give {"where":{…}}
                    {"key":"ClientIP","operator":"eq","value":"x"} | bad filter: `where` is missing; give {"where":{…}}
                    {"where":{},"x":1}        | bad filter: there is something beside `where`
                    {"where":null}            | bad filter: `where` holds no predicate and no group
                    {"where":{}}              | bad filter: `where` holds no predicate and no group
                    {"where":[]}              | bad filter: `where` holds no predicate and no group
                    {"where":{"and":[]}}      | bad filter: `and` is no list of at least one predicate or group
                    {"where":{"or":{}}}       | bad filter: `or` is no list of at least one predicate or group
                    {"where":{"and":[1]}}     | bad filter: `and` holds no predicate and no group
                    {"where":{"and":[{}]}}    | bad filter: `and` holds no predicate and no group
                    {"where":{"and":[],"or":[]}} | bad filter: there is something beside `and` in `where`
                    {"where":{"or":[{"key":"ClientIP","operator":"eq","value":"x"}],"key":"ClientIP"}} | bad filter: there is something beside `or` in `where`
                    {"where":{"where":{}}}    | bad predicate: `key` is missing
                    {"where":{"operator":"eq","value":1}} | bad predicate: `key` is missing
                    {"where":{"key":"ClientIP","value":1}} | bad predicate: `operator` is missing
                    {"where":{"key":"ClientIP","operator":"eq"}} | bad predicate: `value` is missing
                    {"where":{"key":"ClientIP","operator":"eq","value":null}} | bad predicate: `value` is missing
                    {"where":{"key":"ClientIP","operator":"eq","value":"x","x":1}} | bad predicate: there is something beside `key`, `operator` and `value`
                    {"where":{"key":1,"operator":"eq","value":"x"}} | bad predicate: the key 1 is no text
                    {"where":{"key":"","operator":"eq","value":"x"}} | bad predicate: the dataset has no field "" that could be a key
                    {"where":{"key":"Nonsense","operator":"eq","value":"x"}} | bad predicate: the dataset has no field "Nonsense" that could be a key
                    {"where":{"key":"sampleInterval","operator":"eq","value":1}} | bad predicate: the dataset has no field "sampleInterval" that could be a key
                    {"where":{"key":"ClientIP","operator":"EQ","value":"x"}} | bad predicate: there is no operator "EQ"
                    {"where":{"key":"ClientIP","operator":"matches","value":"x"}} | bad predicate: there is no operator "matches"
                    {"where":{"key":"ClientIP","operator":1,"value":"x"}} | bad predicate: there is no operator 1
                    """)
    void aWrongFilterIsRefusedSayingWhy(String filter, String message) {
        var text = filter == null ? " " : filter;
        assertThatThrownBy(() -> FILTERS.compile(text))
                .isInstanceOf(FilterRefused.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ClientIP | gt | "x" | bad predicate: operator `gt` is not supported on `ClientIP` (string)
                    ClientIP | eq | 1   | bad predicate: the value 1 of `ClientIP` is not text, which operator `eq` takes there
                    ClientIP | eq | ["x"] | bad predicate: the value ["x"] of `ClientIP` is not text, which operator `eq` takes there
                    ClientIP | eq | {}  | bad predicate: the value {} of `ClientIP` is not text, which operator `eq` takes there
                    ClientIP | in | []  | bad predicate: the value [] of `ClientIP` is not a list or comma-separated text, which operator `in` takes there
                    ClientIP | in | 1   | bad predicate: the value 1 of `ClientIP` is not a list or comma-separated text, which operator `in` takes there
                    ClientIP | in | [["x"]] | bad predicate: the value [["x"]] of `ClientIP` is not text, which operator `in` takes there
                    ClientIP | in | [null] | bad predicate: the value [null] of `ClientIP` is not text, which operator `in` takes there
                    ClientASN | startsWith | 1 | bad predicate: operator `startsWith` is not supported on `ClientASN` (int)
                    ClientASN | !contains | "1" | bad predicate: operator `!contains` is not supported on `ClientASN` (int)
                    ClientASN | eq | "x" | bad predicate: the value "x" of `ClientASN` is not an integer within 64 bits, which operator `eq` takes there
                    ClientASN | eq | ""  | bad predicate: the value "" of `ClientASN` is not an integer within 64 bits, which operator `eq` takes there
                    ClientASN | eq | " 1" | bad predicate: the value " 1" of `ClientASN` is not an integer within 64 bits, which operator `eq` takes there
                    ClientASN | eq | 1.0 | bad predicate: the value 1.0 of `ClientASN` is not an integer within 64 bits, which operator `eq` takes there
                    ClientASN | eq | "1.5" | bad predicate: the value "1.5" of `ClientASN` is not an integer within 64 bits, which operator `eq` takes there
                    ClientASN | eq | true | bad predicate: the value true of `ClientASN` is not an integer within 64 bits, which operator `eq` takes there
                    ClientASN | eq | 9223372036854775808 | bad predicate: the value 9223372036854775808 of `ClientASN` is not an integer within 64 bits, which operator `eq` takes there
                    ClientASN | gt | "9223372036854775808" | bad predicate: the value "9223372036854775808" of `ClientASN` is not an integer within 64 bits, which operator `gt` takes there
                    ClientASN | in | "1,x" | bad predicate: the value "1,x" of `ClientASN` is not an integer within 64 bits, which operator `in` takes there
                    ClientASN | in | "1,"  | bad predicate: the value "1," of `ClientASN` is not an integer within 64 bits, which operator `in` takes there
                    WorkerSubrequest | eq | "TRUE" | bad predicate: the value "TRUE" of `WorkerSubrequest` is not true or false, which operator `eq` takes there
                    WorkerSubrequest | in | [true] | bad predicate: operator `in` is not supported on `WorkerSubrequest` (bool)
                    FirewallMatchesActions | eq | "log" | bad predicate: operator `eq` is not supported on `FirewallMatchesActions` (array[string])
                    FirewallMatchesActions | in | "log" | bad predicate: operator `in` is not supported on `FirewallMatchesActions` (array[string])
                    FirewallMatchesActions | contains | 1 | bad predicate: the value 1 of `FirewallMatchesActions` is not text, which operator `contains` takes there
                    EdgeResponseCompressionRatio | eq | "x" | bad predicate: the value "x" of `EdgeResponseCompressionRatio` is not a number, which operator `eq` takes there
                    EdgeResponseCompressionRatio | eq | 1e99999999999 | bad filter: it holds a number with an exponent beyond reason
                    EdgeStartTimestamp | eq | "yesterday" | bad predicate: the value "yesterday" of `EdgeStartTimestamp` is not RFC 3339 text or integer nanoseconds, which operator `eq` takes there
                    EdgeStartTimestamp | gt | "" | bad predicate: the value "" of `EdgeStartTimestamp` is not RFC 3339 text or integer nanoseconds, which operator `gt` takes there
                    Cookies | contains | "x" | bad predicate: `Cookies` (object) can't be a key; filters act on text, numbers, truth values and lists of text
                    JA4Signals | eq | 1 | bad predicate: `JA4Signals` (map) can't be a key; filters act on text, numbers, truth values and lists of text
                    BotDetectionIDs | contains | 1 | bad predicate: `BotDetectionIDs` (array[int]) can't be a key; filters act on text, numbers, truth values and lists of text
                    """)
    void aPredicateThatCouldNeverBeRightIsRefusedSayingWhy(String key, String operator, String value, String message) {
        assertThatThrownBy(() -> FILTERS.compile(where(predicate(key, operator, value))))
                .isInstanceOf(FilterRefused.class)
                .hasMessage(message);
    }

    @Test
    void aRefusalQuotesNoMoreThanNeeded() {
        assertThatThrownBy(() -> FILTERS.compile(where(predicate("x".repeat(5000), "eq", "1"))))
                .hasMessage("bad predicate: the dataset has no field \"" + "x".repeat(59) + "… that could be a key");
    }

    private static LogRecord record(String json) throws RecordRefused {
        return RecordReader.read(json.getBytes(UTF_8));
    }

    private static String where(String node) {
        return "{\"where\":" + node + "}";
    }

    private static String predicate(String key, String operator, String value) {
        return "{\"key\":\"" + key + "\",\"operator\":\"" + operator + "\",\"value\":" + value + "}";
    }

    private static String nested(int depth) {
        return "{\"and\":[".repeat(depth) + predicate("ClientASN", "eq", "1") + "]}".repeat(depth);
    }

    private static String many(int predicates) {
        return "{\"or\":[" + (predicate("ClientASN", "eq", "1") + ",").repeat(predicates - 1)
                + predicate("ClientASN", "eq", "1") + "]}";
    }
}
