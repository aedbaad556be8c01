package org.instantlogs.reports.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.instantlogs.reports.Report;

/**
 * {@code report.html}: what a run found, for a person. One file that needs no network, with the exchanges inside as far as
 * there is room.
 */
public final class ReportPage {

    /** The file's name in the report's folder. */
    public static final String NAME = "report.html";

    private ReportPage() {}

    /**
     * Writes the page into the report's folder, where it finds the recorded exchanges.
     *
     * @return the file
     * @throws IOException where it cannot be written; the message names the file
     */
    public static Path write(Report report, Path folder) throws IOException {
        return write(report, folder, Map.of());
    }

    /**
     * Writes the page likewise, and says in its catalogue by which faults each rule is proved.
     *
     * @param faults by rule, each in a line; see {@link Faults}
     */
    public static Path write(Report report, Path folder, Map<String, List<String>> faults) throws IOException {
        var file = folder.resolve(NAME);
        try {
            return Files.writeString(file, text(report, folder, faults));
        } catch (IOException e) {
            throw new IOException("`" + file + "` cannot be written; give a folder that can be", e);
        }
    }

    private static String text(Report report, Path folder, Map<String, List<String>> faults) {
        return Page.of(
                report.target().name() + " · Instant Logs conformance",
                "report",
                ReportData.text(
                        report,
                        Exchanges.of(report, folder),
                        ShellLines.of(Exchanges.inOrder(report), folder),
                        faults));
    }
}
