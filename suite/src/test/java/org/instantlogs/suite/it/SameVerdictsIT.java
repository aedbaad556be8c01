package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.instantlogs.reports.Statistic;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many zones are worked in at once changes how long a run takes, and nothing else. */
class SameVerdictsIT {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void oneZoneAndEightComeToTheSameVerdicts() throws Exception {
        var one = bundled("1");
        var eight = bundled("8");

        assertThat(verdicts(eight)).isEqualTo(verdicts(one));
        assertThat(eight.withoutTimes()).isEqualTo(one.withoutTimes());
        assertThat(eight.exit()).as(eight.said()).isEqualTo(one.exit()).isZero();
        assertThat(statistics(eight)).isEqualTo(statistics(one)).hasSizeGreaterThan(6);
        assertThat(one.report().falseAlarm()).isGreaterThan(0).isLessThan(1e-6);
        assertThat(one.report().speed().zones()).isEqualTo(1);
        assertThat(eight.report().speed().zones()).isEqualTo(8);
    }

    private SuiteRun bundled(String zones) throws Exception {
        var report = folder.resolve("with-" + zones);
        try (var suite = Program.start(
                "suite.jar", folder, List.of(), List.of("run", "--out", report.toString(), "--zones", zones))) {
            return SuiteRun.end(suite, report, LONGEST).isComplete().isSound();
        }
    }

    /** Of every check that makes any. */
    private static Map<String, List<Statistic>> statistics(SuiteRun run) throws Exception {
        var statistics = new TreeMap<String, List<Statistic>>();
        for (var check : run.report().checks()) {
            if (!check.statistics().isEmpty()) {
                statistics.put(check.id(), check.statistics());
            }
        }
        return statistics;
    }

    /** Of every check, judged or not. */
    private static Map<String, Verdict> verdicts(SuiteRun run) throws Exception {
        var verdicts = new TreeMap<String, Verdict>();
        run.report().checks().forEach(check -> verdicts.put(check.id(), check.verdict()));
        return verdicts;
    }
}
