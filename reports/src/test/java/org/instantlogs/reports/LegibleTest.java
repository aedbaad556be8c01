package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LegibleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Grüße 日本 \ud83d\ude00", "\"<&>'\\", "…"})
    void whatEveryRenderingCanHoldIsLeftAlone(String text) {
        assertThat(Legible.inJson(text)).isEqualTo(text);
        assertThat(Legible.inXml(text)).isEqualTo(text);
        assertThat(Legible.inLine(text)).isEqualTo(text);
    }

    @Test
    void jsonHoldsAllButLoneSurrogates() {
        assertThat(Legible.inJson("\u0000\u001b\n\uffff\u2028")).isEqualTo("\u0000\u001b\n\uffff\u2028");
        assertThat(Legible.inJson("a\ud83d")).isEqualTo("a\\ud83d");
        assertThat(Legible.inJson("\ude00\ud83d")).isEqualTo("\\ude00\\ud83d");
    }

    @Test
    void xmlHoldsTabsAndNewlinesButNoOtherControlCharacters() {
        assertThat(Legible.inXml("\t\n")).isEqualTo("\t\n");
        assertThat(Legible.inXml("\u0000\b\u001f\r\ufffe\uffff\ud800"))
                .isEqualTo("\\u0000\\u0008\\u001f\\u000d\\ufffe\\uffff\\ud800");
    }

    @Test
    void aLineHoldsNothingThatActsOnATerminal() {
        assertThat(Legible.inLine("\u001b[2J\r\n\t\u007f\u009b\u202e\u2028\u2029\u200b"))
                .isEqualTo("\\u001b[2J\\u000d\\u000a\\u0009\\u007f\\u009b\\u202e\\u2028\\u2029\\u200b");
        assertThat(Legible.inLine("\udb40\udc01")).isEqualTo("\\u{e0001}");
    }

    @Test
    void linesAreSplitAtNewlinesOnly() {
        assertThat(Legible.lines("one\ntwo\u2028three\r\nfour")).containsExactly("one", "two\\u2028three", "four");
    }
}
