package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What disturbs the machine or the connections of a run changes how long it takes, and no verdict. Once in the build; with
 * {@code -Pnightly} twenty times, with 1, 4 and 8 zones in turn and all checks over every wire.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SteadinessIT {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int ROUNDS = Integer.getInteger("steadiness.rounds", 1);
    private static final List<String> ZONES = ROUNDS == 1 ? List.of("8") : List.of("1", "4", "8");
    /** Where the form of what comes over a socket matters most: for the build, whose time is short. */
    private static final List<String> SOCKETS =
            List.of("--only", "STREAM", "--only", "HTTP", "--only", "NDJSON", "--only", "AUTH");

    @TempDir
    private static Path folder;

    private SuiteRun undisturbed;
    private int runs;

    @BeforeAll
    void runUndisturbed() throws Exception {
        undisturbed = run(List.of(), List.of("--zones", "8"));
        assertThat(verdicts(undisturbed)).hasSizeGreaterThan(1_000);
    }

    /** Nor anything else that is reported. */
    @Test
    void aBusyMachineChangesNoVerdict() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var neighbours = new Neighbours();
            try (neighbours) {
                var disturbed = changesNothing(List.of(), zones(round));
                assertThat(disturbed.withoutTimes()).isEqualTo(undisturbed.withoutTimes());
            }
            assertThat(neighbours.counted()).isPositive();
        }
    }

    @Test
    void aSlowConnectionChangesNoVerdict() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            over(SlowWire.Manner.LATE, zones(round));
        }
    }

    @Test
    void aConnectionThatCarriesByteByByteChangesNoVerdict() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var options = zones(round);
            if (ROUNDS == 1) {
                options.addAll(SOCKETS);
            }
            over(SlowWire.Manner.BYTE_BY_BYTE, options);
        }
    }

    private static List<String> zones(int round) {
        return new ArrayList<>(List.of("--zones", ZONES.get(round % ZONES.size())));
    }

    private void over(SlowWire.Manner manner, List<String> options) throws Exception {
        try (var wire = new SlowWire(manner)) {
            changesNothing(wire.jvm(), options);
            assertThat(wire.connections()).isGreaterThan(100);
        }
    }

    private SuiteRun changesNothing(List<String> jvm, List<String> options) throws Exception {
        var run = run(jvm, options);
        var disturbed = verdicts(run);
        var expected = new TreeMap<>(verdicts(undisturbed));
        expected.keySet().retainAll(disturbed.keySet());

        assertThat(disturbed)
                .as("%s", run.with(Verdict.INCONCLUSIVE, Verdict.FAIL, Verdict.ERROR))
                .isEqualTo(expected);
        return run;
    }

    private SuiteRun run(List<String> jvm, List<String> options) throws Exception {
        var report = folder.resolve("run-" + ++runs);
        var arguments = new ArrayList<>(List.of("run", "--out", report.toString()));
        arguments.addAll(options);
        var machine = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
        machine.addAll(jvm);
        try (var suite = Program.start("suite.jar", folder, machine, arguments)) {
            return SuiteRun.end(suite, report, LONGEST).isComplete().isSound();
        }
    }

    /** Of the checks that were asked for. */
    private static Map<String, Verdict> verdicts(SuiteRun run) throws IOException {
        var verdicts = new TreeMap<String, Verdict>();
        run.report().checks().stream()
                .filter(check -> check.verdict() != Verdict.DESELECTED)
                .forEach(check -> verdicts.put(check.id(), check.verdict()));
        return verdicts;
    }
}
