package org.instantlogs.reports;

import java.util.ArrayList;
import java.util.List;

/** Says how a run ended in one line: the content of {@code outcome.txt} and the last word on the console. */
public final class OutcomeText {

    private static final int NAMED = 5;

    private OutcomeText() {}

    /** Returns the line, without a newline. */
    public static String of(Report report) {
        var parts = new ArrayList<String>();
        report.trouble().ifPresent(parts::add);
        add(parts, report, Verdict.ERROR, "failed by a fault of the suite");
        add(parts, report, Verdict.FAIL, "violated a MUST");
        add(parts, report, Verdict.STALE, "no longer matched the list of known violations");
        unmatched(parts, report);
        if (report.strict()) {
            add(parts, report, Verdict.WARN, "violated a SHOULD (strict)");
        }
        add(parts, report, Verdict.INCONCLUSIVE, "came to no judgement");
        if (report.outcome() == Outcome.CONFORMANT) {
            parts.add(checks(report.judged()) + " judged");
        }
        if (!report.strict()) {
            count(parts, report, Verdict.WARN, "with a warning");
        }
        count(parts, report, Verdict.KNOWN, "violated as known");
        count(parts, report, Verdict.NOT_TESTED, "not tested");
        if (report.partial()) {
            parts.add("partial: " + report.with(Verdict.DESELECTED).size() + " deselected");
        }
        return Legible.inLine(word(report.outcome()) + ": " + String.join("; ", parts));
    }

    /** Returns the outcome in words, such as "not conformant". */
    static String word(Outcome outcome) {
        return outcome.label().replace('-', ' ');
    }

    private static void add(List<String> parts, Report report, Verdict verdict, String did) {
        var checks = report.with(verdict);
        if (!checks.isEmpty()) {
            parts.add(checks.size() + " of " + checks(executed(report)) + " " + did + ": " + names(checks));
        }
    }

    private static void unmatched(List<String> parts, Report report) {
        var entries = report.unmatched();
        if (!entries.isEmpty()) {
            parts.add(entries.size() + (entries.size() == 1 ? " entry" : " entries")
                    + " of the list of known violations " + (entries.size() == 1 ? "matches" : "match") + " no check: "
                    + named(entries.stream().map(Known.Entry::check).toList()));
        }
    }

    private static void count(List<String> parts, Report report, Verdict verdict, String what) {
        var checks = report.with(verdict).size();
        if (checks > 0) {
            parts.add(checks + " " + what);
        }
    }

    private static int executed(Report report) {
        return report.judged()
                + report.with(Verdict.INCONCLUSIVE).size()
                + report.with(Verdict.ERROR).size();
    }

    private static String checks(int count) {
        return count == 1 ? "1 check" : count + " checks";
    }

    private static String names(List<CheckResult> checks) {
        return named(checks.stream().map(CheckResult::id).toList());
    }

    private static String named(List<String> all) {
        var named = all.stream().limit(NAMED).toList();
        var more = all.size() - named.size();
        return String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }
}
