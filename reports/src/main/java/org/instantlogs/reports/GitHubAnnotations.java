package org.instantlogs.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * The workflow commands by which a job on GitHub marks what is wrong: an error for each check that turns the run red or is the
 * suite's own fault, a warning for each other one that is not right.
 */
public final class GitHubAnnotations {

    /** GitHub shows ten of a kind for each step; the last says how many there are beside. */
    private static final int MOST = 10;

    private GitHubAnnotations() {}

    /** Returns the commands, each in a line of its own; empty where all is right. */
    public static String text(Report report) {
        var errors = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        report.trouble().ifPresent(trouble -> errors.add(command("error", "Instant Logs conformance", trouble)));
        for (var check : report.checks()) {
            switch (check.verdict()) {
                case FAIL, STALE, ERROR -> errors.add(command("error", check));
                case WARN ->
                    (report.strict() ? errors : warnings).add(command(report.strict() ? "error" : "warning", check));
                case INCONCLUSIVE -> warnings.add(command("warning", check));
                case PASS, NOTE, NOT_TESTED, KNOWN, DESELECTED -> {}
            }
        }
        return lines("error", errors) + lines("warning", warnings);
    }

    private static String lines(String kind, List<String> commands) {
        if (commands.size() <= MOST) {
            return String.join("", commands);
        }
        var shown = commands.subList(0, MOST - 1);
        return String.join("", shown)
                + command(
                        kind, "Instant Logs conformance", (commands.size() - shown.size()) + " more; see report.html");
    }

    private static String command(String kind, CheckResult check) {
        return command(kind, check.id(), Violation.text(check).strip());
    }

    private static String command(String kind, String title, String message) {
        return "::" + kind + " title=" + inProperty(title) + "::" + inData(message) + "\n";
    }

    private static String inData(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String inProperty(String text) {
        return inData(text).replace(":", "%3A").replace(",", "%2C");
    }
}
