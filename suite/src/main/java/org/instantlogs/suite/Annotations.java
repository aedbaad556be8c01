package org.instantlogs.suite;

import org.instantlogs.reports.GitHubAnnotations;
import org.instantlogs.reports.Report;
import picocli.CommandLine.Option;

/** Whether what is wrong is printed as GitHub's workflow commands as well. */
final class Annotations {
    @Option(
            names = "--annotations",
            description =
                    "Print what is wrong as GitHub's annotations too; done anyway where GITHUB_ACTIONS is `true`.")
    private boolean wanted;

    /** The commands, each in a line of its own; none where they are not wanted or all is right. */
    String text(Report report) {
        return wanted || "true".equals(System.getenv("GITHUB_ACTIONS")) ? GitHubAnnotations.text(report) : "";
    }
}
