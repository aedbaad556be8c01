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
import org.jspecify.annotations.Nullable;
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

    private static final int NOT_STRICTLY_CONFORMANT = 1;

    /** Many, for most of two of the runs is waiting. */
    private static final String ZONES = "16";

    @TempDir
    private static Path folder;

    private final List<Program> started = new ArrayList<>();
    private final Map<String, SuiteRun> runs = new TreeMap<>();
    private @Nullable Traces traces;

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
        var unfriendly = judgeAndKeepAll("unfriendly", "--manner", "shuffled,batched,binary,late,curt");
        var edge = judge("edge", "--offer", "edge", "--session", "PT20S", "--idle", "PT6S", "--connects", "40/PT5S");
        end("everything", judge("everything", "--control", "0"));
        end("todays-documents", judge("todays-documents", Edition.DOCS_2024, "--control", "0"));
        end(
                "observation",
                judge("observation", "--offer", "plaintext", "--connects", "40/PT5S", "--demo-traffic", "80"));
        end("edge", edge);
        end("unfriendly", unfriendly);
        traces = Traces.of(run("unfriendly"), descriptor("unfriendly"));
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
        var descriptor = serve(name, List.of(serverOptions));
        Files.writeString(descriptor, Files.readString(descriptor).replace(Edition.DOCS_2022.label(), edition.label()));
        return start(name, descriptor);
    }

    /** Its warnings leave files to replay, and with {@code --strict} they are something to list as known. */
    private Program judgeAndKeepAll(String name, String... serverOptions) throws Exception {
        var options = new ArrayList<>(List.of("--control", "0"));
        options.addAll(Traces.accounts());
        options.addAll(List.of(serverOptions));
        return start(name, serve(name, options), "--trace", "all", "--strict");
    }

    private Path serve(String name, List<String> serverOptions) throws Exception {
        var options = new ArrayList<>(List.of("--zones", ZONES));
        options.addAll(serverOptions);
        var server = Server.start(Files.createDirectory(folder.resolve(name)), options.toArray(String[]::new));
        started.add(server.program());
        assertThat(server.descriptor()).isEqualTo(descriptor(name));
        return server.descriptor();
    }

    private Program start(String name, Path descriptor, String... options) throws Exception {
        var all = new ArrayList<>(List.of("--zones", ZONES));
        all.addAll(List.of(options));
        var suite = SuiteRun.start(descriptor, report(name), List.of(), all.toArray(String[]::new));
        started.add(suite);
        return suite;
    }

    private SuiteRun run(String name) {
        return Objects.requireNonNull(runs.get(name), name);
    }

    private Traces traces() {
        return Objects.requireNonNull(traces, "a run that has ended");
    }

    private static Path descriptor(String name) {
        return folder.resolve(name).resolve("target.yaml");
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
    void aServerThatDoesAllThatIsPermittedGetsWarningsAtMost() throws Exception {
        assertThatNothingIsViolatedOrLeftOpen("unfriendly");

        assertThat(run("unfriendly").exit()).as(run("unfriendly").said()).isEqualTo(NOT_STRICTLY_CONFORMANT);
        assertThat(run("unfriendly").verdicts()).hasSameSizeAs(run("everything").verdicts());
        assertThat(run("unfriendly").with(Verdict.WARN))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactlyInAnyOrderElementsOf(UNFRIENDLY);
    }

    /** Of the run that keeps everything. */
    @Test
    void noCredentialAndNoSessionAddressIsInAnyOutput() throws Exception {
        assertThat(Files.readString(descriptor("unfriendly"))).contains(Traces.SECRETS);

        assertThat(traces().leaks()).isEmpty();
        assertThat(traces().outputs())
                .extracting(Traces.Output::name)
                .contains("report.json", "report.html", "events.ndjson", "outcome.txt", "known.yaml", "stdout")
                .contains("comparison/comparison.html", "comparison/comparison.md", "comparison/comparison.json")
                .contains("stdout of known", "stdout of diff", "stdout of report", "stdout of replay")
                .anyMatch(name -> name.endsWith(".replay.json"))
                .anyMatch(name -> name.startsWith("TEST-"));
    }

    /** Else there would have been nothing to find. */
    @Test
    void theExchangesShowWhereASecretWas() throws Exception {
        var exchanges = traces().outputs().stream()
                .filter(output -> output.name().startsWith("exchanges"))
                .map(Traces.Output::text)
                .toList();

        assertThat(exchanges).isNotEmpty();
        assertThat(String.join("", exchanges)).contains("[redacted]").contains("/sessions/");
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
        assertThatNothingIsViolatedOrLeftOpen(name);
        assertThat(run(name).exit()).as(run(name).said()).isZero();
    }

    private void assertThatNothingIsViolatedOrLeftOpen(String name) throws Exception {
        var run = run(name);
        assertThat(run.err()).isEmpty();
        run.isComplete().isSound();
        assertThat(run.with(Verdict.FAIL, Verdict.INCONCLUSIVE)).isEmpty();
    }
}
