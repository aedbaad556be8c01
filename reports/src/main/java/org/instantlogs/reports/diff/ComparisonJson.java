package org.instantlogs.reports.diff;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.IntStream;
import org.instantlogs.reports.Json;

/** The comparison for programs: {@code comparison.json}. Reports are named by their places, the base is 0. */
public final class ComparisonJson {

    static final int VERSION = 1;

    private ComparisonJson() {}

    /** Returns the comparison's text, which ends in a newline. */
    public static String text(Comparison comparison) {
        return Json.page(json -> json.number("comparison", VERSION)
                .text("outcome", comparison.outcome())
                .number("exitCode", comparison.exitCode())
                .objects("reports", comparison.sides(), ComparisonJson::side)
                .texts("remarks", comparison.remarks())
                .objects("checks", comparison.rows(), ComparisonJson::row));
    }

    /** Opens the JSON Schema (2020-12) of this form. */
    public static InputStream schema() {
        return Objects.requireNonNull(
                ComparisonJson.class.getResourceAsStream("comparison.schema.json"),
                "comparison.schema.json is not in the jar");
    }

    private static void side(Json json, Side side) throws IOException {
        var report = side.report();
        json.text("name", side.name())
                .text("file", side.file().toString())
                .text("target", report.target().name())
                .text("api", report.target().api())
                .text("edition", report.suite().edition())
                .text("started", report.started().toString())
                .text("outcome", report.outcome().label())
                .flag("partial", report.partial());
    }

    private static void row(Json json, Row row) throws IOException {
        json.text("id", row.first().id())
                .text("requirement", row.first().requirement())
                .text("area", row.first().area())
                .text("level", row.first().level())
                .text("change", row.change().label())
                .objects(
                        "values",
                        IntStream.range(0, row.values().size()).boxed().toList(),
                        (one, index) -> value(one, row, index));
    }

    private static void value(Json json, Row row, int index) throws IOException {
        var value = row.values().get(index);
        json.text("verdict", value.verdict().label())
                .text("expected", value.expected())
                .text("says", value.text())
                .text("known", value.known())
                .numbers("reports", row.sidesWith(index));
    }
}
