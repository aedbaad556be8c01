package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadgeJsonTest {

    @Test
    void isTheAnswerThatTheBadgeServiceAsksFor() {
        assertThat(BadgeJson.text(Samples.report(Samples.must(1, Verdict.PASS), Samples.must(2, Verdict.NOT_TESTED))))
                .contains("""
                        {
                          "schemaVersion": 1,
                          "label": "Instant Logs docs-2022",
                          "message": "conformant, 1 of 2 checks",
                          "color": "brightgreen",
                          "isError": false
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL, 'not conformant, 1 violated', red, false",
        "STALE, 'not conformant, 1 violated', red, false",
        "INCONCLUSIVE, 'incomplete, 0 of 1 checks', yellow, false",
        "ERROR, 'error, 0 of 1 checks', red, true",
        "WARN, 'conformant, 1 of 1 checks', brightgreen, false"
    })
    void eachOutcomeHasItsColour(Verdict verdict, String message, String colour, boolean error) {
        assertThat(BadgeJson.text(Samples.report(Samples.must(verdict))).orElseThrow())
                .contains("\"message\": \"" + message + "\"")
                .contains("\"color\": \"" + colour + "\"")
                .contains("\"isError\": " + error);
    }

    @Test
    void aPartialRunHasNone() {
        assertThat(BadgeJson.text(Samples.report(
                        false, 2, List.of(Samples.must(1, Verdict.PASS), Samples.must(2, Verdict.DESELECTED)))))
                .isEmpty();
    }
}
