package org.instantlogs.suite.matrix;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What no trial target shows, each with the reason: the rules that no fault breaks, in {@code unproven.yaml}, and the places where the
 * suite words a violation that none leads to, in {@code unworded.yaml}.
 */
final class Unproven {
    private Unproven() {}

    static Map<String, String> reasons() throws IOException {
        return reasons("unproven.yaml");
    }

    static Map<String, String> reasonsOfPlaces() throws IOException {
        return reasons("unworded.yaml");
    }

    private static Map<String, String> reasons(String name) throws IOException {
        try (var file = Objects.requireNonNull(Unproven.class.getResourceAsStream(name), name)) {
            var reasons = new YAMLMapper().readValue(file, new TypeReference<TreeMap<String, String>>() {});
            return reasons == null ? Map.of() : reasons;
        }
    }
}
