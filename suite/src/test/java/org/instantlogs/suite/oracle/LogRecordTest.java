package org.instantlogs.suite.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.suite.ndjson.MessageReader;
import org.instantlogs.suite.ndjson.ValueEquality;
import org.junit.jupiter.api.Test;

final class LogRecordTest {
    @Test
    void theLineHoldsTheGivenValuesInOrder() {
        var record = LogRecord.of("RayID", "r1")
                .with("EdgeResponseStatus", 200)
                .with("EdgeResponseCompressionRatio", 2)
                .with("CacheReserveUsed", true)
                .with("BotTags", List.of("a", "b"))
                .with("BotDetectionIDs", List.of(1, 2L))
                .with("Cookies", Map.of("k", "v"))
                .with("EdgeStartTimestamp", Instant.EPOCH);

        assertThat(record.toLine())
                .isEqualTo("{\"RayID\":\"r1\",\"EdgeResponseStatus\":200,\"EdgeResponseCompressionRatio\":2.0,"
                        + "\"CacheReserveUsed\":true,\"BotTags\":[\"a\",\"b\"],\"BotDetectionIDs\":[1,2],"
                        + "\"Cookies\":{\"k\":\"v\"},\"EdgeStartTimestamp\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void aLineReadBackIsTheSameRecord() throws Exception {
        var line =
                "{\"RayID\":\"r1\",\"ClientRequestBytes\":9223372036854775807,\"EdgeStartTimestamp\":1650000000123456789,"
                        + "\"JA4Signals\":{\"h2h3_ratio_1h\":0.98}}";

        assertThat(LogRecord.of(new JsonMapper().readTree(line)).toLine()).isEqualTo(line);
    }

    @Test
    void everythingThatIsWrittenIsReadBackByTheStrictReader() {
        var nasty = "\"\\ \u0000\u001f\n\r\u2028 é 😀 \uD800 x\uDC00";
        var record = LogRecord.of("ClientRequestUserAgent", nasty);

        byte[] bytes = record.toLine().getBytes(StandardCharsets.UTF_8);
        var line = MessageReader.read(bytes).get(0);

        assertThat(line.defects()).isEmpty();
        assertThat(line.remarks()).hasSize(1);
        var field = Dataset.httpRequests().field("ClientRequestUserAgent").orElseThrow();
        var delivered = line.record().orElseThrow().value("ClientRequestUserAgent");
        assertThat(delivered.textValue()).isEqualTo(nasty);
        assertThat(ValueEquality.same(field, nasty, delivered)).isTrue();
    }

    @Test
    void valuesThatWereNotGivenAreEmpty() {
        var record = LogRecord.of("RayID", "r1").without("RayID");

        assertThat(record.given("RayID")).isEmpty();
        assertThat(record.text("RayID")).isEmpty();
        assertThat(record.value("EdgeResponseStatus")).isEqualTo(0L);
        assertThat(record.value("BotTags")).isEqualTo(List.of());
        assertThat(record.fields()).isEmpty();
    }

    @Test
    void anAuthorsSlipIsRefusedWithTheFieldsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRecord.of("EdgeResponseStatus", "200"))
                .withMessageContaining("EdgeResponseStatus")
                .withMessageContaining("int");
        assertThatIllegalArgumentException().isThrownBy(() -> LogRecord.of("RayId", "r1"));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRecord.of("sampleInterval", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRecord.of("BotTags", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRecord.of("BotTags", List.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRecord.of("EdgeStartTimestamp", "yesterday"));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRecord.of("EdgeResponseCompressionRatio", Double.NaN));
    }
}
