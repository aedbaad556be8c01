package org.instantlogs.suite.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.instantlogs.suite.check.Judgement.Finding;
import org.instantlogs.suite.check.Judgement.Unjudged;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private final Judgement judgement = new Judgement();

    @Test
    void anExpectationThatHoldsLeavesNothingAndOneThatDoesNotIsAViolation() {
        judgement.expect(true, "one", "one");
        assertThat(judgement.violations()).isEmpty();

        judgement.expect(false, "one", "two");
        assertThat(judgement.violations()).containsExactly(new Finding("one", "two"));
    }

    @Test
    void allThatIsFoundIsKeptInOrder() {
        judgement.violated("a", "b");
        judgement.violated("c", "d");
        judgement.tolerated("e", "f");
        judgement.detail("filter", "none");
        judgement.detail("first", "{}");

        assertThat(judgement.violations()).containsExactly(new Finding("a", "b"), new Finding("c", "d"));
        assertThat(judgement.toleratedDeviations()).containsExactly(new Finding("e", "f"));
        assertThat(judgement.details()).containsExactly("filter  none", "first  {}");
    }

    @Test
    void theLastObservationCounts() {
        assertThat(judgement.observation()).isEmpty();
        judgement.observed("one");
        judgement.observed("other");
        assertThat(judgement.observation()).hasValue("other");
    }

    @Test
    void whatEndsACaseSaysWhy() {
        assertThat(judgement.inconclusive("refused").kind()).isEqualTo(Unjudged.Kind.INCONCLUSIVE);
        assertThat(judgement.inconclusive("refused").reason()).isEqualTo("refused");
        assertThat(judgement.notTested("zones[1]").kind()).isEqualTo(Unjudged.Kind.NOT_TESTED);
        assertThat(judgement.notTested("zones[1]").reason()).isEqualTo("needs zones[1]");
    }
}
