package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.instantlogs.fixtures.Level;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Share;
import org.instantlogs.reports.Statistic;
import org.instantlogs.reports.Verdict;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.statistics.BinomialTest;
import org.instantlogs.suite.statistics.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {
    /** What was found: v a violation, t a tolerated deviation, o an observation, - nothing. */
    @ParameterizedTest
    @CsvSource({
        "MUST,   -,   PASS",
        "MUST,   o,   PASS",
        "MUST,   t,   WARN",
        "MUST,   to,  WARN",
        "MUST,   v,   FAIL",
        "MUST,   vt,  FAIL",
        "MUST,   vto, FAIL",
        "SHOULD, -,   PASS",
        "SHOULD, o,   PASS",
        "SHOULD, t,   WARN",
        "SHOULD, v,   WARN",
        "SHOULD, vto, WARN",
        "OPEN,   o,   NOTE",
        "OPEN,   t,   WARN",
        "OPEN,   to,  WARN",
    })
    void levelAndFindingsMakeTheVerdict(Level level, String found, Verdict verdict) {
        assertThat(verdict(level, found).verdict()).isEqualTo(verdict);
    }

    @Test
    void aCaseOfAnOpenRuleMustNotSpeakOfViolations() {
        assertThatIllegalStateException()
                .isThrownBy(() -> verdict(Level.OPEN, "vo"))
                .withMessageContaining("called something a violation");
    }

    @Test
    void aCaseOfAnOpenRuleMustObserve() {
        assertThatIllegalStateException()
                .isThrownBy(() -> verdict(Level.OPEN, "-"))
                .withMessageContaining("observed nothing");
    }

    @Test
    void allFindingsAreToldEachExpectationOnceAndNoneUnredacted() {
        var judgement = new Judgement();
        judgement.violated("no secret", "a secret");
        judgement.violated("no secret", "another secret");
        judgement.violated("something", "a secret");
        judgement.tolerated("not told", "where there are violations");
        judgement.detail("key", "secret");

        var result = Verdicts.of(Level.MUST, judgement, builder(Level.MUST), text -> text.replace("secret", "…"));

        assertThat(result.expected()).hasValue("no …; something");
        assertThat(result.actual()).hasValue("a …; another …; a …");
        assertThat(result.details()).containsExactly("key  …");
    }

    @Test
    void whatAPassingCheckObservesIsKeptRedacted() {
        var judgement = new Judgement();
        judgement.observed("a secret");

        assertThat(Verdicts.of(Level.MUST, judgement, builder(Level.MUST), text -> text.replace("secret", "…"))
                        .observed())
                .hasValue("a …");
    }

    @Test
    void theTestsOfACaseAreStatedWhateverCameOfThem() {
        var design = new Design("a share of 0.1", 1e-9, "shares of 0.2 or more", 0.99);
        var stated = List.of(new Statistic("a share of 0.1", 1e-9, "shares of 0.2 or more", 0.99));
        var right = new Judgement();
        right.tests(design);
        var wrong = new Judgement();
        wrong.tests(design);
        wrong.violated("one", "two");

        assertThat(Verdicts.of(Level.MUST, right, builder(Level.MUST), text -> text)
                        .statistics())
                .isEqualTo(stated);
        assertThat(Verdicts.of(Level.MUST, wrong, builder(Level.MUST), text -> text)
                        .statistics())
                .isEqualTo(stated);
    }

    @Test
    void theSharesOfACaseAreTold() {
        var judgement = new Judgement();
        judgement.measured(new BinomialTest(2_000, 0.1).share("records", 220, 1e-9));

        assertThat(Verdicts.of(Level.MUST, judgement, builder(Level.MUST), text -> text)
                        .shares())
                .containsExactly(new Share("records", 2_000, 0.1, 0.0615, 0.1435, 0.11));
    }

    private static CheckResult verdict(Level level, String found) {
        var judgement = new Judgement();
        if (found.contains("v")) {
            judgement.violated("one", "two");
        }
        if (found.contains("t")) {
            judgement.tolerated("one", "nearly one");
        }
        if (found.contains("o")) {
            judgement.observed("one");
        }
        return Verdicts.of(level, judgement, builder(level), text -> text);
    }

    private static CheckResult.Builder builder(Level level) {
        return CheckResult.of("IL-JOB-01.word", "IL-JOB-01", "JOB", level.name(), "says", "source");
    }
}
