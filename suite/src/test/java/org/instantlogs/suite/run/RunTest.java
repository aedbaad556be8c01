package org.instantlogs.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.instantlogs.fixtures.Catalogue;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.reports.Verdict;
import org.instantlogs.suite.FakeTarget;
import org.instantlogs.suite.check.Chance;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Duration PLENTY = Duration.ofMinutes(2);

    private final FakeTarget fake = new FakeTarget();
    private final RunLog log = new RunLog();
    private Duration budget = PLENTY;
    private boolean strict;

    @AfterEach
    void nobodyListensAnyMore() {
        fake.close();
    }

    @Test
    void eachEndingOfACaseHasItsVerdict() throws InterruptedException {
        var report = run(FakeCases.EveryEnding.class, fake.descriptor(1), 1);

        assertThat(verdicts(report))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("IL-JOB-01.is-right", Verdict.PASS),
                        Map.entry("IL-JOB-01.is-wrong", Verdict.FAIL),
                        Map.entry("IL-JOB-01.is-wrong-before-it-ends", Verdict.FAIL),
                        Map.entry("IL-JOB-01.is-decided-early", Verdict.PASS),
                        Map.entry("IL-JOB-02.is-tolerated", Verdict.WARN),
                        Map.entry("IL-JOB-03.is-given-up", Verdict.INCONCLUSIVE),
                        Map.entry("IL-JOB-03.turns-out-to-need-more", Verdict.NOT_TESTED),
                        Map.entry("IL-JOB-04.goes-unanswered", Verdict.INCONCLUSIVE),
                        Map.entry("IL-JOB-05.needs-injection", Verdict.NOT_TESTED),
                        Map.entry("IL-JOB-06.is-unwise", Verdict.WARN),
                        Map.entry("IL-JOB-07.comes-in-variants[number=0]", Verdict.PASS),
                        Map.entry("IL-JOB-07.comes-in-variants[number=1]", Verdict.FAIL),
                        Map.entry("IL-JOB-07.comes-in-variants[number=2]", Verdict.PASS),
                        Map.entry("IL-JOB-07.comes-in-variants[number=3]", Verdict.PASS),
                        Map.entry("IL-JOB-11.is-open", Verdict.NOTE)));
        assertThat(report.exitCode()).isEqualTo(1);
    }

    @Test
    void aVerdictSaysWhatItRestsOn() throws InterruptedException {
        var report = run(FakeCases.EveryEnding.class, fake.descriptor(1), 1);

        var wrong = result(report, "IL-JOB-01.is-wrong");
        assertThat(wrong.expected()).hasValue("one");
        assertThat(wrong.actual()).hasValue("two; three");
        assertThat(wrong.details()).containsExactly("asked  nothing");
        assertThat(wrong.replay()).hasValue("again IL-JOB-01.is-wrong");
        assertThat(wrong.level()).isEqualTo("MUST");
        assertThat(wrong.source()).isNotBlank();
        assertThat(result(report, "IL-JOB-11.is-open").observed()).hasValue("both");
        assertThat(result(report, "IL-JOB-03.is-given-up").reason()).hasValue("the set-up was refused");
        assertThat(result(report, "IL-JOB-03.turns-out-to-need-more").reason()).hasValue("needs stream.ordered");
        assertThat(result(report, "IL-JOB-05.needs-injection").reason()).hasValue("needs traffic.inject");
        assertThat(result(report, "IL-JOB-04.goes-unanswered").reason().orElseThrow())
                .contains("127.0.0.1:1");
    }

    @Test
    void everyDeclaredCheckAndEveryUncoveredRuleIsAccountedForOnce() throws InterruptedException {
        var report = run(FakeCases.EveryEnding.class, fake.descriptor(1), 1);

        var ids = report.checks().stream().map(CheckResult::id).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(report.declared());
        assertThat(log.of("declared")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(log.of("judged")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(log.events().subList(0, ids.size()))
                .allSatisfy(event -> assertThat(event.kind()).isEqualTo("declared"));
        assertThat(ids).contains("IL-JOB-08", "IL-FILTER-11").doesNotContain("IL-JOB-01");
        assertThat(result(report, "IL-JOB-08").verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(result(report, "IL-JOB-08").reason()).hasValue("no check yet");
        assertThat(report.trouble()).isEmpty();
    }

    @Test
    void whatIsOfNoUseIsNotStarted() throws InterruptedException {
        run(FakeCases.EveryEnding.class, fake.descriptor(1), 1, "IL-JOB-05", "IL-JOB-11*");

        assertThat(log.of("started")).containsExactly("IL-JOB-11.is-open");
    }

    @Test
    void aSelectionLeavesTheRestDeselectedAndTheRunPartial() throws InterruptedException {
        var report = run(FakeCases.EveryEnding.class, fake.descriptor(1), 1, "IL-JOB-07.comes-in-variants[number=2]");

        assertThat(log.of("started")).containsExactly("IL-JOB-07.comes-in-variants[number=2]");
        assertThat(report.partial()).isTrue();
        assertThat(report.with(Verdict.DESELECTED)).hasSize(report.declared() - 1);
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void aSelectorThatSelectsNothingIsRefusedBeforeAnythingGoesOut() {
        assertThatThrownBy(() -> run(FakeCases.EveryEnding.class, fake.descriptor(1), 1, "JOB", "IL-JBO-*"))
                .isInstanceOf(Run.NothingSelected.class)
                .hasMessage("`only` is `IL-JBO-*`, which selects no check; `list` shows all ids, areas and levels");
        assertThat(fake.asked()).isZero();
        assertThat(log.events()).isEmpty();
    }

    @Test
    void onlyWhatIsRightMakesTheRunConformant() throws InterruptedException {
        assertThat(run(FakeCases.EveryEnding.class, fake.descriptor(1), 1, "IL-JOB-01.is-right", "IL-JOB-11*")
                        .exitCode())
                .isZero();
    }

    @Test
    void aWarningIsRedWhereTheRunIsStrict() throws InterruptedException {
        assertThat(run(FakeCases.EveryEnding.class, fake.descriptor(1), 1, "IL-JOB-06*")
                        .exitCode())
                .isZero();
        strict = true;
        assertThat(run(FakeCases.EveryEnding.class, fake.descriptor(1), 1, "IL-JOB-06*")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void whatCouldNotBeJudgedLeavesTheRunIncomplete() throws InterruptedException {
        assertThat(run(
                                FakeCases.EveryEnding.class,
                                fake.descriptor(1),
                                1,
                                "IL-JOB-01.is-right",
                                "IL-JOB-03.is-given-up")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void aRunThatJudgesNothingIsNotConformant() throws InterruptedException {
        var report = run(FakeCases.EveryEnding.class, fake.descriptor(1), 1, "IL-JOB-05*");

        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(report.trouble()).hasValue("no check was judged");
    }

    @Test
    void aFaultOfACaseIsAnErrorWithItsStackTraceAndWithoutSecrets() throws InterruptedException {
        var report = run(FakeCases.Faulty.class, fake.descriptor(1), 1);

        assertThat(new TreeSet<>(verdicts(report).values())).containsExactly(Verdict.ERROR);
        assertThat(report.exitCode()).isEqualTo(4);
        var thrown = result(report, "IL-JOB-01.throws");
        assertThat(thrown.reason().orElseThrow())
                .startsWith("the suite's own fault: ")
                .contains("a fault with")
                .doesNotContain("token-abcdef");
        assertThat(thrown.stackTrace().orElseThrow())
                .contains("IllegalArgumentException", "FakeCases$Faulty.breaks")
                .doesNotContain("token-abcdef");
        assertThat(result(report, "IL-JOB-02.asserts").stackTrace().orElseThrow())
                .contains("cases don't assert");
        assertThat(result(report, "IL-JOB-11.observes-nothing").reason().orElseThrow())
                .contains("a case of an open rule has observed nothing");
        assertThat(result(report, "IL-JOB-16.judges-an-open-rule").reason().orElseThrow())
                .contains("a case of an open rule has called something a violation");
    }

    @Test
    void aCaseThatNeverEndsIsInconclusiveAndTheRestIsJudged() throws InterruptedException {
        budget = Duration.ofSeconds(2);
        var report = run(FakeCases.Endless.class, fake.descriptor(1), 1);

        assertThat(result(report, "IL-JOB-01.never-ends").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result(report, "IL-JOB-01.never-ends").reason())
                .hasValue("time ran out: the case did not come to an end within PT2S");
        assertThat(result(report, "IL-JOB-02.ends").verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.exitCode()).isEqualTo(3);
    }

    @Test
    void casesRunSideBySideInZonesOfTheirOwn() throws InterruptedException {
        var report = run(FakeCases.Meeting.class, fake.descriptor(2), 2);

        assertThat(new TreeSet<>(verdicts(report).values())).containsExactly(Verdict.PASS);
        assertThat(report.speed().zones()).isEqualTo(2);
    }

    @Test
    void thereAreNeverMoreWorkersThanZones() throws InterruptedException {
        var report = run(FakeCases.EveryEnding.class, fake.descriptor(2), 8, "IL-JOB-07*");

        assertThat(report.speed().zones()).isEqualTo(2);
    }

    @Test
    void aCaseOfTwoZonesGetsBothEvenFromOneWorker() throws InterruptedException {
        var report = run(FakeCases.Pair.class, fake.descriptor(2), 1);

        assertThat(verdicts(report)).containsExactly(Map.entry("IL-JOB-01.keeps-zones-apart", Verdict.PASS));
    }

    @Test
    void aCaseOfTwoZonesIsNotTestedWhereThereIsOne() throws InterruptedException {
        var report = run(FakeCases.Pair.class, fake.descriptor(1), 1);

        assertThat(result(report, "IL-JOB-01.keeps-zones-apart").verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(result(report, "IL-JOB-01.keeps-zones-apart").reason()).hasValue("needs zones[1]");
    }

    @Test
    void casesThatRunAloneHaveNoCompany() throws InterruptedException {
        run(FakeCases.Company.class, fake.descriptor(4), 4);

        assertThat(companionsOf("IL-JOB-02.alone")).isEmpty();
    }

    @Test
    void casesThatMoveEverybodysTimeHaveNoCompany() throws InterruptedException {
        var report = run(FakeCases.Company.class, fake.descriptor(4, Optional.of(Scope.GLOBAL)), 4);

        assertThat(companionsOf("IL-JOB-03.moves-time")).isEmpty();
        assertThat(new TreeSet<>(verdicts(report).values())).containsExactly(Verdict.PASS);
    }

    @Test
    void whereTimeIsAZonesOwnThoseThatLetItPassComeFirstSideBySide() throws InterruptedException {
        run(FakeCases.Company.class, fake.descriptor(4, Optional.of(Scope.ZONE)), 1);

        assertThat(log.of("started").stream()
                        .map(id -> id.replaceFirst("\\[.*", ""))
                        .distinct())
                .containsExactly("IL-JOB-03.moves-time", "IL-JOB-01.in-company", "IL-JOB-02.alone");
    }

    @Test
    void thoseThatLastBeginBeforeThoseThatDoNot() throws InterruptedException {
        run(FakeCases.OfTwoLengths.class, fake.descriptor(1), 1);

        assertThat(log.of("started")).containsExactly("IL-JOB-02.lasts", "IL-JOB-01.is-short");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void theResultsDoNotDependOnHowManyZonesAreWorkedIn(int workers) throws InterruptedException {
        var one = run(FakeCases.EveryEnding.class, fake.descriptor(8), 1);
        var several = run(FakeCases.EveryEnding.class, fake.descriptor(8), workers);

        assertThat(several.checks())
                .usingRecursiveComparison()
                .ignoringFields("duration")
                .isEqualTo(one.checks());
        assertThat(several.outcome()).isEqualTo(one.outcome());
    }

    @Test
    void aTargetThatHasStoppedAnsweringIsNotAskedForEver() throws InterruptedException {
        var descriptor = fake.descriptor(1);
        fake.close();

        var report = run(FakeCases.Unanswered.class, descriptor, 1);

        assertThat(log.of("started")).hasSize(3);
        assertThat(new TreeSet<>(verdicts(report).values())).containsExactly(Verdict.INCONCLUSIVE);
        assertThat(result(report, "IL-JOB-01.asks[number=9]").reason().orElseThrow())
                .startsWith("the target has stopped answering: ");
        assertThat(report.exitCode()).isEqualTo(3);
    }

    @Test
    void theReportSaysWhereAnyCertificateIsTrusted() throws InterruptedException {
        var trusting = fake.descriptor(1);
        var report = run(
                FakeCases.Pair.class,
                new Descriptor(
                        trusting.name(),
                        trusting.profile(),
                        trusting.api(),
                        trusting.auth(),
                        trusting.stranger(),
                        new Descriptor.Tls(Optional.empty(), true),
                        trusting.zones(),
                        trusting.inject(),
                        trusting.clock(),
                        trusting.reset(),
                        trusting.limits(),
                        trusting.plaintext(),
                        trusting.stream(),
                        trusting.pace()),
                1);

        assertThat(report.target().notices()).containsExactly("tls.insecure: any certificate was trusted");
    }

    /** What was started or judged while such a case ran, itself left out. */
    private List<RunLog.Event> companionsOf(String check) {
        var executed = log.of("started");
        var companions = new ArrayList<RunLog.Event>();
        Optional<String> running = Optional.empty();
        for (RunLog.Event event : log.events()) {
            if (!executed.contains(event.check()) || event.kind().equals("declared")) {
                continue;
            }
            if (running.isPresent() && !running.get().equals(event.check())) {
                companions.add(event);
            }
            if (event.check().startsWith(check)) {
                running = event.kind().equals("started") ? Optional.of(event.check()) : Optional.empty();
            }
        }
        assertThat(executed).anyMatch(id -> id.startsWith(check));
        return companions;
    }

    private Report run(Class<?> cases, Descriptor descriptor, int workers, String... selectors)
            throws InterruptedException {
        var plan = Plan.of(CATALOGUE, Edition.DOCS_2022, List.of(cases));
        var options = new RunOptions(Selection.of(List.of(selectors)), new Chance(42, 0), workers, strict, false);
        try (var target = FakeTarget.reach(descriptor)) {
            return new Run(plan, target, options, log, id -> "again " + id, InstantSource.system(), check -> budget)
                    .execute(new SuiteInfo("1", CATALOGUE.digest(), Edition.DOCS_2022.label(), 42));
        }
    }

    private static CheckResult result(Report report, String id) {
        return report.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result of " + id));
    }

    /** Of the cases; rules without a check left out. */
    private static Map<String, Verdict> verdicts(Report report) {
        var verdicts = new TreeMap<String, Verdict>();
        report.checks().stream()
                .filter(check -> check.id().contains("."))
                .forEach(check -> verdicts.put(check.id(), check.verdict()));
        return verdicts;
    }
}
