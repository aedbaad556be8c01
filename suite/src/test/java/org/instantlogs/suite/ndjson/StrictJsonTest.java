package org.instantlogs.suite.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class StrictJsonTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Property(tries = 1000, seed = "20220203")
    void whatJacksonWritesIsReadAsTheSameTree(@ForAll("trees") JsonNode tree) throws JsonProcessingException {
        var text = JACKSON.writeValueAsString(tree);

        var reading = StrictJson.read(text.getBytes(UTF_8));

        assertThat(reading.defects()).isEmpty();
        assertThat(reading.value().orElseThrow()).isEqualTo(JACKSON.readTree(text));
    }

    @Property(tries = 3000, seed = "20220203")
    void whatIsAlmostJsonIsReadWhereJacksonReadsIt(@ForAll("scribbles") String text) {
        var reading = StrictJson.read(text.getBytes(UTF_8));

        assertThat(reading.value().isPresent()).isEqualTo(readByJackson(text));
        assertThat(reading.defects().isEmpty()).isEqualTo(reading.value().isPresent());
    }

    @Property(tries = 1000, seed = "20220203")
    void noBytesBreakTheReader(@ForAll byte[] bytes) {
        var reading = StrictJson.read(bytes);

        assertThat(reading.value().isPresent() || !reading.defects().isEmpty()).isTrue();
    }

    private static boolean readByJackson(String text) {
        try {
            return !JACKSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of(
                        "[", "]", "{", "}", ",", ":", "\"a\"", "\"b\"", "0", "1", "-", ".", "e", "true", "null", " ",
                        "\"", "\\n", "\\")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.contains("\"a\":") || text.indexOf("\"a\":") == text.lastIndexOf("\"a\":"));
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        var nodes = JACKSON.getNodeFactory();
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(8)
                        .filter(StrictJsonTest::isWellFormed)
                        .map(nodes::textNode),
                Arbitraries.longs().map(number -> nodes.numberNode((long) number)),
                Arbitraries.bigIntegers().map(nodes::numberNode),
                Arbitraries.bigDecimals().map(nodes::numberNode),
                Arbitraries.of(true, false).map(nodes::booleanNode),
                Arbitraries.just(nodes.nullNode()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(list -> nodes.arrayNode().addAll(list)),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(3), inner)
                                .ofMaxSize(4)
                                .map(map -> nodes.objectNode().setAll(map))),
                0,
                4);
    }

    private static boolean isWellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8).equals(text);
    }
}
