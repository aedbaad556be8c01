package org.instantlogs.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run found: the source of every rendering.
 *
 * @param strict whether the violation of a SHOULD makes the target not conformant
 * @param declared how many checks were declared before the run
 * @param partial whether checks were left out by the user
 * @param trouble why the run itself is an error or without a judgement, beyond what the checks say
 * @param unmatched the entries of the list of known deviations that match no declared check: each makes the run red
 * @param checks sorted by id
 */
public record Report(
        SuiteInfo suite,
        TargetInfo target,
        Instant started,
        Duration duration,
        Outcome outcome,
        Optional<String> trouble,
        boolean partial,
        boolean strict,
        int declared,
        Speed speed,
        List<Known.Entry> unmatched,
        List<CheckResult> checks) {

    public Report {
        Required.notNegative("durationMs", duration);
        Required.notNegative("declared", declared);
        unmatched = List.copyOf(unmatched);
        checks = checks.stream().sorted(Comparator.comparing(CheckResult::id)).toList();
    }

    /**
     * Makes the report of a run and decides its outcome.
     *
     * @param strict whether the violation of a SHOULD makes the target not conformant
     * @param declared how many checks were declared before the run; an error where not each has exactly one result
     * @param checks in any order
     */
    public static Report of(
            SuiteInfo suite,
            TargetInfo target,
            Instant started,
            Duration duration,
            boolean strict,
            int declared,
            Speed speed,
            List<CheckResult> checks) {
        var decided = Accounting.decide(checks, strict, declared);
        var partial = checks.stream().anyMatch(check -> check.verdict() == Verdict.DESELECTED);
        return new Report(
                suite,
                target,
                started,
                duration,
                decided.outcome(),
                decided.trouble(),
                partial,
                strict,
                declared,
                speed,
                List.of(),
                checks);
    }

    /** Returns the same report of a run whose list of known deviations has these entries for no check of the run. */
    public Report withUnmatched(List<Known.Entry> entries) {
        var red = !entries.isEmpty() && outcome != Outcome.ERROR;
        return new Report(
                suite,
                target,
                started,
                duration,
                red ? Outcome.NOT_CONFORMANT : outcome,
                trouble,
                partial,
                strict,
                declared,
                speed,
                entries,
                checks);
    }

    /** Returns the checks with this verdict, sorted by id. */
    public List<CheckResult> with(Verdict verdict) {
        return checks.stream().filter(check -> check.verdict() == verdict).toList();
    }

    /** Returns how many checks were judged: neither left out nor without a judgement. */
    public int judged() {
        return (int) checks.stream().filter(check -> check.verdict().isJudged()).count();
    }

    /** Returns, for MUST, SHOULD and OPEN in this order, how many checks have each verdict that occurs; pass and fail always. */
    public Map<String, Map<Verdict, Integer>> counts() {
        var counts = new LinkedHashMap<String, Map<Verdict, Integer>>();
        for (var level : CheckResult.LEVELS) {
            var ofLevel = new EnumMap<Verdict, Integer>(Verdict.class);
            ofLevel.put(Verdict.PASS, 0);
            ofLevel.put(Verdict.FAIL, 0);
            checks.stream()
                    .filter(check -> check.level().equals(level))
                    .forEach(check -> ofLevel.merge(check.verdict(), 1, Integer::sum));
            counts.put(level, Collections.unmodifiableMap(ofLevel));
        }
        return Collections.unmodifiableMap(counts);
    }

    /** Returns how many checks were judged a second; 0 where the run took no time. */
    public double checksPerSecond() {
        return duration.isZero() ? 0 : judged() * 1_000_000_000.0 / duration.toNanos();
    }

    /**
     * Returns the greatest probability with which chance alone gives a conformant target a red line in such a run: that of all
     * statistical tests together, rounded up.
     */
    public double falseAlarm() {
        double sum = checks.stream()
                .flatMap(check -> check.statistics().stream())
                .mapToDouble(Statistic::falseAlarm)
                .sum();
        return BigDecimal.valueOf(sum)
                .round(new MathContext(3, RoundingMode.UP))
                .doubleValue();
    }

    /** Returns the exit code of the run: 0, 1, 3 or 4. */
    public int exitCode() {
        return outcome.exitCode();
    }
}
