package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Lasting;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final String PROMPT = "IL-JOB-01.is-prompt";
    private static final String PROMPT_TOO = "IL-JOB-02.is-prompt-too";
    private static final String MOVES_TIME = "IL-JOB-03.moves-time";
    private static final String LASTS = "IL-JOB-04.lasts";

    @SuppressWarnings("UnusedMethod") // read by the plan, never run
    private static final class Cases {
        @Check(PROMPT)
        void isPrompt() {}

        @Check(PROMPT_TOO)
        void isPromptToo() {}

        @Check(MOVES_TIME)
        @Needs(Need.SESSION_TIME)
        void movesTime() {}

        @Check(LASTS)
        @Lasting
        void lasts() {}
    }

    private static Agenda agenda(boolean movable, int workers) {
        var plan = Plan.of(Catalogue.load(), Edition.DOCS_2022, List.of(Cases.class));
        return new Agenda(plan.checks(), movable, workers);
    }

    private static List<String> all(Supplier<Optional<PlannedCheck>> worker) {
        return Stream.generate(worker)
                .takeWhile(Optional::isPresent)
                .map(check -> check.orElseThrow().id().toString())
                .toList();
    }

    private static String next(Supplier<Optional<PlannedCheck>> worker) {
        return worker.get().orElseThrow().id().toString();
    }

    @Test
    void whatLastsComesFirstWhereTheClockCanBeMoved() {
        assertThat(all(agenda(true, 1).ofWorker(0))).containsExactly(LASTS, MOVES_TIME, PROMPT, PROMPT_TOO);
    }

    @Test
    void whatWaitsComesFirstWhereTheClockCanNotBeMoved() {
        assertThat(all(agenda(false, 1).ofWorker(0))).containsExactly(MOVES_TIME, LASTS, PROMPT, PROMPT_TOO);
    }

    @Test
    void halfOfTheWorkersBeginWithTheRestWhereTheClockCanBeMoved() {
        var agenda = agenda(true, 4);

        assertThat(next(agenda.ofWorker(3))).isEqualTo(PROMPT);
        assertThat(next(agenda.ofWorker(1))).isEqualTo(LASTS);
        assertThat(next(agenda.ofWorker(2))).isEqualTo(PROMPT_TOO);
    }

    @Test
    void noWorkerBeginsWithTheRestWhereTheClockCanNotBeMoved() {
        var agenda = agenda(false, 4);

        assertThat(next(agenda.ofWorker(3))).isEqualTo(MOVES_TIME);
        assertThat(next(agenda.ofWorker(2))).isEqualTo(LASTS);
    }

    @Test
    void whoHasDoneHisOwnHelpsTheOthers() {
        var agenda = agenda(true, 2);

        assertThat(all(agenda.ofWorker(1))).containsExactly(PROMPT, PROMPT_TOO, LASTS, MOVES_TIME);
        assertThat(all(agenda.ofWorker(0))).isEmpty();
    }
}
