package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

final class SummaryMarkdownTest {

    @Test
    void saysTheOutcomeTheCountsAndEachViolation() {
        assertThat(SummaryMarkdown.text(Samples.report(
                        Samples.violation(),
                        Samples.must(1, Verdict.PASS),
                        Samples.ended("IL-JOB-01", "SHOULD", Verdict.WARN))))
                .isEqualTo("""
                        ## Instant Logs conformance: not conformant

                        ` my-edge `, edition docs\\-2022: 3 of 3 checks judged.

                        |  | pass | fail | warn |
                        | --- | --: | --: | --: |
                        | MUST | 1 | 1 | 0 |
                        | SHOULD | 0 | 0 | 1 |
                        | OPEN | 0 | 0 | 0 |

                        ### fail: 1

                        - ` IL-FILTER-01.delivers[field=RayID] ` MUST: the rule of IL\\-FILTER\\-01
                          - expected ` 3 records: r1, r3, r5, then nothing `
                          - actual ` 4 records: r1, r2, r3, r5 `
                          - reason ` 1 record outside the filter was delivered `
                          - again ` java -jar suite.jar replay x.json `

                        ### warn: 1

                        - ` IL-JOB-01 ` SHOULD: the rule of IL\\-JOB\\-01
                        """);
    }

    @Test
    void hostileTextStaysText() {
        var hostile = "` `` <img src=x> @someone #12 [a](http://x) | **b** \n# c " + Samples.HOSTILE;
        var check = CheckResult.of("IL-JOB-01.word", "IL-JOB-01", "JOB", "MUST", hostile, "")
                .expected(hostile)
                .actual("`")
                .reason(hostile)
                .build(Verdict.FAIL);

        var html = html(SummaryMarkdown.text(Samples.report(check)));

        assertThat(html)
                .doesNotContain("<img", "<script", "<a ", "<strong>b", "<h1>", "@someone</", " @someone #12 [a]</p>")
                .contains("<li>actual <code>`</code></li>")
                .contains("<code>` `` &lt;img src=x&gt; @someone #12 [a](http://x) | **b** \\u000a# c a\\u0000b");
        assertThat(html.replaceAll("<code>[^<]*</code>", "")).doesNotContain("@someone");
    }

    @Test
    void aKnownDeviationStaysInSightWithWhyAndUntilWhen() {
        assertThat(SummaryMarkdown.text(Samples.report(Samples.must(Verdict.KNOWN), Samples.must(Verdict.STALE))))
                .contains("  - known ` on purpose (https://tracker.example/7), until 2026-06-30 `")
                .contains("  - stale ` passes, on purpose `");
    }

    @Test
    void aLongListEndsInHowManyMoreThereAre() {
        var checks = IntStream.rangeClosed(1, 53)
                .mapToObj(number -> Samples.must(number, Verdict.FAIL))
                .toList();

        assertThat(SummaryMarkdown.text(Samples.report(false, 53, checks)))
                .contains("` IL-FILTER-50.word `")
                .doesNotContain("` IL-FILTER-51.word `")
                .endsWith("- and 3 more in report.html\n");
    }

    @Test
    void aPartialRunAndATroubleAreSaid() {
        var report =
                Samples.report(false, 3, List.of(Samples.must(1, Verdict.PASS), Samples.must(2, Verdict.DESELECTED)));

        assertThat(SummaryMarkdown.text(report))
                .contains("**partial**: some were left out by choice")
                .contains("**Trouble:** ` the checks do not add up: 3 declared");
    }

    private static String html(String markdown) {
        var tables = List.of(TablesExtension.create());
        return HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
    }
}
