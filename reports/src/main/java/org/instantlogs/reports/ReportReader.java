package org.instantlogs.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns a parsed {@code report.json} back into the model; each refusal names the member. */
final class ReportReader {

    private final JsonNode node;
    private final String path;

    private ReportReader(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static Report read(JsonNode root) {
        if (!root.isObject()) {
            throw new IllegalArgumentException("it holds no JSON object");
        }
        var report = new ReportReader(root, "");
        var version = report.number("report");
        if (version != ReportJson.VERSION) {
            throw new IllegalArgumentException("`report` is " + version + "; this suite reads version "
                    + ReportJson.VERSION + ", use the suite that wrote it");
        }
        var shares = root.has("shares")
                ? report.each("shares", one -> Map.entry(one.text("check"), one.share()))
                : List.<Map.Entry<String, Share>>of();
        var byCheck = shares.stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        var checks = report.each("checks", one -> one.check(byCheck));
        return new Report(
                report.object("suite").suite(),
                report.object("target").target(),
                report.instant("started"),
                report.millis("durationMs"),
                Outcome.labelled(report.text("outcome")),
                report.optionalText("trouble"),
                report.flag("partial", false),
                report.flag("strict", false),
                report.node.has("declared") ? Math.toIntExact(report.number("declared")) : checks.size(),
                report.node.has("speed") ? report.object("speed").speed() : Speed.UNKNOWN,
                report.node.has("unmatched") ? report.each("unmatched", ReportReader::entry) : List.of(),
                checks);
    }

    private SuiteInfo suite() {
        return new SuiteInfo(text("version"), text("catalogue"), text("edition"), number("seed"));
    }

    private TargetInfo target() {
        return new TargetInfo(text("name"), text("api"), texts("offers"), texts("notices"));
    }

    private Speed speed() {
        return new Speed(
                Math.toIntExact(number("zones")),
                Math.toIntExact(number("throttled")),
                each(
                        "areas",
                        area -> new Speed.AreaTime(
                                area.text("area"), Math.toIntExact(area.number("checks")), area.millis("durationMs"))),
                node.has("delivery") ? Optional.of(object("delivery").delivery()) : Optional.empty());
    }

    private CheckResult check(Map<String, List<Share>> shares) {
        var id = text("id");
        var requirement = text("requirement");
        return new CheckResult(
                id,
                requirement,
                optionalText("area").orElseGet(() -> areaOf(requirement)),
                text("level"),
                Verdict.labelled(text("verdict")),
                millis("durationMs"),
                optionalText("expected"),
                optionalText("actual"),
                optionalText("observed"),
                optionalText("reason"),
                texts("details"),
                optionalText("says").orElse(""),
                optionalText("source").orElse(""),
                optionalText("exchange"),
                optionalText("replay"),
                optionalText("stackTrace"),
                node.has("statistics") ? each("statistics", ReportReader::statistic) : List.of(),
                shares.getOrDefault(id, List.of()),
                node.has("known") ? Optional.of(object("known").known()) : Optional.empty());
    }

    private Known known() {
        return new Known(entry(), Verdict.labelled(text("unlisted")), optionalText("stale"));
    }

    private Known.Entry entry() {
        return new Known.Entry(text("entry"), text("reason"), optionalText("link"), optionalText("expires"));
    }

    private Statistic statistic() {
        return new Statistic(text("claim"), fraction("falseAlarm"), text("detects"), fraction("power"));
    }

    private Share share() {
        return new Share(
                text("of"),
                Math.toIntExact(number("n")),
                fraction("expected"),
                fraction("low"),
                fraction("high"),
                fraction("observed"));
    }

    private Delivery delivery() {
        return new Delivery(
                Math.toIntExact(number("records")),
                fineMillis("medianMs"),
                fineMillis("mostlyMs"),
                fineMillis("longestMs"),
                each(
                        "histogram",
                        bar -> new Delivery.Bar(
                                bar.fineMillis("aboveMs"),
                                bar.fineMillis("upToMs"),
                                Math.toIntExact(bar.number("records")))));
    }

    // A report that another program wrote in the public form need not name the area: IL-FILTER-03 is of FILTER.
    private static String areaOf(String requirement) {
        var words = List.of(requirement.split("-", -1));
        return words.size() > 2 ? words.get(1) : requirement;
    }

    private String name(String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    private IllegalArgumentException wrong(String member, String right) {
        var value = node.path(member);
        return new IllegalArgumentException("`" + name(member) + "` is "
                + (value.isMissingNode()
                        ? "missing"
                        : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT)) + "; it is " + right);
    }

    private String text(String member) {
        return optionalText(member).orElseThrow(() -> wrong(member, "a text"));
    }

    private Optional<String> optionalText(String member) {
        var value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(member, "a text");
        }
        return Optional.of(value.textValue());
    }

    private long number(String member) {
        var value = node.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(member, "a whole number");
        }
        return value.longValue();
    }

    private double fraction(String member) {
        var value = node.path(member);
        if (!value.isNumber()) {
            throw wrong(member, "a number");
        }
        return value.doubleValue();
    }

    private Duration fineMillis(String member) {
        return Duration.ofNanos(Math.round(fraction(member) * 1_000_000));
    }

    private Duration millis(String member) {
        return Duration.ofMillis(number(member));
    }

    private Instant instant(String member) {
        try {
            return Instant.parse(text(member));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "`" + name(member) + "` is `" + text(member) + "`; it is a time such as `2026-01-01T00:00:00Z`", e);
        }
    }

    private boolean flag(String member, boolean absent) {
        var value = node.path(member);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw wrong(member, "true or false");
        }
        return value.booleanValue();
    }

    private ReportReader object(String member) {
        if (!node.path(member).isObject()) {
            throw wrong(member, "an object");
        }
        return new ReportReader(node.path(member), name(member));
    }

    private List<String> texts(String member) {
        var values = new ArrayList<String>();
        for (var value : node.path(member)) {
            if (!value.isTextual()) {
                throw wrong(member, "an array of texts");
            }
            values.add(value.textValue());
        }
        return values;
    }

    private <T> List<T> each(String member, Function<ReportReader, T> read) {
        if (!node.path(member).isArray()) {
            throw wrong(member, "an array");
        }
        var elements = new ArrayList<T>();
        for (var element : node.path(member)) {
            if (!element.isObject()) {
                throw wrong(member, "an array of objects");
            }
            elements.add(read.apply(new ReportReader(element, name(member) + "[" + elements.size() + "]")));
        }
        return elements;
    }
}
