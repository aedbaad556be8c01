package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckResultTest {

    @Test
    void anIdOfAnotherRequirementIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckResult.of("IL-JOB-011", "IL-JOB-01", "JOB", "MUST", "", "")
                        .build(Verdict.PASS))
                .withMessage(
                        "id `IL-JOB-011` does not belong to requirement `IL-JOB-01`; it is that, or that followed by a dot"
                                + " and a word");
    }

    @Test
    void anUnknownLevelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.check("IL-JOB-01", "MAY").build(Verdict.PASS))
                .withMessage("level of IL-JOB-01 is `MAY`; it is MUST, SHOULD or OPEN");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"NOT_TESTED", "INCONCLUSIVE"})
    void aCheckWithoutAJudgementNamesItsReason(Verdict verdict) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.check("IL-JOB-01", "MUST").build(verdict))
                .withMessage("IL-JOB-01 is " + verdict.label() + "; give the reason");
    }

    @Test
    void aNoteNamesWhatWasObserved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.check("IL-JOB-11", "OPEN").build(Verdict.NOTE))
                .withMessage("IL-JOB-11 is a note; give what was observed");
    }

    @Test
    void aNegativeDurationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.check("IL-JOB-11", "OPEN")
                        .duration(Duration.ofMillis(-1))
                        .build(Verdict.PASS))
                .withMessage("`durationMs` is PT-0.001S; give 0 or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x.json", "a/../../x", "C:/x", "a\\b"})
    void anExchangeOutsideTheReportsFolderIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.must(1, Verdict.PASS).withExchange(path))
                .withMessage("exchange of IL-FILTER-01.word is not a path below the report's folder: `" + path + "`");
    }

    @Test
    void detailsAreCopied() {
        var details = new ArrayList<>(List.of("one"));
        var check = Samples.check("IL-JOB-01", "MUST").details(details).build(Verdict.FAIL);

        details.add("two");

        assertThat(check.details()).containsExactly("one");
    }

    @Test
    void anExchangeCanBeAddedAfterwards() {
        var check = Samples.must(1, Verdict.FAIL).withExchange(HarExchange.path("IL-FILTER-01.word"));

        assertThat(check.exchange()).contains("exchanges/IL-FILTER-01.word.json");
        assertThat(check.id()).isEqualTo("IL-FILTER-01.word");
    }

    @Test
    void whatIsKnownNeedsAnEntryAndNothingElseHasOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.check("IL-JOB-01", "MUST").build(Verdict.KNOWN))
                .withMessage(
                        "IL-JOB-01 is known; what the list of known deviations says is given for known and stale, and"
                                + " for no other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.check("IL-JOB-01", "MUST")
                        .known(Samples.listed(Verdict.KNOWN, "why"))
                        .build(Verdict.FAIL))
                .withMessageContaining("IL-JOB-01 is fail; ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Known.Entry("a", "b", Optional.empty(), Optional.of("soon")))
                .withMessage("`known.expires` is `soon`; it is a date such as `2027-01-31`");
    }

    @Test
    void anEntryCountsToTheEndOfItsLastDay() {
        var entry = new Known.Entry("a", "b", Optional.empty(), Optional.of("2026-02-28"));

        assertThat(entry.expired(LocalDate.parse("2026-02-28"))).isFalse();
        assertThat(entry.expired(LocalDate.parse("2026-03-01"))).isTrue();
    }
}
