package org.instantlogs.suite.matrix;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The rules that no fault breaks, each with the reason, as {@code unproven.yaml} lists them. */
final class Unproven {
    private Unproven() {}

    static Map<String, String> reasons() throws IOException {
        try (var file = Objects.requireNonNull(Unproven.class.getResourceAsStream("unproven.yaml"), "unproven.yaml")) {
            var reasons = new YAMLMapper().readValue(file, new TypeReference<TreeMap<String, String>>() {});
            return reasons == null ? Map.of() : reasons;
        }
    }
}
