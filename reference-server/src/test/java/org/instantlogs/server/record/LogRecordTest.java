package org.instantlogs.server.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogRecordTest {

    @Test
    void aBuilderTakesEveryTypeOfValue() {
        var record = LogRecord.builder()
                .set("ClientRequestHost", "shop")
                .set("ClientASN", 7)
                .set("EdgeResponseBytes", 1L << 40)
                .set("EdgeResponseCompressionRatio", 2.5)
                .set("WorkerSubrequest", true)
                .set("EdgeStartTimestamp", Instant.parse("2022-02-03T10:15:31.75Z"))
                .set("EdgeEndTimestamp", "2022-02-03T10:15:32Z")
                .set("FirewallMatchesActions", List.of("log"))
                .set("BotDetectionIDs", List.of(1, 2L))
                .set("RequestHeaders", Map.of("x", "y"))
                .set("ClientIP", null)
                .build();

        var projection = Projection.of(List.of(
                "ClientRequestHost",
                "ClientASN",
                "EdgeResponseBytes",
                "EdgeResponseCompressionRatio",
                "WorkerSubrequest",
                "EdgeStartTimestamp",
                "EdgeEndTimestamp",
                "FirewallMatchesActions",
                "BotDetectionIDs",
                "RequestHeaders",
                "ClientIP"));
        assertThat(new String(projection.encode(record, 1), UTF_8))
                .isEqualTo("{\"ClientRequestHost\":\"shop\",\"ClientASN\":7,\"EdgeResponseBytes\":1099511627776,"
                        + "\"EdgeResponseCompressionRatio\":2.5,\"WorkerSubrequest\":true,"
                        + "\"EdgeStartTimestamp\":\"2022-02-03T10:15:31Z\",\"EdgeEndTimestamp\":\"2022-02-03T10:15:32Z\","
                        + "\"FirewallMatchesActions\":[\"log\"],\"BotDetectionIDs\":[1,2],\"RequestHeaders\":{\"x\":\"y\"},"
                        + "\"ClientIP\":\"\",\"sampleInterval\":1}");
    }

    @Test
    void aBuilderRefusesUnknownFieldsAndOtherTypes() {
        var builder = LogRecord.builder();

        assertThatThrownBy(() -> builder.set("Nonsense", 1)).hasMessage("the dataset has no field `Nonsense`");
        assertThatThrownBy(() -> builder.set("ClientASN", "7"))
                .hasMessage("`ClientASN` is a String; it takes an integer");
        assertThatThrownBy(() -> builder.set("ClientIP", 7)).hasMessage("`ClientIP` is a Integer; it takes text");
        assertThatThrownBy(() -> builder.set("EdgeResponseCompressionRatio", Double.NaN))
                .hasMessage("`EdgeResponseCompressionRatio` is beyond a 64-bit float");
    }

    @Test
    void aBuiltRecordDoesNotChangeWithItsBuilder() {
        var builder = LogRecord.builder().set("ClientASN", 1);
        var record = builder.build();

        builder.set("ClientASN", 2);

        assertThat(record.integer(FieldTable.ordinal("ClientASN").orElseThrow()))
                .isEqualTo(1);
    }

    @Test
    void aProjectionNeedsKnownFields() {
        assertThatThrownBy(() -> Projection.of(List.of())).hasMessage("a projection needs a field");
        assertThatThrownBy(() -> Projection.of(List.of("Nonsense"))).hasMessage("the dataset has no field `Nonsense`");
    }
}
