package org.instantlogs.suite.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RelatedFieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"EdgeStartTimestamp\":\"2022-02-03T10:15:31Z\",\"EdgeEndTimestamp\":\"2022-02-03T10:15:31Z\"}",
                "{\"EdgeStartTimestamp\":\"2022-02-03T12:15:31+02:00\",\"EdgeEndTimestamp\":\"2022-02-03T10:15:32Z\"}",
                "{\"EdgeStartTimestamp\":1643883331,\"EdgeEndTimestamp\":1643883332000000000}",
                "{\"EdgeResponseStatus\":100}",
                "{\"EdgeResponseStatus\":599}",
                "{\"EdgeResponseStatus\":null}",
                "{\"ClientIP\":\"192.0.2.255\"}",
                "{\"ClientIP\":\"2001:db8::1\"}",
                "{\"ClientIP\":\"::\"}",
                "{\"ClientIP\":\"::1\"}",
                "{\"ClientIP\":\"1::\"}",
                "{\"ClientIP\":\"::ffff:192.0.2.1\"}",
                "{\"ClientIP\":\"1:2:3:4:5:6:7:8\"}",
                "{\"ClientIP\":\"1:2:3:4:5:6:1.2.3.4\"}",
                "{\"ClientRequestMethod\":\"M-SEARCH\"}",
                "{\"ClientRequestURI\":\"/a\",\"ClientRequestPath\":\"/a\"}",
                "{\"ClientRequestURI\":\"/a?\",\"ClientRequestPath\":\"/a\"}",
                "{\"ClientRequestURI\":\"/a?b?c\",\"ClientRequestPath\":\"/a\"}",
                "{\"ClientRequestURI\":\"/a?b\"}",
            })
    void fieldsThatAgreeAreLeftAlone(String json) {
        assertThat(check(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"EdgeStartTimestamp\":\"2022-02-03T10:15:32Z\",\"EdgeEndTimestamp\":\"2022-02-03T10:15:31Z\"}",
                "{\"EdgeStartTimestamp\":1643883332000,\"EdgeEndTimestamp\":1643883331}",
                "{\"EdgeResponseStatus\":99}",
                "{\"EdgeResponseStatus\":600}",
                "{\"EdgeResponseStatus\":0}",
                "{\"ClientIP\":\"\"}",
                "{\"ClientIP\":\"localhost\"}",
                "{\"ClientIP\":\"192.0.2.256\"}",
                "{\"ClientIP\":\"192.0.2\"}",
                "{\"ClientIP\":\"192.0.2.1.\"}",
                "{\"ClientIP\":\"192.0.02.1\"}",
                "{\"ClientIP\":\"192.0.2.1:80\"}",
                "{\"ClientIP\":\"[::1]\"}",
                "{\"ClientIP\":\"fe80::1%eth0\"}",
                "{\"ClientIP\":\"1:2:3:4:5:6:7\"}",
                "{\"ClientIP\":\"1:2:3:4:5:6:7:8:9\"}",
                "{\"ClientIP\":\"1::2::3\"}",
                "{\"ClientIP\":\":::\"}",
                "{\"ClientIP\":\"1:2:3:4::5:6:7:8\"}",
                "{\"ClientIP\":\"12345::\"}",
                "{\"ClientIP\":\"1.2.3.4::\"}",
                "{\"ClientRequestMethod\":\"\"}",
                "{\"ClientRequestMethod\":\"GET /\"}",
                "{\"ClientRequestMethod\":\"GÉT\"}",
                "{\"ClientRequestURI\":\"/ab\",\"ClientRequestPath\":\"/a\"}",
                "{\"ClientRequestURI\":\"/a\",\"ClientRequestPath\":\"/a?b\"}",
            })
    void fieldsThatDoNotAgreeAreNamed(String json) {
        assertThat(check(json)).singleElement().asString().startsWith("`");
    }

    private static List<String> check(String json) {
        return RelatedFields.check(
                MessageReader.read(json.getBytes(UTF_8)).get(0).record().orElseThrow());
    }
}
