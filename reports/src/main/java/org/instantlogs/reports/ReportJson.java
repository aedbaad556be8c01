package org.instantlogs.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * The public form of a report, {@code report.json}: its members in a fixed order, its checks sorted by id, absent values left
 * out. But for times, durations, {@code speed} and {@code shares} it is the same from run to run on the same target.
 */
public final class ReportJson {

    /** The version of the form that is written, and the only one that is read. */
    static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    /** Returns the report's text, which ends in a newline. */
    public static String text(Report report) {
        return Json.page(json -> {
            json.number("report", VERSION)
                    .object("suite", suite -> suite(suite, report.suite()))
                    .object("target", target -> target(target, report.target()))
                    .text("started", report.started().toString())
                    .number("durationMs", report.duration().toMillis())
                    .text("outcome", report.outcome().label())
                    .text("trouble", report.trouble())
                    .flag("partial", report.partial())
                    .flag("strict", report.strict())
                    .number("declared", report.declared())
                    .object("counts", counts -> counts(counts, report))
                    .number("falseAlarm", report.falseAlarm())
                    .object("speed", speed -> speed(speed, report));
            if (!report.unmatched().isEmpty()) {
                json.objects("unmatched", report.unmatched(), ReportJson::entry);
            }
            shares(json, report);
            json.objects("checks", report.checks(), ReportJson::check);
        });
    }

    private static void suite(Json json, SuiteInfo suite) throws IOException {
        json.text("version", suite.version())
                .text("catalogue", suite.catalogue())
                .text("edition", suite.edition())
                .number("seed", suite.seed());
    }

    private static void target(Json json, TargetInfo target) throws IOException {
        json.text("name", target.name()).text("api", target.api()).texts("offers", target.offers());
        if (!target.notices().isEmpty()) {
            json.texts("notices", target.notices());
        }
    }

    private static void counts(Json json, Report report) throws IOException {
        for (var level : report.counts().entrySet()) {
            json.object(level.getKey(), counts -> {
                for (var count : level.getValue().entrySet()) {
                    counts.number(count.getKey().label(), count.getValue());
                }
            });
        }
    }

    private static void speed(Json json, Report report) throws IOException {
        json.number("checks", report.judged())
                .number("checksPerSecond", Math.round(report.checksPerSecond() * 10) / 10.0)
                .number("zones", report.speed().zones())
                .number("throttled", report.speed().throttled())
                .objects(
                        "areas",
                        report.speed().areas(),
                        (area, time) -> area.text("area", time.area())
                                .number("checks", time.checks())
                                .number("durationMs", time.time().toMillis()));
        if (report.speed().delivery().isPresent()) {
            json.object(
                    "delivery",
                    delivery -> delivery(delivery, report.speed().delivery().get()));
        }
    }

    /** Writes the members of how long records took to arrive. */
    public static void delivery(Json json, Delivery delivery) throws IOException {
        json.number("records", delivery.records())
                .number("medianMs", millis(delivery.median()))
                .number("mostlyMs", millis(delivery.mostly()))
                .number("longestMs", millis(delivery.longest()))
                .objects(
                        "histogram",
                        delivery.histogram(),
                        (bar, one) -> bar.number("aboveMs", millis(one.above()))
                                .number("upToMs", millis(one.upTo()))
                                .number("records", one.records()));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private record OfCheck(String check, Share share) {}

    // Apart from the checks, which are the same from run to run.
    private static void shares(Json json, Report report) throws IOException {
        var shares = report.checks().stream()
                .flatMap(check -> check.shares().stream().map(share -> new OfCheck(check.id(), share)))
                .toList();
        if (!shares.isEmpty()) {
            json.objects("shares", shares, (one, of) -> share(one.text("check", of.check()), of.share()));
        }
    }

    /** Writes the members of a share that was measured. */
    public static void share(Json json, Share share) throws IOException {
        json.text("of", share.of())
                .number("n", share.n())
                .number("expected", share.expected())
                .number("low", share.low())
                .number("high", share.high())
                .number("observed", share.observed());
    }

    private static void entry(Json json, Known.Entry entry) throws IOException {
        json.text("entry", entry.check())
                .text("reason", entry.reason())
                .text("link", entry.link())
                .text("expires", entry.expires());
    }

    private static void known(Json json, Known known) throws IOException {
        entry(json, known.entry());
        json.text("unlisted", known.unlisted().label()).text("stale", known.stale());
    }

    private static void check(Json json, CheckResult check) throws IOException {
        json.text("id", check.id())
                .text("requirement", check.requirement())
                .text("area", check.area())
                .text("level", check.level())
                .text("verdict", check.verdict().label())
                .number("durationMs", check.duration().toMillis())
                .text("says", check.says())
                .text("source", check.source())
                .text("expected", check.expected())
                .text("actual", check.actual())
                .text("observed", check.observed())
                .text("reason", check.reason());
        if (!check.details().isEmpty()) {
            json.texts("details", check.details());
        }
        json.text("fingerprint", Fingerprint.of(check));
        if (check.known().isPresent()) {
            json.object("known", known -> known(known, check.known().get()));
        }
        if (!check.statistics().isEmpty()) {
            json.objects("statistics", check.statistics(), ReportJson::statistic);
        }
        json.text("exchange", check.exchange()).text("replay", check.replay()).text("stackTrace", check.stackTrace());
    }

    private static void statistic(Json json, Statistic statistic) throws IOException {
        json.text("claim", statistic.claim())
                .number("falseAlarm", statistic.falseAlarm())
                .text("detects", statistic.detects())
                .number("power", statistic.power());
    }

    /**
     * Reads a report; members that this version does not know are passed over.
     *
     * @throws IOException where the file cannot be read or is no report of a known version; the message names the file and what
     *     is wrong with it
     */
    public static Report read(Path file) throws IOException {
        final String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IOException("`" + file + "` cannot be read; give a report.json that a run has written", e);
        }
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("`" + file + "` is no usable report: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the report that this text holds.
     *
     * @throws IllegalArgumentException where it holds none of a known version
     */
    public static Report parse(String text) {
        try {
            return ReportReader.read(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Opens the JSON Schema (2020-12) of this form. */
    public static InputStream schema() {
        return Objects.requireNonNull(
                ReportJson.class.getResourceAsStream("report.schema.json"), "report.schema.json is not in the jar");
    }
}
