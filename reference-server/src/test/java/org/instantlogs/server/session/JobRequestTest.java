package org.instantlogs.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobRequestTest {

    @Test
    void thePagesRequestIsRead() throws JobRefused {
        var request = read("""
                {
                    "fields": "ClientIP,ClientRequestHost,RayID",
                    "sample": 10,
                    "filter": "",
                    "kind": "instant-logs"
                }""");

        assertThat(request.fields()).containsExactly("ClientIP", "ClientRequestHost", "RayID");
        assertThat(request.sample()).isEqualTo(10);
        assertThat(request.filterText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fields\":\"RayID\"}",
                "{\"fields\":\"RayID\",\"sample\":null,\"filter\":null,\"kind\":null}",
                "{\"fields\":\"RayID\",\"sample\":1,\"filter\":\"\",\"kind\":\"instant-logs\",\"more\":{\"a\":[1]}}",
                "{\"fields\":\" RayID ,RayID,, Nonsense,sampleInterval,\",\"sample\":1}"
            })
    void whatMayBeLeftOutOrTooMuchIs(String body) throws JobRefused {
        var request = read(body);

        assertThat(request.fields()).containsExactly("RayID");
        assertThat(request.sample()).isEqualTo(1);
        assertThat(request.filterText()).isEmpty();
    }

    @Test
    void everyFieldIsAcceptedAloneAndAllTogether() throws JobRefused {
        var all = Dataset.httpRequests().fields().stream().map(Field::name).toList();
        for (var name : all) {
            assertThat(read("{\"fields\":\"" + name + "\"}").fields()).containsExactly(name);
        }
        assertThat(read("{\"fields\":\"" + String.join(",", all) + "\"}").fields())
                .isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "9223372036854775807"})
    void aSampleFromOneOnIsAccepted(String sample) throws JobRefused {
        assertThat(read("{\"fields\":\"RayID\",\"sample\":" + sample + "}").sample())
                .isEqualTo(Long.parseLong(sample));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "-9223372036854775808",
                "1.5",
                "1.0",
                "1e2",
                "\"1\"",
                "true",
                "[]",
                "{}",
                "9223372036854775808",
                "1e400",
                "123456789012345678901234567890"
            })
    void anyOtherSampleIsRefused(String sample) {
        assertRefused(
                "{\"fields\":\"RayID\",\"sample\":" + sample + "}",
                1003,
                "/sample",
                "`sample` is no integer from 1 to 9223372036854775807; 100 is 1 record in 100");
    }

    @Test
    void aFilterIsKeptAsItWasSent() throws JobRefused {
        var request = read("{\"fields\":\"RayID\",\"filter\":\" { \\\"where\\\": {\\\"key\\\":\\\"ClientIP\\\","
                + "\\\"operator\\\":\\\"eq\\\",\\\"value\\\":\\\"\\ud800\\\"}}\"}");

        // Half a surrogate pair can't be sent back; nothing else is touched.
        assertThat(request.filterText())
                .isEqualTo(" { \"where\": {\"key\":\"ClientIP\",\"operator\":\"eq\",\"value\":\"\ufffd\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~                                        | 1001 | ~~ | the body is no JSON object
                    {                                         | 1001 | ~~ | the body is not valid JSON at line 1, column 2
                    {"fields":"RayID"} x                      | 1001 | ~~ | the body is not valid JSON at line 1, column 20
                    {"fields":"RayID","fields":"RayID"}       | 1001 | ~~ | the body repeats a key at line 1, column 27
                    []                                        | 1001 | ~~ | the body is no JSON object
                    null                                      | 1001 | ~~ | the body is no JSON object
                    "fields"                                  | 1001 | ~~ | the body is no JSON object
                    {}                                        | 1002 | /fields | `fields` is missing; give field names separated by commas, such as "ClientIP,RayID"
                    {"fields":null}                           | 1002 | /fields | `fields` is missing; give field names separated by commas, such as "ClientIP,RayID"
                    {"fields":["RayID"]}                      | 1002 | /fields | `fields` is no text; give field names separated by commas, such as "ClientIP,RayID"
                    {"fields":""}                             | 1002 | /fields | `fields` names no field of the dataset http_requests
                    {"fields":"Nonsense,rayid,sampleInterval"} | 1002 | /fields | `fields` names no field of the dataset http_requests
                    {"fields":"RayID","filter":{"where":{}}}  | 1004 | /filter | creating a new instant logs job is not allowed: bad filter: it is no text; give the filter's JSON as one string, its quotes escaped
                    {"fields":"RayID","filter":"x"}           | 1004 | /filter | creating a new instant logs job is not allowed: bad filter: it is not valid JSON at column 1
                    {"fields":"RayID","filter":"{}"}          | 1004 | /filter | creating a new instant logs job is not allowed: bad filter: `where` is missing; give {"where":{…}}
                    {"fields":"RayID","kind":"edge"}          | 1005 | /kind | `kind` is not "instant-logs"; give that, or leave it out
                    {"fields":"RayID","kind":1}               | 1005 | /kind | `kind` is not "instant-logs"; give that, or leave it out
                    """)
    void aWrongBodyIsRefusedSayingWhy(String body, int code, String pointer, String message) {
        assertRefused(body, code, pointer, message);
    }

    @Test
    void hostileBodiesAreRefused() {
        assertRefused("{\"a\":" + "[".repeat(100_000), 1001, "", null);
        assertRefused("{\"a\":" + "9".repeat(5000) + "}", 1001, "", null);
        assertRefused("{\"fields\":\"RayID\",\"sample\":1e99999999999}", 1003, "/sample", null);
        assertThatThrownBy(() -> SessionParts.RIGHT.jobReader().read(new byte[] {'{', (byte) 0xC3, '}'}))
                .hasMessage("the body is not valid UTF-8");
        assertThatThrownBy(() -> SessionParts.RIGHT.jobReader().read(new byte[0]))
                .isInstanceOf(JobRefused.class);
    }

    @Test
    void aLongListOfFieldsIsNoTrouble() throws JobRefused {
        var names = "RayID,Nonsense,".repeat(60_000);

        assertThat(read("{\"fields\":\"" + names + "\"}").fields()).containsExactly("RayID");
    }

    @Test
    void secretsAreShownByNoToString() {
        var job = new Job(7, "0123456789abcdef0123456789abcdef", "RayID", 1, "");
        var account = new Account("a", "mail", "key", "token");

        assertThat(job).hasToString("job 7");
        assertThat(account).hasToString("account a");
        assertThat(job.kind()).isEqualTo("instant-logs");
    }

    private static void assertRefused(String body, int code, String pointer, @Nullable String message) {
        var refused = catchThrowableOfType(JobRefused.class, () -> read(body));

        assertThat(refused)
                .as("refusal of " + body.substring(0, Math.min(80, body.length())))
                .isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.pointer()).isEqualTo(pointer);
        if (message != null) {
            assertThat(refused).hasMessage(message);
        }
    }

    private static JobRequest read(String body) throws JobRefused {
        return SessionParts.RIGHT.jobReader().read(body.getBytes(UTF_8));
    }
}
