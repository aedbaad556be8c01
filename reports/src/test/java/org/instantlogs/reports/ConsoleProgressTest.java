package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ConsoleProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminalThereIsALineForEachQuarter() {
        run(new ConsoleProgress(out, Terminal.NONE, 400), 400);

        assertThat(text().lines())
                .containsExactly(
                        "100 of 400 checks, 1 violated",
                        "200 of 400 checks, 1 violated",
                        "300 of 400 checks, 1 violated",
                        "400 of 400 checks, 1 violated");
    }

    @Test
    void onATerminalOneLineIsWrittenOverAtMostOnceAPercentAndClearedAtTheEnd() {
        run(new ConsoleProgress(out, new Terminal(true, false), 1_000), 1_000);

        assertThat(text())
                .doesNotContain("\n")
                .endsWith("\r\u001b[K")
                .contains("\r500 of 1000 checks, 1 violated  FILTER");
        assertThat(text().chars().filter(c -> c == '\r')).hasSize(101);
    }

    @Test
    void moreChecksThanDeclaredAndNoneAtAllAreBorne() {
        run(new ConsoleProgress(out, Terminal.NONE, 0), 3);
        new ConsoleProgress(out, new Terminal(true, true), 0).finish();

        assertThat(text()).isEmpty();
    }

    private void run(ConsoleProgress progress, int checks) {
        progress.judged(Samples.must(1, Verdict.FAIL));
        for (var i = 1; i < checks; i++) {
            progress.judged(Samples.must(2, Verdict.PASS));
        }
        progress.finish();
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
