package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GitHubAnnotationsTest {

    @Test
    void aViolationIsAnErrorInOneLineWithEverythingInIt() {
        assertThat(GitHubAnnotations.text(Samples.report(Samples.violation())))
                .startsWith(
                        "::error title=IL-FILTER-01.delivers[field=RayID]::IL-FILTER-01.delivers[field=RayID]  MUST"
                                + "  violated: 1 record outside the filter was delivered%0A  rule      the rule of IL-FILTER-01%0A")
                .endsWith("%0A  replay    java -jar suite.jar replay x.json\n")
                .hasLineCount(1);
    }

    @Test
    void whatWouldEndACommandOrItsPropertiesIsEscaped() {
        var check = CheckResult.of("IL-JOB-01.word[a=1,b=2:%]", "IL-JOB-01", "JOB", "MUST", "", "")
                .reason("100 % sure\r\n::error::forged")
                .build(Verdict.FAIL);

        assertThat(GitHubAnnotations.text(Samples.report(check)))
                .isEqualTo("::error title=IL-JOB-01.word[a=1%2Cb=2%3A%25]::IL-JOB-01.word[a=1,b=2:%25]  MUST  violated:"
                        + " 100 %25 sure\\u000d\\u000a::error::forged\n");
    }

    @Test
    void onlyWhatIsNotRightIsMarked() {
        var text = GitHubAnnotations.text(Samples.report(false, 10, Samples.oneOfEach()));

        assertThat(text.lines().map(line -> line.replaceFirst("(::[a-z]+).*?\\.([a-z-]+)::.*", "$1 $2")))
                .containsExactly(
                        "::error error", "::error fail", "::error stale", "::warning inconclusive", "::warning warn");
    }

    @Test
    void aWarningIsAnErrorWhereTheRunIsStrict() {
        assertThat(GitHubAnnotations.text(Samples.report(true, 1, List.of(Samples.must(Verdict.WARN)))))
                .startsWith("::error ");
    }

    @Test
    void beyondTenThereIsOneThatCountsTheRest() {
        var checks = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> Samples.must(number, Verdict.FAIL))
                .toList();

        assertThat(GitHubAnnotations.text(Samples.report(false, 12, checks)))
                .hasLineCount(10)
                .endsWith("::error title=Instant Logs conformance::3 more; see report.html\n");
    }

    @Test
    void aRunInTroubleIsMarked() {
        assertThat(GitHubAnnotations.text(Samples.report(false, 2, List.of(Samples.must(1, Verdict.PASS)))))
                .startsWith("::error title=Instant Logs conformance::the checks do not add up: 2 declared");
    }
}
