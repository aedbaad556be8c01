package org.instantlogs.suite.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"neq\",\"value\":\"ca\"}}",
                "{\"where\":{\"and\":[{\"key\":\"EdgeResponseStatus\",\"operator\":\"in\",\"value\":\"200,201\"}]}}",
                "{\"where\":{\"or\":[{\"and\":[{\"key\":\"EdgeResponseStatus\",\"operator\":\"In\",\"value\":[200,\"1\"]}]}]}}",
                "{\"where\":{\"key\":\"ClientRequestBytes\",\"operator\":\"eq\",\"value\":9223372036854775807}}",
            })
    void aFilterComesBackAsItWasWritten(String wire) {
        assertThat(FilterReader.read(wire).toWire()).isEqualTo(wire);
    }

    @Test
    void blanksAndTheOrderOfMembersDoNotMatter() {
        var filter = FilterReader.read(
                " {\"where\" : {\"value\":\"ca\", \"key\":\"ClientCountry\",\n\"operator\":\"eq\"}} ");

        assertThat(filter).isEqualTo(Filter.predicate("ClientCountry", Operator.EQ, "ca"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "null",
                "[]",
                "{}",
                "{\"where\":{}}",
                "{\"where\":null}",
                "{\"where\":[]}",
                "{\"where\":{\"and\":[]}}",
                "{\"where\":{\"and\":{}}}",
                "{\"where\":{\"and\":[1]}}",
                "{\"where\":{\"and\":[]},\"x\":1}",
                "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"eq\"}}",
                "{\"where\":{\"key\":\"ClientCountry\",\"value\":\"ca\"}}",
                "{\"where\":{\"operator\":\"eq\",\"value\":\"ca\"}}",
                "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":null}}",
                "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":{}}}",
                "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"in\",\"value\":[[\"a\"]]}}",
                "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"EQ\",\"value\":\"ca\"}}",
                "{\"where\":{\"key\":\"clientcountry\",\"operator\":\"eq\",\"value\":\"ca\"}}",
                "{\"where\":{\"key\":\"EdgeResponseStatus\",\"operator\":\"eq\",\"value\":\"ok\"}}",
                "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"ca\",\"and\":[]}}",
                "{\"where\":{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"ca\"}} x",
                "{\"where\":{\"key\":\"ClientCountry\",\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"ca\"}}",
                "{where:{}}",
            })
    void whatIsNoFilterIsRefused(String wire) {
        assertThatIllegalArgumentException().isThrownBy(() -> FilterReader.read(wire));
    }

    @Test
    void aFilterOfAnyDepthEndsInAnAnswer() {
        var deep = "{\"where\":" + "{\"and\":[".repeat(300) + "]}".repeat(300) + "}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FilterReader.read(deep))
                .withMessageContaining("deeper than 100");
        assertThat(FilterReader.read(nested(100))).isInstanceOf(And.class);
        assertThatIllegalArgumentException().isThrownBy(() -> FilterReader.read(nested(101)));
    }

    private static String nested(int levels) {
        return "{\"where\":" + "{\"and\":[".repeat(levels)
                + "{\"key\":\"ClientCountry\",\"operator\":\"eq\",\"value\":\"ca\"}" + "]}".repeat(levels) + "}";
    }
}
