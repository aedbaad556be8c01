package org.instantlogs.reports.html;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code fault-matrix.html}: which deliberately wrong servers the suite found, by which rules. Drawn from {@code fault-matrix.json}
 * alone.
 */
public final class MatrixPage {

    private MatrixPage() {}

    /**
     * Writes the page beside the data it is drawn from.
     *
     * @param data the file {@code fault-matrix.json}
     * @return the page's file
     * @throws IOException where the data cannot be read, are no JSON, or the page cannot be written
     */
    public static Path write(Path data) throws IOException {
        var json = Files.readString(data);
        try (var parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                // to its end: what is no JSON is refused here, not by somebody's browser
            }
        }
        var name = String.valueOf(data.getFileName()).replaceFirst("[.]json$", "") + ".html";
        return Files.writeString(
                data.resolveSibling(name), Page.of("Fault matrix · Instant Logs conformance", "matrix", json));
    }
}
