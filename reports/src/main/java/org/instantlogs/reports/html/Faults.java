package org.instantlogs.reports.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fault matrix, {@code fault-matrix.json}, as the catalogue of a report shows it: by which mistakes each rule is proved. */
public final class Faults {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Faults() {}

    /**
     * Returns, for each rule that is proved, the faults that its checks have found, each with what it does wrong.
     *
     * @throws IOException where the file cannot be read or is no fault matrix; the message names it, in one line
     */
    public static Map<String, List<String>> read(Path file) throws IOException {
        JsonNode matrix;
        try {
            matrix = MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IOException("`" + file + "` is no fault matrix: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IOException("`" + file + "` cannot be read; give a fault-matrix.json", e);
        }
        if (!matrix.path("rules").isObject() || !matrix.path("faults").isArray()) {
            throw new IOException("`" + file + "` is no fault matrix: it has no `rules` and `faults`");
        }
        return byRule(matrix.path("rules"), whatTheyDo(matrix.path("faults")));
    }

    private static Map<String, String> whatTheyDo(JsonNode faults) {
        var says = new HashMap<String, String>();
        faults.forEach(fault ->
                says.put(fault.path("name").asText(), fault.path("says").asText()));
        return says;
    }

    private static Map<String, List<String>> byRule(JsonNode rules, Map<String, String> says) {
        var byRule = new HashMap<String, List<String>>();
        rules.properties().forEach(rule -> {
            var lines = new ArrayList<String>();
            rule.getValue()
                    .forEach(name -> lines.add(
                            name.asText() + ": " + says.getOrDefault(name.asText(), "what it does is not said")));
            byRule.put(rule.getKey(), List.copyOf(lines));
        });
        return Map.copyOf(byRule);
    }
}
