package org.instantlogs.reports.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.reports.diff.Reports.check;
import static org.instantlogs.reports.diff.Reports.comparison;
import static org.instantlogs.reports.diff.Reports.side;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Samples;
import org.junit.jupiter.api.Test;

/** The comparison as JSON and as Markdown. */
final class ComparisonFormsTest {
    private final Comparison comparison = comparison(
            side("a", check("IL-JOB-01", "pass"), check("IL-JOB-02", "note x|y"), check("IL-JOB-03", "pass")),
            side(
                    "b|c",
                    check("IL-JOB-01", "fail 404"),
                    check("IL-JOB-02", "note `z`"),
                    check("IL-JOB-03", "deselected")));

    @Test
    void theJsonIsValidAgainstItsSchemaAndSaysWhoSaysWhat() throws IOException {
        var text = ComparisonJson.text(comparison);

        assertThat(errors(text)).isEmpty();
        var json = new ObjectMapper().readTree(text);
        assertThat(json.path("exitCode").asInt()).isEqualTo(1);
        assertThat(json.path("checks").get(0).toString())
                .isEqualTo("{\"id\":\"IL-JOB-01\",\"requirement\":\"IL-JOB-01\",\"area\":\"JOB\",\"level\":\"MUST\","
                        + "\"change\":\"worse\",\"values\":[{\"verdict\":\"pass\",\"says\":\"\",\"reports\":[0]},"
                        + "{\"verdict\":\"fail\",\"expected\":\"201\",\"says\":\"404\",\"reports\":[1]}]}");
    }

    @Test
    void everyVerdictAndHostileTextIsValidToo() throws IOException {
        var hostile = Samples.hostileReport();
        var side = new Side(Samples.HOSTILE, Path.of("a"), hostile);

        assertThat(errors(ComparisonJson.text(comparison(side, side)))).isEmpty();
        assertThat(ComparisonMarkdown.text(
                        comparison(side, side("b", check("IL-JOB-01.fail[value=<\u0001\">]", "pass")))))
                .doesNotContain("\u001b", "\u0000", "\r", "\u202e", "\u2028");
    }

    @Test
    void theSchemaRefusesAnotherForm() throws IOException {
        assertThat(errors(ComparisonJson.text(comparison).replace("\"comparison\": 1", "\"comparison\": 2")))
                .isNotEmpty();
        assertThat(errors(ComparisonJson.text(comparison).replace("\"worse\"", "\"bad\"")))
                .isNotEmpty();
    }

    @Test
    void theMarkdownHasWhatDiffersInFences() {
        assertThat(ComparisonMarkdown.text(comparison)).isEqualTo("""
                # Comparison of 2 reports

                **Outcome:** ` worse than the base: 1 check: IL-JOB-01 `

                | | report | edition | started | outcome |
                |---|---|---|---|---|
                | 1 (base) | ` a ` | ` docs-2022 ` | 2026-01-01T00:00:00Z | conformant |
                | 2 | ` b\\|c ` | ` docs-2022 ` | 2026-01-01T00:00:00Z | not-conformant, partial |

                - ` Report 2 is partial: checks were left out by the user `

                ## Worse than the base (1)

                - ` IL-JOB-01 ` MUST
                  - 1: pass
                  - 2: fail, ` 404 `, expected ` 201 `

                ## Otherwise than the base (1)

                - ` IL-JOB-02 ` MUST
                  - 1: note, ` x|y `
                  - 2: note, `` `z` ``

                ## Not judged everywhere (1)

                - ` IL-JOB-03 `: pass, deselected
                """);
    }

    @Test
    void theMarkdownOfVeryMuchSaysHowMuchMoreThereIs() {
        var right = checks("pass");
        var wrong = checks("fail 404");

        assertThat(ComparisonMarkdown.text(comparison(side("a", right), side("b", wrong))))
                .contains("## Worse than the base (140)", "- … and 40 more in comparison.html");
    }

    private static CheckResult[] checks(String spoken) {
        return IntStream.range(0, 140)
                .mapToObj(i -> check("IL-JOB-01.word" + i, spoken))
                .toArray(CheckResult[]::new);
    }

    private static List<?> errors(String text) throws IOException {
        try (var schema = ComparisonJson.schema()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(text, InputFormat.JSON);
        }
    }
}
