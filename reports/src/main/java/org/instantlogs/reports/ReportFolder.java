package org.instantlogs.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder that a run leaves behind: {@code report.json}, {@code events.ndjson}, {@code outcome.txt}, the JUnit files,
 * {@code exchanges/}, and the pages that other packages add. What an earlier run left there under these names is gone once it is opened.
 */
public final class ReportFolder {

    private static final String REPORT = "report.json";
    private static final String EVENTS = "events.ndjson";
    private static final String OUTCOME = "outcome.txt";
    private static final String PAGE = "report.html";
    private static final String SUMMARY = "summary.md";
    private static final String BADGE = "badge.json";
    private static final String EARL = "earl.jsonld";
    private static final String WAY_OUT = "; give --out a folder that can be written";

    private final Path folder;
    private final String suiteVersion;

    private ReportFolder(Path folder, String suiteVersion) {
        this.folder = folder;
        this.suiteVersion = suiteVersion;
    }

    /**
     * Creates the folder where it is not there, and makes sure that it can be written.
     *
     * @param suiteVersion named in the exchanges
     * @throws IOException where that is not so; the message names the folder, what is wrong and the way out, in one line
     */
    public static ReportFolder open(Path folder, String suiteVersion) throws IOException {
        if (liesBelowAFile(folder)) {
            throw new IOException("the output folder `" + folder + "` is a file, or lies below one" + WAY_OUT);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("the output folder `" + folder + "` cannot be created" + WAY_OUT, e);
        }
        try {
            Files.delete(Files.createTempFile(folder, ".writable", null));
            removeEarlierRun(folder);
        } catch (IOException e) {
            throw new IOException("the output folder `" + folder + "` cannot be written" + WAY_OUT, e);
        }
        return new ReportFolder(folder, suiteVersion);
    }

    private static boolean liesBelowAFile(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .filter(nearest -> !Files.isDirectory(nearest))
                .isPresent();
    }

    // A folder is only swept where a run has been: `--out .` must not take another program's files.
    private static void removeEarlierRun(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(EVENTS)) && !Files.exists(folder.resolve(REPORT))) {
            return;
        }
        for (var name : new String[] {REPORT, EVENTS, OUTCOME, PAGE, SUMMARY, BADGE, EARL}) {
            Files.deleteIfExists(folder.resolve(name));
        }
        removeMatching(folder, "TEST-instant-logs.*.xml");
        if (Files.isDirectory(folder.resolve(HarExchange.FOLDER))) {
            removeMatching(folder.resolve(HarExchange.FOLDER), "*.json");
        }
    }

    private static void removeMatching(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    /** Returns the folder itself. */
    public Path path() {
        return folder;
    }

    /** Returns where {@code report.json} is, or will be. */
    public Path reportFile() {
        return folder.resolve(REPORT);
    }

    /**
     * Opens {@code events.ndjson}, empty.
     *
     * @param clock gives each event its time
     */
    public EventsNdjson events(InstantSource clock) throws IOException {
        return new EventsNdjson(Files.newBufferedWriter(folder.resolve(EVENTS), StandardCharsets.UTF_8), clock);
    }

    /**
     * Writes a check's exchange; any thread may.
     *
     * @return its path for the check's result
     */
    public String write(String checkId, Exchange exchange) throws IOException {
        var path = HarExchange.path(checkId);
        Files.createDirectories(folder.resolve(HarExchange.FOLDER));
        write(path, HarExchange.text(checkId, exchange, suiteVersion));
        return path;
    }

    /**
     * Writes the file by which a check can be seen again, beside its exchange; any thread may.
     *
     * @param text of the file
     * @return its path as the reader would type it
     */
    public String writeReplay(String checkId, String text) throws IOException {
        var path = HarExchange.path(checkId).replaceFirst("\\.json$", ".replay.json");
        Files.createDirectories(folder.resolve(HarExchange.FOLDER));
        write(path, text);
        return folder.resolve(path).toString();
    }

    /** Writes {@code report.json} and everything that this package renders from it. */
    public void write(Report report) throws IOException {
        render(report, folder);
        write(REPORT, ReportJson.text(report));
    }

    /** Writes into the folder of a report, again where it was there, everything that this package renders from it. */
    public static void render(Report report, Path folder) throws IOException {
        for (var file : JUnitXml.files(report).entrySet()) {
            write(folder, file.getKey(), file.getValue());
        }
        write(folder, OUTCOME, OutcomeText.of(report) + "\n");
        write(folder, SUMMARY, SummaryMarkdown.text(report));
        write(folder, EARL, EarlJsonLd.text(report));
        var badge = BadgeJson.text(report);
        if (badge.isPresent()) {
            write(folder, BADGE, badge.get());
        } else {
            Files.deleteIfExists(folder.resolve(BADGE));
        }
    }

    private void write(String name, String text) throws IOException {
        write(folder, name, text);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new IOException("`" + folder.resolve(name) + "` cannot be written" + WAY_OUT, e);
        }
    }
}
