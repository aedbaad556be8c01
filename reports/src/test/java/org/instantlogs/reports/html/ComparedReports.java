package org.instantlogs.reports.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.Samples;
import org.instantlogs.reports.diff.Comparison;
import org.instantlogs.reports.diff.Reports;

/** Folders as runs leave them, and the page that compares them. */
final class ComparedReports {
    private ComparedReports() {}

    /** Writes a report in which each check has an exchange of its own; returns its folder. */
    static Path written(Path root, String target, CheckResult... checks) throws IOException {
        var folder = ReportFolder.open(root.resolve(target.replaceAll("[^a-z0-9]", "")), "1");
        var kept = new CheckResult[checks.length];
        for (var i = 0; i < checks.length; i++) {
            kept[i] = checks[i].withExchange(folder.write(checks[i].id(), exchange(target)));
        }
        folder.write(Reports.report(target, "docs-2022", List.of(), kept));
        return folder.path();
    }

    /** Writes a report without exchanges. */
    static Path bare(Path root, String target, Stream<CheckResult> checks) throws IOException {
        var folder = ReportFolder.open(root.resolve(target), "1");
        folder.write(Reports.report(target, "docs-2022", List.of(), checks.toArray(CheckResult[]::new)));
        return folder.path();
    }

    static Path page(Path root, Path... folders) throws IOException {
        var made = Files.createDirectories(root.resolve("comparison"));
        return Files.writeString(made.resolve("comparison.html"), text(made, folders));
    }

    static String text(Path folder, Path... folders) throws IOException {
        return ComparisonPage.text(Comparison.read(List.of(folders)), folder);
    }

    private static Exchange exchange(String target) {
        return new Exchange(
                List.of(new Exchange.HttpEntry(
                        Samples.STARTED,
                        Duration.ofMillis(3),
                        "list",
                        "GET",
                        "http://127.0.0.1/" + target.replaceAll("[^a-z0-9]", ""),
                        List.of(),
                        "",
                        200,
                        List.of(),
                        "{}",
                        Optional.empty())),
                List.of());
    }
}
