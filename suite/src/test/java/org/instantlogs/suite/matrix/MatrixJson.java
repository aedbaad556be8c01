package org.instantlogs.suite.matrix;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The matrix as data: {@code fault-matrix.json}. */
final class MatrixJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MatrixJson() {}

    static void write(Matrix matrix, Map<String, String> unproven, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writeValue(file.toFile(), tree(matrix, unproven));
    }

    private static ObjectNode tree(Matrix matrix, Map<String, String> unproven) {
        var root = JSON.createObjectNode();
        var totals = Totals.of(matrix);
        root.putObject("totals")
                .put("faults", totals.faults())
                .put("killed", totals.killed())
                .put("rightlyAttributed", totals.rightlyAttributed())
                .put("personalities", totals.personalities())
                .put("falseAlarms", totals.falseAlarms())
                .put("unprovenRules", totals.unprovenRules());
        trials(root.putArray("faults"), matrix.faults());
        trials(root.putArray("personalities"), matrix.personalities());
        var rules = root.putObject("rules");
        matrix.killedRules().forEach((rule, faults) -> texts(rules.putArray(rule), faults));
        var without = root.putObject("unproven");
        unproven.forEach(without::put);
        return root;
    }

    private static void trials(ArrayNode to, List<TrialResult> results) {
        for (TrialResult result : results) {
            var trial = to.addObject()
                    .put("name", result.trial().name())
                    .put("says", result.trial().says())
                    .put("right", result.isRight());
            texts(trial.putArray("breaks"), sorted(result.trial().breaks()));
            texts(trial.putArray("mayBreak"), sorted(result.trial().mayBreak()));
            var kills = trial.putObject("kills");
            result.kills().forEach((what, by) -> texts(kills.putArray(what), by));
            texts(trial.putArray("survived"), result.survived());
            texts(trial.putArray("astray"), result.astray());
            texts(trial.putArray("unjudged"), result.unjudged());
        }
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static void texts(ArrayNode to, Collection<String> texts) {
        texts.forEach(to::add);
    }
}
