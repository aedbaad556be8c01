package org.instantlogs.reports.diff;

import java.util.Optional;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Fingerprint;
import org.instantlogs.reports.Known;
import org.instantlogs.reports.Verdict;

/**
 * What one or several reports say of a check. Two reports say the same where verdict and behaviour are the same, be the words
 * a little different; the words here are those of the first.
 *
 * @param verdict as reported
 * @param behaviour the same text for the same behaviour; empty where the check was not judged
 * @param text what to show: what came, what was observed, or why there is no judgement; may be empty
 * @param expected of a violation
 * @param known why it is listed as known
 */
public record Value(
        Verdict verdict, Optional<String> behaviour, String text, Optional<String> expected, Optional<String> known) {

    private static final int LONGEST_TOLD = 120;

    static Value of(CheckResult check) {
        return new Value(
                check.verdict(),
                behaviour(check),
                text(check),
                Fingerprint.of(check).flatMap(how -> check.expected()),
                check.known().map(Known::entry).map(Known.Entry::told));
    }

    private static Optional<String> behaviour(CheckResult check) {
        return switch (check.unlisted()) {
            case PASS -> Optional.of("pass");
            case NOTE -> Optional.of("note " + check.observed().orElse(""));
            case FAIL, WARN ->
                Optional.of(
                        check.unlisted().label() + " " + Fingerprint.of(check).orElse(""));
            default -> Optional.empty();
        };
    }

    private static String text(CheckResult check) {
        return switch (check.unlisted()) {
            case PASS -> "";
            case NOTE -> check.observed().orElse("");
            case FAIL, WARN ->
                check.actual().or(() -> check.details().stream().findFirst()).orElse("");
            default -> check.reason().orElse("");
        };
    }

    /** Returns it in one line. */
    String told() {
        var shown = text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
        return verdict.label() + (shown.isEmpty() ? "" : " " + shown);
    }

    /** Says whether the two are to be shown as one. */
    boolean isLike(Value other) {
        return verdict == other.verdict
                && behaviour.equals(other.behaviour)
                && known.equals(other.known)
                && (behaviour.isPresent() || text.equals(other.text));
    }

    /** Returns how bad the behaviour is: 0 right or permitted, 1 a SHOULD is violated, 2 a MUST is. */
    int severity() {
        var how = behaviour.orElse("");
        if (how.startsWith("fail ")) {
            return 2;
        }
        return how.startsWith("warn ") ? 1 : 0;
    }

    /** Says whether both are violations in the same way, be it of a MUST here and of a SHOULD there. */
    boolean deviatesLike(Value other) {
        return severity() > 0 && other.severity() > 0 && how().equals(other.how());
    }

    private String how() {
        var how = behaviour.orElse("");
        return how.substring(how.indexOf(' ') + 1);
    }
}
