package org.instantlogs.suite;

import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.zone.Zone;

/** Cases that are run by a click, as an IDE does it. */
@SuppressWarnings("DoNotCallSuggester") // nobody calls cases but the runner
final class ClickedCases {
    @Check("IL-JOB-01.lists")
    void lists(Zone zone, Judgement judgement) {
        var answer = zone.list();
        judgement.expect(answer.status() == 200, "a list", answer.describe());
    }

    @Check("IL-JOB-02.is-violated")
    void isViolated(Judgement judgement) {
        judgement.violated("what is right", "what is wrong");
    }

    @Check("IL-JOB-03.is-given-up")
    void isGivenUp(Judgement judgement) {
        throw judgement.inconclusive("nothing was to be had");
    }

    @Check("IL-JOB-04.is-a-fault")
    void isAFault() {
        throw new IllegalArgumentException("a fault of the case");
    }
}
