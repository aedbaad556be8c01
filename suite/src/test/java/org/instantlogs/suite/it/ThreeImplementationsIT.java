package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.instantlogs.fixtures.BundledTarget;
import org.instantlogs.fixtures.TrialTargets;
import org.instantlogs.reports.Verdict;
import org.instantlogs.reports.html.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three implementations are judged and compared as a user would do it, and the right answer is read off the pages: the bundled server,
 * one that conforms in another way, and one that is wrong, which takes {@code gt} for {@code geq}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeImplementationsIT {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final String PERSONALITY = "lenient";
    private static final String FAULT = "gt-lets-equal-through";

    /** What the fault breaks, what the personality does otherwise, what a target has to do by the page, and a share. */
    private static final List<String> JUDGED =
            List.of("IL-FILTER-03", "IL-JOB-18", "IL-JOB-01", "IL-SAMPLE-02.delivers-one-in-n[n=2]");

    private static final String BROKEN = "IL-FILTER-03.lets-nothing-less-or-equal-through";
    private static final String OTHERWISE = "IL-JOB-18.takes-no-fields[body=fields-empty]";

    @TempDir
    private static Path folder;

    private final List<BundledTarget.Booted> running = new ArrayList<>();
    private SuiteRun bundled;
    private SuiteRun personality;
    private SuiteRun faulty;

    @BeforeAll
    void judgeEach() throws Exception {
        bundled = run("bundled", List.of("--target", "bundled"));
        personality = run("personality", List.of("--target", booted(PERSONALITY).toString()));
        faulty = run("faulty", List.of("--target", booted(FAULT).toString()));
    }

    @AfterAll
    void end() {
        running.forEach(BundledTarget.Booted::close);
    }

    @Test
    void eachIsJudgedAsWhatItIs() throws Exception {
        assertThat(bundled.exit()).as(bundled.said()).isZero();
        assertThat(personality.exit()).as(personality.said()).isZero();
        assertThat(faulty.exit()).as(faulty.said()).isEqualTo(1);
        assertThat(faulty.report().with(Verdict.FAIL))
                .allMatch(check -> check.requirement().equals("IL-FILTER-03"))
                .anyMatch(check -> check.id().equals(BROKEN));
    }

    @Test
    void anotherWayToConformIsNothingWorse() throws Exception {
        try (var diff = diff("two", bundled, personality)) {
            assertThat(diff.exit(LONGEST)).as(diff.err().all()).isZero();
            assertThat(diff.out().all())
                    .contains("otherwise  " + OTHERWISE + "  ")
                    .contains("\nnothing got worse\n")
                    .doesNotContain("worse  IL-");
        }
    }

    @Test
    void aViolationThatTheBaseDoesNotHaveIsWorse() throws Exception {
        try (var diff = diff("three", bundled, personality, faulty)) {
            assertThat(diff.exit(LONGEST)).as(diff.err().all()).isEqualTo(1);
            assertThat(diff.out().all())
                    .contains("worse  " + BROKEN + "  ", "otherwise  " + OTHERWISE + "  ")
                    .contains("\nworse than the base: 6 checks: " + BROKEN + ", IL-FILTER-03.");
        }
    }

    @Test
    @Tag("browser")
    void whatDiffersComesFirstOnThePage() throws Exception {
        try (var diff = diff("read", bundled, personality, faulty);
                var browser = Browser.start()) {
            assertThat(diff.exit(LONGEST)).isEqualTo(1);

            browser.open(folder.resolve("read/comparison.html"), "");

            assertThat(browser.readAll(".sides tbody tr"))
                    .extracting(row -> row.replaceAll("\\s+", " "))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("1 base", "bundled", "conformant"),
                            second -> assertThat(second).contains(PERSONALITY, "conformant"),
                            third -> assertThat(third).contains(FAULT, "not conformant"));
            assertThat(browser.read(".outcome"))
                    .startsWith("worse than the base: ")
                    .contains(BROKEN);
            var rows = browser.readAll(".rows tbody tr:not(.filler)").stream()
                    .map(row -> row.replaceAll("\\s+", " "))
                    .toList();
            int violated = faulty.report().with(Verdict.FAIL).size();
            assertThat(rows.subList(0, violated))
                    .allMatch(row -> row.matches("worse IL-FILTER-03\\.\\S+ pass pass fail .*"));
            assertThat(rows.get(violated)).startsWith("otherwise IL-JOB-18.");
            assertThat(rows)
                    .anyMatch(row -> row.matches("otherwise " + Pattern.quote(OTHERWISE)
                            + " note refused note accepted as .* note refused"));

            browser.click(".facet button.c-otherwise");
            browser.clickOn(OTHERWISE);
            browser.waitFor("#detail h2", OTHERWISE);
            assertThat(browser.readAll("#detail .values li"))
                    .extracting(value -> value.replaceAll("\\s+", " "))
                    .satisfiesExactlyInAnyOrder(
                            same -> assertThat(same).isEqualTo("note bundled, " + FAULT + " refused"),
                            other -> assertThat(other).startsWith("note " + PERSONALITY + " accepted as "));
            browser.hasNothingToComplainOf();
        }
    }

    /** As somebody who has been sent the folder and knows nothing of the project. */
    @Test
    @Tag("browser")
    void aFailureIsFollowedToItsExchangeAndSeenAgain() throws Exception {
        try (var browser = Browser.start()) {
            browser.open(faulty.folder().resolve("report.html"), "");

            assertThat(browser.read("h1")).isEqualTo(FAULT);
            assertThat(browser.read(".outcome")).startsWith("Not conformant").contains(BROKEN);
            browser.clickOn(BROKEN);
            browser.waitFor("article.check.current", "Expected");
            assertThat(browser.read("article.check.current"))
                    .contains("IL-FILTER-03 MUST", "Source: ", "Expected", "Actual", "Exchange", "See it again");
            assertThat(browser.readAll("article.check.current .steps .label"))
                    .anyMatch(label -> label.startsWith("POST https://"))
                    .anyMatch(label -> label.startsWith("text frame"));
            browser.clickOn("The same by hand, with curl and websocat");
            assertThat(browser.read("article.check.current .by-hand code"))
                    .contains("curl -sS -i -w '\\n' --path-as-is -X 'POST'", "websocat -v ");
            assertThat(browser.read(".sampling tbody")).contains("records delivered at a sample of 2 600 50 %");
            assertThat(browser.read(".delivery p")).startsWith("From sending to arrival, of ");
            assertThat(replayed(browser.read("article.check.current .command code")))
                    .contains("the same came as had come");
            browser.hasNothingToComplainOf();
        }
    }

    /** Does what the page says, but that the jar is where this build has it. */
    private String replayed(String command) throws Exception {
        var words = Pattern.compile("'([^']*)'|(\\S+)")
                .matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
        assertThat(words.subList(0, 4))
                .containsExactly("java", "-jar", "suite/target/instant-logs-suite.jar", "replay");
        try (var replay = Program.start("suite.jar", folder, List.of(), words.subList(3, words.size()))) {
            assertThat(replay.exit(LONGEST))
                    .as(replay.out().all() + replay.err().all())
                    .isZero();
            return replay.out().all();
        }
    }

    private Path booted(String name) throws IOException {
        var trial = ServiceLoader.load(TrialTargets.class).stream()
                .flatMap(found -> found.get().all().stream())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var target = trial.target().boot(4);
        running.add(target);
        return Files.writeString(folder.resolve(name + ".yaml"), target.descriptor());
    }

    private static SuiteRun run(String name, List<String> target) throws Exception {
        var report = folder.resolve(name);
        var arguments = new ArrayList<>(List.of("run", "--out", report.toString()));
        arguments.addAll(target);
        JUDGED.forEach(one -> arguments.addAll(List.of("--only", one)));
        try (var suite = Program.start("suite.jar", folder, List.of(), arguments)) {
            return SuiteRun.end(suite, report, LONGEST).isComplete().isSound();
        }
    }

    private static Program diff(String name, SuiteRun... runs) throws IOException {
        var arguments =
                new ArrayList<>(List.of("diff", "--out", folder.resolve(name).toString()));
        for (var run : runs) {
            arguments.add(run.folder().resolve("report.json").toString());
        }
        return Program.start("suite.jar", folder, List.of(), arguments);
    }
}
