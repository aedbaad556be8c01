package org.instantlogs.reports;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code earl.jsonld}: the report in W3C's Evaluation and Report Language 1.0, as JSON-LD 1.1 with its context inside. EARL
 * knows five outcomes: a note, which no source calls right or wrong, and a deviation that its rule lets pass are
 * {@code passed} and carry what was seen; the violation of a SHOULD, and one that is known, are {@code failed}.
 */
public final class EarlJsonLd {

    private static final String CHECK = "urn:instant-logs:check:";
    private static final String RULE = "urn:instant-logs:rule:";
    private static final String SUITE = "urn:instant-logs:suite";
    private static final String TARGET = "urn:instant-logs:target";

    private EarlJsonLd() {}

    /** Returns the document, which ends in a newline. */
    public static String text(Report report) {
        var nodes = new ArrayList<Json.Part>();
        nodes.add(json -> json.text("@id", SUITE)
                .texts("@type", List.of("earl:Software", "earl:Assertor"))
                .text("dct:title", "Instant Logs conformance suite")
                .text("dct:hasVersion", report.suite().version()));
        nodes.add(json -> json.text("@id", TARGET)
                .text("@type", "earl:TestSubject")
                .text("dct:title", report.target().name())
                .text("dct:description", report.target().api()));
        var rules = new LinkedHashMap<String, CheckResult>();
        report.checks().forEach(check -> rules.putIfAbsent(check.requirement(), check));
        rules.values().forEach(check -> nodes.add(json -> rule(json, check)));
        report.checks().forEach(check -> nodes.add(json -> test(json, check)));
        report.checks().forEach(check -> nodes.add(json -> assertion(json, report, check)));
        return Json.page(json -> json.object("@context", EarlJsonLd::context)
                .objects("@graph", nodes, (node, part) -> part.write(node)));
    }

    private static void context(Json json) throws IOException {
        json.text("earl", "http://www.w3.org/ns/earl#")
                .text("dct", "http://purl.org/dc/terms/")
                .text("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private static void rule(Json json, CheckResult check) throws IOException {
        json.text("@id", iri(RULE, check.requirement()))
                .text("@type", "earl:TestRequirement")
                .text("dct:title", check.requirement())
                .text("dct:description", check.level() + ": " + check.says())
                .text("dct:source", check.source());
    }

    private static void test(Json json, CheckResult check) throws IOException {
        json.text("@id", iri(CHECK, check.id()))
                .text("@type", "earl:TestCase")
                .text("dct:title", check.id())
                .object("dct:isPartOf", rule -> rule.text("@id", iri(RULE, check.requirement())));
    }

    private static void assertion(Json json, Report report, CheckResult check) throws IOException {
        json.text("@type", "earl:Assertion")
                .object("earl:assertedBy", suite -> suite.text("@id", SUITE))
                .object("earl:subject", target -> target.text("@id", TARGET))
                .object("earl:test", test -> test.text("@id", iri(CHECK, check.id())))
                .object("earl:mode", mode -> mode.text("@id", "earl:automatic"))
                .object("earl:result", result -> {
                    result.text("@type", "earl:TestResult")
                            .object("earl:outcome", outcome -> outcome.text("@id", "earl:" + outcome(check)))
                            .text("dct:title", check.verdict().label())
                            .object(
                                    "dct:date",
                                    date -> date.text("@type", "xsd:dateTime")
                                            .text("@value", report.started().toString()));
                    if (check.verdict() != Verdict.PASS) {
                        result.text("dct:description", Violation.text(check));
                    }
                });
    }

    private static String outcome(CheckResult check) {
        return switch (check.verdict()) {
            case PASS, NOTE -> "passed";
            case WARN -> check.level().equals("MUST") ? "passed" : "failed";
            case FAIL, KNOWN -> "failed";
            case STALE -> check.actual().isPresent() ? "failed" : "cantTell";
            case INCONCLUSIVE, ERROR -> "cantTell";
            case NOT_TESTED, DESELECTED -> "untested";
        };
    }

    private static String iri(String prefix, String id) {
        return prefix
                + URLEncoder.encode(Legible.inJson(id), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
