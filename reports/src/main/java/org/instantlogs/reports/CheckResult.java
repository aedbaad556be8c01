package org.instantlogs.reports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one check.
 *
 * @param id such as {@code IL-FILTER-03.greater-by-number[field=EdgeResponseStatus,value=404]}; starts with the requirement
 * @param requirement id of the rule, such as {@code IL-FILTER-03}
 * @param area of the rule, such as {@code FILTER}
 * @param level MUST, SHOULD or OPEN
 * @param expected what a conformant target does
 * @param actual what this one did
 * @param observed what the target does where the sources leave it open; there for a note
 * @param reason why there is no judgement, there for not-tested and inconclusive; for a violation the headline, if any
 * @param details all mismatches, each a line
 * @param says the rule's text
 * @param source the rule's source clause
 * @param exchange path of the recorded exchange, relative to the report's folder, with slashes
 * @param replay the command that does again what this check did, or that runs it alone
 * @param stackTrace of the suite's own fault; only for an error
 * @param statistics the statistical tests that it made, whatever came of them
 * @param shares what they have measured of it, as far as it is a share; differs from run to run
 * @param known what the list of known deviations says of it; there for known and stale
 */
public record CheckResult(
        String id,
        String requirement,
        String area,
        String level,
        Verdict verdict,
        Duration duration,
        Optional<String> expected,
        Optional<String> actual,
        Optional<String> observed,
        Optional<String> reason,
        List<String> details,
        String says,
        String source,
        Optional<String> exchange,
        Optional<String> replay,
        Optional<String> stackTrace,
        List<Statistic> statistics,
        List<Share> shares,
        Optional<Known> known) {

    static final List<String> LEVELS = List.of("MUST", "SHOULD", "OPEN");

    private static final Set<Verdict> NEED_A_REASON = Set.of(Verdict.NOT_TESTED, Verdict.INCONCLUSIVE);

    public CheckResult {
        Required.text("requirement", requirement);
        Required.text("area", area);
        Required.notNegative("durationMs", duration);
        details = List.copyOf(details);
        statistics = List.copyOf(statistics);
        shares = List.copyOf(shares);
        if (!id.equals(requirement) && !id.startsWith(requirement + ".")) {
            throw new IllegalArgumentException("id `" + id + "` does not belong to requirement `" + requirement
                    + "`; it is that, or that followed by a dot and a word");
        }
        if (!LEVELS.contains(level)) {
            throw new IllegalArgumentException("level of " + id + " is `" + level + "`; it is MUST, SHOULD or OPEN");
        }
        if (NEED_A_REASON.contains(verdict) && reason.isEmpty()) {
            throw new IllegalArgumentException(id + " is " + verdict.label() + "; give the reason");
        }
        if (verdict == Verdict.NOTE && observed.isEmpty()) {
            throw new IllegalArgumentException(id + " is a note; give what was observed");
        }
        if ((verdict == Verdict.KNOWN || verdict == Verdict.STALE) != known.isPresent()) {
            throw new IllegalArgumentException(id + " is " + verdict.label()
                    + "; what the list of known deviations says is given for known and stale, and for no other");
        }
        if (exchange.filter(CheckResult::leavesTheFolder).isPresent()) {
            throw new IllegalArgumentException(
                    "exchange of " + id + " is not a path below the report's folder: `" + exchange.get() + "`");
        }
    }

    private static boolean leavesTheFolder(String path) {
        return path.isBlank()
                || path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || List.of(path.split("/", -1)).contains("..");
    }

    /** Starts a result with nothing but what is known before the run. */
    public static Builder of(String id, String requirement, String area, String level, String says, String source) {
        return new Builder(id, requirement, area, level, says, source);
    }

    /** Returns the same result with the path of its recorded exchange. */
    public CheckResult withExchange(String path) {
        return changed(verdict, Optional.of(path), replay, known);
    }

    /** Returns the same result with the command that does again what was done. */
    public CheckResult withReplay(String command) {
        return changed(verdict, exchange, Optional.of(command), known);
    }

    /**
     * Returns the same result as the list of known deviations has it.
     *
     * @param listed {@link Verdict#KNOWN} or {@link Verdict#STALE}
     */
    public CheckResult listed(Verdict listed, Known entry) {
        return changed(listed, exchange, replay, Optional.of(entry));
    }

    /** Returns the verdict that the check would have without a list of known deviations. */
    public Verdict unlisted() {
        return known.map(Known::unlisted).orElse(verdict);
    }

    private CheckResult changed(
            Verdict newVerdict, Optional<String> newExchange, Optional<String> newReplay, Optional<Known> newKnown) {
        return new CheckResult(
                id,
                requirement,
                area,
                level,
                newVerdict,
                duration,
                expected,
                actual,
                observed,
                reason,
                details,
                says,
                source,
                newExchange,
                newReplay,
                stackTrace,
                statistics,
                shares,
                newKnown);
    }

    /** Puts a result together; what is not given is left out. */
    public static final class Builder {

        private final String id;
        private final String requirement;
        private final String area;
        private final String level;
        private final String says;
        private final String source;
        private Duration duration = Duration.ZERO;
        private Optional<String> expected = Optional.empty();
        private Optional<String> actual = Optional.empty();
        private Optional<String> observed = Optional.empty();
        private Optional<String> reason = Optional.empty();
        private List<String> details = List.of();
        private Optional<String> exchange = Optional.empty();
        private Optional<String> replay = Optional.empty();
        private Optional<String> stackTrace = Optional.empty();
        private List<Statistic> statistics = List.of();
        private List<Share> shares = List.of();
        private Optional<Known> known = Optional.empty();

        private Builder(String id, String requirement, String area, String level, String says, String source) {
            this.id = id;
            this.requirement = requirement;
            this.area = area;
            this.level = level;
            this.says = says;
            this.source = source;
        }

        public Builder duration(Duration value) {
            duration = value;
            return this;
        }

        public Builder expected(String value) {
            expected = Optional.of(value);
            return this;
        }

        public Builder actual(String value) {
            actual = Optional.of(value);
            return this;
        }

        public Builder observed(String value) {
            observed = Optional.of(value);
            return this;
        }

        public Builder reason(String value) {
            reason = Optional.of(value);
            return this;
        }

        public Builder details(List<String> value) {
            details = List.copyOf(value);
            return this;
        }

        public Builder exchange(String path) {
            exchange = Optional.of(path);
            return this;
        }

        public Builder replay(String command) {
            replay = Optional.of(command);
            return this;
        }

        public Builder stackTrace(String value) {
            stackTrace = Optional.of(value);
            return this;
        }

        public Builder statistics(List<Statistic> value) {
            statistics = List.copyOf(value);
            return this;
        }

        public Builder shares(List<Share> value) {
            shares = List.copyOf(value);
            return this;
        }

        public Builder known(Known value) {
            known = Optional.of(value);
            return this;
        }

        /**
         * Returns the result.
         *
         * @throws IllegalArgumentException where something that this verdict needs is missing
         */
        public CheckResult build(Verdict verdict) {
            return new CheckResult(
                    id,
                    requirement,
                    area,
                    level,
                    verdict,
                    duration,
                    expected,
                    actual,
                    observed,
                    reason,
                    details,
                    says,
                    source,
                    exchange,
                    replay,
                    stackTrace,
                    statistics,
                    shares,
                    known);
        }
    }
}
