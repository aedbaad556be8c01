package org.instantlogs.suite.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.suite.Seeds.oneOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.instantlogs.suite.Seeds;
import org.junit.jupiter.api.Test;

final class StrictJsonTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> PIECES = List.of(
            "[", "]", "{", "}", ",", ":", "\"a\"", "\"b\"", "0", "1", "-", ".", "e", "true", "null", " ", "\"", "\\n",
            "\\");
    private static final int DEEPEST = 4;

    @Test
    void whatJacksonWritesIsReadAsTheSameTree() {
        Seeds.each(1000, random -> {
            var text = JACKSON.writeValueAsString(tree(random, DEEPEST));

            var reading = StrictJson.read(text.getBytes(UTF_8));

            assertThat(reading.defects()).as(text).isEmpty();
            assertThat(reading.value().orElseThrow()).isEqualTo(JACKSON.readTree(text));
        });
    }

    @Test
    void whatIsAlmostJsonIsReadWhereJacksonReadsIt() {
        isReadWhereJacksonReadsIt("");
        Seeds.each(3000, random -> isReadWhereJacksonReadsIt(scribble(random)));
    }

    private static void isReadWhereJacksonReadsIt(String text) {
        var reading = StrictJson.read(text.getBytes(UTF_8));

        assertThat(reading.value().isPresent()).as(text).isEqualTo(readByJackson(text));
        assertThat(reading.defects().isEmpty())
                .as(text)
                .isEqualTo(reading.value().isPresent());
    }

    @Test
    void noBytesBreakTheReader() {
        Seeds.each(1000, random -> {
            var bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);

            var reading = StrictJson.read(bytes);

            assertThat(reading.value().isPresent() || !reading.defects().isEmpty())
                    .isTrue();
        });
    }

    private static boolean readByJackson(String text) {
        try {
            return !JACKSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String scribble(SplittableRandom random) {
        String text;
        do {
            text = Stream.generate(() -> oneOf(random, PIECES))
                    .limit(random.nextInt(7))
                    .collect(Collectors.joining());
            // Jackson lets a repeated key pass, and we don't
        } while (text.indexOf("\"a\":") != text.lastIndexOf("\"a\":"));
        return text;
    }

    private static JsonNode tree(SplittableRandom random, int deepest) {
        var nodes = JACKSON.getNodeFactory();
        if (deepest == 0 || random.nextInt(3) == 0) {
            return leaf(random, nodes);
        }
        int size = random.nextInt(5);
        if (random.nextBoolean()) {
            var array = nodes.arrayNode();
            for (int i = 0; i < size; i++) {
                array.add(tree(random, deepest - 1));
            }
            return array;
        }
        var object = nodes.objectNode();
        for (int i = 0; i < size; i++) {
            object.set(oneOf(random, "", "a", "b", "ab", "Abc", "zzz"), tree(random, deepest - 1));
        }
        return object;
    }

    private static JsonNode leaf(SplittableRandom random, JsonNodeFactory nodes) {
        return switch (random.nextInt(6)) {
            case 0 -> nodes.textNode(text(random));
            case 1 ->
                nodes.numberNode((long)
                        oneOf(random, Long.MIN_VALUE, -1L, 0L, 1L, (1L << 53) + 1, Long.MAX_VALUE, random.nextLong()));
            case 2 -> nodes.numberNode(whole(random));
            case 3 -> nodes.numberNode(new BigDecimal(whole(random), random.nextInt(-20, 40)));
            case 4 -> nodes.booleanNode(random.nextBoolean());
            default -> nodes.nullNode();
        };
    }

    private static BigInteger whole(SplittableRandom random) {
        var bytes = new byte[random.nextInt(1, 20)];
        random.nextBytes(bytes);
        return new BigInteger(bytes);
    }

    /** Up to 8 characters of anywhere in Unicode, those that JSON escapes among them; no lone surrogates. */
    private static String text(SplittableRandom random) {
        return Stream.generate(() -> character(random))
                .limit(random.nextInt(9))
                .map(Character::toString)
                .collect(Collectors.joining());
    }

    private static int character(SplittableRandom random) {
        int any = random.nextInt(Character.MAX_CODE_POINT + 1);
        boolean lone = any >= Character.MIN_SURROGATE && any <= Character.MAX_SURROGATE;
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> oneOf(random, (int) '"', (int) '\\', 0, 0x1f, 0x7f, 0x2028, 0x2029, 0xfeff, 0xffff);
            default -> lone ? 'x' : any;
        };
    }
}
