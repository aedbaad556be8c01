package org.instantlogs.reports.html;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Json;
import org.instantlogs.reports.Known;
import org.instantlogs.reports.OutcomeText;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportJson;
import org.instantlogs.reports.Statistic;

/** What {@code report.js} draws: the report, each rule's text once, and the exchanges. */
final class ReportData {

    private ReportData() {}

    /**
     * The data of the page.
     *
     * @param byHand by check, what it did as lines for a shell
     * @param faults by rule, what a server that is wrong on purpose does wrong there
     */
    static String text(
            Report report,
            Map<String, Exchanges.Embedded> exchanges,
            Map<String, String> byHand,
            Map<String, List<String>> faults) {
        return Json.line(json -> {
            run(json, report);
            json.objects("rules", rules(report).values(), (rule, check) -> rule(rule, check, faults))
                    .objects("checks", report.checks(), (one, check) -> {
                        check(one, check);
                        one.text("byHand", Optional.ofNullable(byHand.get(check.id())));
                    })
                    .object("exchanges", all -> {
                        for (var one : exchanges.entrySet()) {
                            all.object(one.getKey(), exchange -> exchange(exchange, one.getValue()));
                        }
                    });
        });
    }

    private static void run(Json json, Report report) throws IOException {
        json.object(
                        "suite",
                        suite -> suite.text("version", report.suite().version())
                                .text("catalogue", report.suite().catalogue())
                                .text("edition", report.suite().edition())
                                .text("seed", Long.toString(report.suite().seed())))
                .object(
                        "target",
                        target -> target.text("name", report.target().name())
                                .text("api", report.target().api())
                                .texts("offers", report.target().offers())
                                .texts("notices", report.target().notices()))
                .text("started", report.started().toString())
                .number("ms", report.duration().toMillis())
                .text("outcome", report.outcome().label())
                .text("says", OutcomeText.of(report))
                .text("trouble", report.trouble())
                .flag("partial", report.partial())
                .flag("strict", report.strict())
                .number("judged", report.judged())
                .number("perSecond", report.checksPerSecond())
                .number("falseAlarm", report.falseAlarm())
                .number("zones", report.speed().zones())
                .number("throttled", report.speed().throttled());
        if (report.speed().delivery().isPresent()) {
            json.object(
                    "delivery",
                    delivery -> ReportJson.delivery(
                            delivery, report.speed().delivery().get()));
        }
    }

    private static Map<String, CheckResult> rules(Report report) {
        var rules = new LinkedHashMap<String, CheckResult>();
        report.checks().forEach(check -> rules.putIfAbsent(check.requirement(), check));
        return rules;
    }

    private static void rule(Json json, CheckResult first, Map<String, List<String>> faults) throws IOException {
        json.text("id", first.requirement())
                .text("area", first.area())
                .text("level", first.level())
                .text("says", first.says())
                .text("source", first.source());
        if (faults.containsKey(first.requirement())) {
            json.texts("faults", faults.get(first.requirement()));
        }
    }

    private static void check(Json json, CheckResult check) throws IOException {
        json.text("id", check.id())
                .text("rule", check.requirement())
                .text("verdict", check.verdict().label())
                .number("ms", check.duration().toMillis())
                .text("expected", check.expected())
                .text("actual", check.actual())
                .text("observed", check.observed())
                .text("reason", check.reason());
        if (!check.details().isEmpty()) {
            json.texts("details", check.details());
        }
        if (!check.statistics().isEmpty()) {
            json.objects("statistics", check.statistics(), ReportData::statistic);
        }
        if (!check.shares().isEmpty()) {
            json.objects("shares", check.shares(), ReportJson::share);
        }
        json.text("known", check.known().map(known -> known.entry().told()))
                .text("stale", check.known().flatMap(Known::stale));
        json.text("exchange", check.exchange()).text("replay", check.replay()).text("stackTrace", check.stackTrace());
    }

    private static void statistic(Json json, Statistic statistic) throws IOException {
        json.text("claim", statistic.claim())
                .number("falseAlarm", statistic.falseAlarm())
                .text("detects", statistic.detects())
                .number("power", statistic.power());
    }

    static void exchange(Json json, Exchanges.Embedded exchange) throws IOException {
        json.number("total", exchange.total()).text("problem", exchange.problem());
        json.objects("steps", exchange.steps(), (one, step) -> step.write(one));
    }
}
