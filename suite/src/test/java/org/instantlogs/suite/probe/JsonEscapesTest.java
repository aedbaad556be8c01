package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonEscapesTest {
    @Test
    void whatIsPrintableIsUndone() {
        assertThat(JsonEscapes.undone("\\u0065\\u0041\\u007e\\u007E \\u002f")).isEqualTo("eA~~ /");
    }

    /** Else the text would be another one, or no JSON. */
    @Test
    void whatHasToBeEscapedStays() {
        var text = "\\\\u0065 \\u0022 \\u005c \\u005C \\u000a \\u007f \\u00e9 \\u2028 \\n \\";

        assertThat(JsonEscapes.undone(text)).isEqualTo(text);
    }

    @Test
    void aTextShowsWhateverOfItIsEscaped() {
        assertThat(JsonEscapes.showIn("{\"a\":\"c0ff\\u0065e\"}", "c0ffee")).isTrue();
        assertThat(JsonEscapes.showIn("{\"a\":\"c0ffee\"}", "c0ffee")).isTrue();
        assertThat(JsonEscapes.showIn("{\"a\":\"c0ff\\u0065\"}", "c0ffee")).isFalse();
    }

    @Test
    void saysWhereThereIsNothingToUndo() {
        assertThat(JsonEscapes.mayBeIn("plain \\n")).isFalse();
        assertThat(JsonEscapes.mayBeIn("\\u0065")).isTrue();
    }
}
