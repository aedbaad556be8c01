package org.instantlogs.reports.html;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Json;
import org.instantlogs.reports.diff.Change;
import org.instantlogs.reports.diff.Comparison;
import org.instantlogs.reports.diff.Row;
import org.instantlogs.reports.diff.Side;
import org.instantlogs.reports.diff.Value;

/** What {@code comparison.js} draws: the reports, each value of a row once, and the exchanges of rows that differ. */
final class ComparisonData {

    private final Comparison comparison;
    private final Path folder;
    private final List<Map<String, String>> paths = new ArrayList<>();

    /**
     * Gets ready.
     *
     * @param folder where the page goes: links to exchanges are relative to it
     */
    ComparisonData(Comparison comparison, Path folder) {
        this.comparison = comparison;
        this.folder = folder;
        for (var side : comparison.sides()) {
            var exchanges = new LinkedHashMap<String, String>();
            side.report()
                    .checks()
                    .forEach(check -> check.exchange().ifPresent(path -> exchanges.put(check.id(), path)));
            paths.add(exchanges);
        }
    }

    String text() {
        return Json.line(json -> json.text("outcome", comparison.outcome())
                .number("exitCode", comparison.exitCode())
                .objects("sides", comparison.sides(), ComparisonData::side)
                .texts("remarks", comparison.remarks())
                .objects("rules", rules().values(), ComparisonData::rule)
                .objects("rows", comparison.rows(), ComparisonData::row)
                .object("exchanges", this::exchanges));
    }

    private static void side(Json json, Side side) throws IOException {
        var report = side.report();
        json.text("name", side.name())
                .text("target", report.target().name())
                .text("file", side.file().toString())
                .text("api", report.target().api())
                .text("edition", report.suite().edition())
                .text("version", report.suite().version())
                .text("started", report.started().toString())
                .text("outcome", report.outcome().label())
                .texts("offers", report.target().offers())
                .flag("partial", report.partial());
    }

    private Map<String, CheckResult> rules() {
        var rules = new LinkedHashMap<String, CheckResult>();
        comparison.rows().forEach(row -> rules.putIfAbsent(row.first().requirement(), row.first()));
        return rules;
    }

    private static void rule(Json json, CheckResult first) throws IOException {
        json.text("id", first.requirement())
                .text("area", first.area())
                .text("level", first.level())
                .text("says", first.says())
                .text("source", first.source());
    }

    private static void row(Json json, Row row) throws IOException {
        json.text("id", row.first().id())
                .text("rule", row.first().requirement())
                .text("change", row.change().label())
                .objects("values", row.values(), ComparisonData::value)
                .numbers("cells", row.cells());
    }

    private static void value(Json json, Value value) throws IOException {
        json.text("verdict", value.verdict().label())
                .text("expected", value.expected())
                .text("says", value.text())
                .text("known", value.known());
    }

    // What a reader asks about first has room first: rows come in that order, the base before the others.
    private void exchanges(Json json) throws IOException {
        var room = Exchanges.ROOM_BYTES;
        for (var row : comparison.rows()) {
            if (row.change() == Change.SAME) {
                return;
            }
            var id = row.first().id();
            if (paths.stream().noneMatch(side -> side.containsKey(id))) {
                continue;
            }
            var all = new LinkedHashMap<Integer, Exchanges.Embedded>();
            for (var side = 0; side < paths.size(); side++) {
                var path = paths.get(side).get(id);
                if (path != null) {
                    var exchange = room > 0
                            ? Exchanges.read(
                                    comparison.sides().get(side).folder().resolve(path))
                            : Exchanges.Embedded.without("left out: the page would be too large");
                    room -= exchange.size();
                    all.put(side, exchange);
                }
            }
            json.object(id, one -> exchanges(one, id, all));
        }
    }

    private void exchanges(Json json, String id, Map<Integer, Exchanges.Embedded> all) throws IOException {
        for (var one : all.entrySet()) {
            var path = Objects.requireNonNull(paths.get(one.getKey()).get(id));
            json.object(one.getKey().toString(), exchange -> {
                exchange.text("path", link(one.getKey(), path));
                ReportData.exchange(exchange, one.getValue());
            });
        }
    }

    private String link(int side, String path) {
        var file = comparison
                .sides()
                .get(side)
                .folder()
                .toAbsolutePath()
                .normalize()
                .resolve(path);
        var from = folder.toAbsolutePath().normalize();
        var samePlace = Objects.equals(from.getRoot(), file.getRoot());
        return (samePlace ? from.relativize(file) : file).toString().replace('\\', '/');
    }
}
