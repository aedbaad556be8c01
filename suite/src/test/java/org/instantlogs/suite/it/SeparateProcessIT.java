package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite's jar against the server's jar, each a process of its own, in five ways: everything offered, by either edition of the documents; everything, by a server
 * that makes use of all that is permitted; edge traffic and limits that can be waited out; nothing but the address, while the
 * server makes traffic of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeparateProcessIT {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** So many checks need no more than the address. */
    private static final int JUDGED_BY_ALL = 400;

    /** Many, for most of two of the runs is waiting. */
    private static final String ZONES = "16";

    @TempDir
    private static Path folder;

    private final List<Program> started = new ArrayList<>();
    private final Map<String, SuiteRun> runs = new TreeMap<>();

    /** What should not be done and may be. */
    private static final Set<String> UNFRIENDLY = Set.of(
            "IL-LIMIT-12.being-replaced-shows-as-a-close-frame",
            "IL-LIMIT-12.the-session-time-shows-as-a-close-frame",
            "IL-LIMIT-12.the-session-time-shows-as-a-close-frame-to-a-later-listener",
            "IL-NDJSON-08.long-and-foreign-records-are-in-text-frames",
            "IL-NDJSON-08.messages-are-text-frames",
            "IL-NDJSON-08.messages-are-text-frames-while-the-target-samples",
            "IL-NDJSON-09.one-record-a-message",
            "IL-NDJSON-09.one-record-a-message-in-a-burst");

    /** The first two runs mostly wait, so the others go on beside them, one after the other. */
    @BeforeAll
    void judgeTheServerInFiveWays() throws Exception {
        var unfriendly = judge("unfriendly", "--control", "0", "--manner", "shuffled,batched,binary,late,curt");
        var edge = judge("edge", "--offer", "edge", "--session", "PT20S", "--idle", "PT6S", "--connects", "40/PT5S");
        end("everything", judge("everything", "--control", "0"));
        end("todays-documents", judge("todays-documents", Edition.DOCS_2024, "--control", "0"));
        end(
                "observation",
                judge("observation", "--offer", "plaintext", "--connects", "40/PT5S", "--demo-traffic", "80"));
        end("edge", edge);
        end("unfriendly", unfriendly);
    }

    @AfterAll
    void endWhatWasStarted() {
        started.forEach(Program::close);
    }

    private void end(String name, Program suite) throws Exception {
        runs.put(name, SuiteRun.end(suite, report(name), LONGEST));
    }

    private Program judge(String name, String... serverOptions) throws Exception {
        return judge(name, Edition.DOCS_2022, serverOptions);
    }

    private Program judge(String name, Edition edition, String... serverOptions) throws Exception {
        var options = new ArrayList<>(List.of("--zones", ZONES));
        options.addAll(List.of(serverOptions));
        var server = Server.start(Files.createDirectory(folder.resolve(name)), options.toArray(String[]::new));
        started.add(server.program());
        var descriptor = Files.readString(server.descriptor());
        Files.writeString(server.descriptor(), descriptor.replace(Edition.DOCS_2022.label(), edition.label()));
        var suite = SuiteRun.start(server.descriptor(), report(name), List.of(), "--zones", ZONES);
        started.add(suite);
        return suite;
    }

    private SuiteRun run(String name) {
        return Objects.requireNonNull(runs.get(name), name);
    }

    private static Path report(String name) {
        return folder.resolve(name).resolve("report");
    }

    @Test
    void aServerThatOffersEverythingIsConformant() throws Exception {
        assertThatItIsConformant("everything");
    }

    @Test
    void aServerThatOffersEdgeTrafficAndShortLimitsIsConformant() throws Exception {
        assertThatItIsConformant("edge");
    }

    @Test
    void aServerThatIsOnlyObservedIsConformant() throws Exception {
        assertThatItIsConformant("observation");
    }

    @Test
    void aServerIsConformantByTodaysDocumentsToo() throws Exception {
        assertThatItIsConformant("todays-documents");

        assertThat(run("todays-documents").report().suite().edition()).isEqualTo("docs-2024");
        assertThat(run("todays-documents").verdicts().keySet())
                .isNotEqualTo(run("everything").verdicts().keySet());
    }

    @Test
    void aServerThatDoesAllThatIsPermittedIsConformant() throws Exception {
        assertThatItIsConformant("unfriendly");

        assertThat(run("unfriendly").verdicts()).hasSameSizeAs(run("everything").verdicts());
        assertThat(run("unfriendly").with(Verdict.WARN))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactlyInAnyOrderElementsOf(UNFRIENDLY);
    }

    @Test
    void theOffersAreThoseOfTheDescriptor() throws Exception {
        assertThat(run("everything").report().target().offers())
                .contains("inject", "edge", "clock", "reset", "plaintext", "two-zones");
        assertThat(run("edge").report().target().offers()).contains("edge").doesNotContain("inject", "clock", "reset");
        assertThat(run("observation").report().target().offers()).doesNotContain("inject", "edge", "clock", "reset");
    }

    @Test
    void theThreeReportsSayTheSameOfEveryCheckThatAllCouldJudge() throws Exception {
        var everything = run("everything").verdicts();
        var edge = run("edge").verdicts();
        var observation = run("observation").verdicts();
        var common = new TreeSet<>(everything.keySet());
        common.retainAll(edge.keySet());
        common.retainAll(observation.keySet());

        assertThat(common).hasSizeGreaterThanOrEqualTo(JUDGED_BY_ALL);
        assertThat(only(common, edge)).isEqualTo(only(common, everything));
        assertThat(only(common, observation)).isEqualTo(only(common, everything));
    }

    private static Map<String, Verdict> only(Set<String> ids, Map<String, Verdict> verdicts) {
        var kept = new TreeMap<>(verdicts);
        kept.keySet().retainAll(ids);
        return kept;
    }

    private void assertThatItIsConformant(String name) throws Exception {
        var run = run(name);
        assertThat(run.err()).isEmpty();
        run.isComplete().isSound();
        assertThat(run.with(Verdict.FAIL, Verdict.INCONCLUSIVE)).isEmpty();
        assertThat(run.exit()).as(run.said()).isZero();
    }
}
