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

    @Test
    void recordsAreTheSameWhereTheirValuesAre() {
        var one = LogRecord.of("RayID", "r1").with("EdgeResponseStatus", 200);
        var same = LogRecord.of("EdgeResponseStatus", 200L).with("RayID", "r1");

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(one.with("EdgeResponseStatus", 201)).isNotEqualTo("r1");
        assertThat(one.hashCode()).isNotEqualTo(LogRecord.empty().hashCode());
        assertThat(LogRecord.empty()).isNotNull().isNotEqualTo(one);
        assertThat(one.fields()).containsExactly("RayID", "EdgeResponseStatus");
        assertThat(one).hasToString(one.toLine());
        assertThat(one.json("EdgeResponseStatus")).isEqualTo("200");
        assertThat(one.json("RayID")).isEqualTo("\"r1\"");
        assertThat(one.json("BotTags")).isEmpty();
    }

    @Test
    void aListOfALineIsReadWithAllItsElements() throws Exception {
        var line = "{\"BotTags\":[\"a\",\"b\"],\"Cookies\":{\"k\":\"v\"}}";

        var record = LogRecord.of(new JsonMapper().readTree(line));

        assertThat(record.value("BotTags")).isEqualTo(List.of("a", "b"));
        assertThat(record.value("Cookies")).isEqualTo(Map.of("k", "v"));
        assertThat(LogRecord.of("EdgeResponseCompressionRatio", 1.5f).value("EdgeResponseCompressionRatio"))
                .isEqualTo(1.5);
    }

    /** Its escape is what UTF-8 has for half a character; whole ones are written as they are. */
    @Test
    void onlyHalvesOfACharacterAreEscaped() {
        assertThat(LogRecord.of("RayID", "\uD7FF\uD800\uDBFF-\uDC00\uDFFF\uE000")
                        .toLine())
                .isEqualTo("{\"RayID\":\"\uD7FF\\ud800\\udbff-\\udc00\\udfff\uE000\"}");
        assertThat(LogRecord.of("RayID", "\uD83D\uDE00").toLine()).isEqualTo("{\"RayID\":\"\uD83D\uDE00\"}");
    }
}
