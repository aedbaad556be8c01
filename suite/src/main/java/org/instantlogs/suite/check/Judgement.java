package org.instantlogs.suite.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.instantlogs.suite.statistics.Design;
import org.instantlogs.suite.statistics.MeasuredShare;

/**
 * What a case finds out about its one check. A case states all it sees; the runner makes the verdict of it: any violation
 * is a fail (a warn where the rule is a SHOULD), else any tolerated deviation is a warn, else an observation is a note,
 * else the check passes.
 *
 * <p>Thread-safe. A case that finds no more to ask throws {@link Unjudged} by way of {@link #inconclusive} or {@link #notTested}.
 */
public final class Judgement {
    private final List<Finding> violations = new ArrayList<>();
    private final List<Finding> tolerated = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<Design> designs = new ArrayList<>();
    private final List<MeasuredShare> shares = new ArrayList<>();
    private final Consumer<Finding> listener;
    private Optional<String> observed = Optional.empty();

    /** What was expected, and what came instead. */
    public record Finding(String expected, String actual) {}

    /** Nobody wants to hear of what is found before it is all there. */
    public Judgement() {
        this(finding -> {});
    }

    /** @param listener hears of each violation and each tolerated deviation as it is stated, on the thread that states it */
    public Judgement(Consumer<Finding> listener) {
        this.listener = listener;
    }

    /** States what must hold; where it doesn't, the check is violated. Both texts are whole phrases on one line. */
    public void expect(boolean holds, String expected, String actual) {
        if (!holds) {
            violated(expected, actual);
        }
    }

    /** The target breaks the rule. */
    public synchronized void violated(String expected, String actual) {
        violations.add(heard(new Finding(expected, actual)));
    }

    /** The target does what the catalogue's {@code accept} lets pass with a warning. */
    public synchronized void tolerated(String expected, String actual) {
        tolerated.add(heard(new Finding(expected, actual)));
    }

    private Finding heard(Finding finding) {
        listener.accept(finding);
        return finding;
    }

    /** What the target does where the sources leave it open: a short value that can be compared between targets. */
    public synchronized void observed(String value) {
        observed = Optional.of(value);
    }

    /** A line that helps to understand a violation: {@code filter    EdgeResponseStatus eq 500}. */
    public synchronized void detail(String key, String value) {
        details.add(key + "  " + value);
    }

    /** The case makes a statistical test, which can be wrong about this much. */
    public synchronized void tests(Design design) {
        designs.add(design);
    }

    /** What a test of a share was given to judge: shown beside its bounds. Whether it agrees is said by {@link #expect}. */
    public synchronized void measured(MeasuredShare share) {
        shares.add(share);
    }

    /** The check can't be brought to a judgement; why. To be thrown. */
    public Unjudged inconclusive(String reason) {
        return new Unjudged(Unjudged.Kind.INCONCLUSIVE, reason);
    }

    /** The target does not offer what the check turns out to need; the property that would enable it. To be thrown. */
    public Unjudged notTested(String property) {
        return new Unjudged(Unjudged.Kind.NOT_TESTED, "needs " + property);
    }

    /** All that the case can find out is stated already: it need not go on. To be thrown. */
    public Decided decided() {
        return new Decided();
    }

    public synchronized List<Finding> violations() {
        return List.copyOf(violations);
    }

    public synchronized List<Finding> toleratedDeviations() {
        return List.copyOf(tolerated);
    }

    public synchronized List<String> details() {
        return List.copyOf(details);
    }

    /** The statistical tests that the case has made, in their order. */
    public synchronized List<Design> designs() {
        return List.copyOf(designs);
    }

    /** What its tests of shares have measured, in their order. */
    public synchronized List<MeasuredShare> shares() {
        return List.copyOf(shares);
    }

    public synchronized Optional<String> observation() {
        return observed;
    }

    /** Ends a case whose judgement is complete. */
    public static final class Decided extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Decided() {
            super("decided", null, false, false);
        }
    }

    /** Ends a case without a judgement. */
    public static final class Unjudged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Why there is none. */
        public enum Kind {
            INCONCLUSIVE,
            NOT_TESTED
        }

        private final Kind kind;

        Unjudged(Kind kind, String reason) {
            super(reason, null, false, false);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /** One line for the report. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
