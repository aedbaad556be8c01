package org.instantlogs.suite.run;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Level;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Share;
import org.instantlogs.reports.Statistic;
import org.instantlogs.reports.Verdict;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Judgement.Finding;

/** Makes a verdict of what a case has found out: run-and-report.md, "Verdict of a check". */
final class Verdicts {
    private Verdicts() {}

    /**
     * The verdict, with what it rests on.
     *
     * @throws IllegalStateException if the case has broken the rules for cases: judged an open rule, or found out nothing
     *     about one
     */
    static CheckResult of(Level level, Judgement judgement, CheckResult.Builder result, UnaryOperator<String> redact) {
        result.details(judgement.details().stream().map(redact).toList());
        result.statistics(judgement.designs().stream()
                .map(test -> new Statistic(test.claim(), test.falseAlarm(), test.detects(), test.power()))
                .toList());
        result.shares(judgement.shares().stream()
                .map(one -> new Share(one.of(), one.n(), one.expected(), one.low(), one.high(), one.observed()))
                .toList());
        if (!judgement.violations().isEmpty()) {
            if (level == Level.OPEN) {
                throw new IllegalStateException("a case of an open rule has called something a violation: "
                        + judgement.violations().get(0));
            }
            return told(judgement.violations(), result, redact)
                    .build(level == Level.MUST ? Verdict.FAIL : Verdict.WARN);
        }
        if (!judgement.toleratedDeviations().isEmpty()) {
            return told(judgement.toleratedDeviations(), result, redact).build(Verdict.WARN);
        }
        if (level == Level.OPEN) {
            return result.observed(judgement
                            .observation()
                            .map(redact)
                            .orElseThrow(
                                    () -> new IllegalStateException("a case of an open rule has observed nothing")))
                    .build(Verdict.NOTE);
        }
        judgement.observation().map(redact).ifPresent(result::observed);
        return result.build(Verdict.PASS);
    }

    private static CheckResult.Builder told(
            List<Finding> findings, CheckResult.Builder result, UnaryOperator<String> redact) {
        return result.expected(redact.apply(joined(
                        findings.stream().map(Finding::expected).distinct().toList())))
                .actual(redact.apply(
                        joined(findings.stream().map(Finding::actual).toList())));
    }

    private static String joined(List<String> texts) {
        return texts.stream().collect(Collectors.joining("; "));
    }
}
