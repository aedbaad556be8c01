package org.instantlogs.suite.zone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.instantlogs.suite.oracle.LogRecord;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final LogRecord RECORD = LogRecord.of("EdgeResponseStatus", 200);

    private final Marks marks = new Marks("00c0ffee");

    @Test
    void aMarkIsTheTokenAndARunningNumber() {
        assertThat(marks.fresh()).isEqualTo("00c0ffee00000000");
        assertThat(marks.fresh()).isEqualTo("00c0ffee00000001");
    }

    @Test
    void noMarkComesTwice() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            var mark = marks.fresh();
            assertThat(mark).matches("[0-9a-f]{16}");
            assertThat(seen.add(mark)).as(mark).isTrue();
        }
    }

    @Test
    void aLineIsKnownByItsMarkWhereverThatStands() {
        var sent = marks.sent(marks.fresh(), RECORD);

        assertThat(marks.find(bytes("{\"RayID\":\"" + sent.mark() + "\"}"))).hasValue(sent);
        assertThat(marks.find(bytes("{\"ClientRequestPath\":\"/status/200/" + sent.mark() + "/😀\"}")))
                .hasValue(sent);
        assertThat(marks.find(bytes("half a li" + sent.mark()))).hasValue(sent);
    }

    @Test
    void aLineIsKnownWhateverOfItsMarkIsEscaped() {
        var sent = marks.sent(marks.fresh(), RECORD);

        assertThat(marks.find(bytes("{\"RayID\":\"" + sent.mark().replace("e", "\\u0065") + "\"}")))
                .hasValue(sent);
        assertThat(marks.find(bytes(
                        "{\"RayID\":\"" + sent.mark().replace("f", "\\u0066").replace("e", "\\u0065") + "\"}")))
                .hasValue(sent);
        assertThat(marks.find(bytes("{\"RayID\":\"" + sent.mark().replace("c", "\\\\u0063") + "\"}")))
                .as("an escaped backslash")
                .isEmpty();
    }

    @Test
    void linesOfOthersAreNot() {
        var sent = marks.sent(marks.fresh(), RECORD);
        var other = new Marks("00c0ffef");

        assertThat(marks.find(bytes(""))).isEmpty();
        assertThat(marks.find(bytes("{\"RayID\":\"" + other.fresh() + "\"}"))).isEmpty();
        assertThat(marks.find(bytes("{\"RayID\":\"" + marks.fresh() + "\"}")))
                .as("never sent")
                .isEmpty();
        assertThat(marks.find(bytes(sent.mark().substring(0, 15)))).as("cut").isEmpty();
        assertThat(marks.find(bytes(sent.mark().toUpperCase(Locale.ROOT)))).isEmpty();
    }

    @Test
    void ofSeveralMarksTheFirstThatWasSentCounts() {
        var unsent = marks.fresh();
        var first = marks.sent(marks.fresh(), RECORD);
        var second = marks.sent(marks.fresh(), RECORD);

        assertThat(marks.find(bytes(unsent + " " + first.mark() + " " + second.mark())))
                .hasValue(first);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(UTF_8);
    }
}
