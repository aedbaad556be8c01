package org.instantlogs.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.reports.CheckResult;

/**
 * What a failing check did, as lines for a shell with curl and websocat: taken from the file to replay that lies beside its exchange, as
 * far as there is room in the page.
 */
final class ShellLines {
    /** For all of a page. */
    private static final int ROOM = 1_000_000;

    /** For one check: nobody copies more by hand. */
    private static final int ROOM_OF_ONE = 20_000;

    private static final long LARGEST_FILE_BYTES = 16L << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ShellLines() {}

    /** Returns the lines by the id of their check; those that are first in the list have room first. */
    static Map<String, String> of(List<CheckResult> checks, Path folder) {
        var lines = new LinkedHashMap<String, String>();
        int room = ROOM;
        for (var check : checks) {
            var text = check.exchange()
                    .map(path -> path.replaceFirst("\\.json$", ".replay.json"))
                    .flatMap(path -> read(folder.resolve(path)));
            if (text.isPresent() && text.get().length() <= Math.min(room, ROOM_OF_ONE)) {
                room -= text.get().length();
                lines.put(check.id(), text.get());
            }
        }
        return lines;
    }

    // Where there is no such file, or none of that form, the page does without: the command says whether it can be
    // replayed.
    private static Optional<String> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE_BYTES) {
                return Optional.empty();
            }
            var lines = new ArrayList<String>();
            for (JsonNode line : MAPPER.readTree(Files.readString(file)).path("byHand")) {
                lines.add(line.asText());
            }
            return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
        } catch (IOException e) {
            return Optional.of("# the file to replay could not be read: " + e.getMessage());
        }
    }
}
