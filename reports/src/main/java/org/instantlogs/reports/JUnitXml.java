package org.instantlogs.reports;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The view of a report that continuous integration reads: one file an area, valid against the schema of Surefire's reports. A
 * check that turns the run red is a failure, one that the suite could not bring to a judgement an error, one that was not
 * tested is skipped.
 */
public final class JUnitXml {

    private static final String PREFIX = "instant-logs.";

    /** The area of the case that stands for the run itself, where that is in trouble. */
    private static final String RUN = "RUN";

    /** The area of the cases that stand for the entries of the list of known deviations that match no check. */
    private static final String KNOWN = "KNOWN";

    private JUnitXml() {}

    /** Returns the files' texts by their names, sorted by name. */
    public static Map<String, String> files(Report report) {
        var files = new TreeMap<String, String>();
        report.checks().stream()
                .collect(Collectors.groupingBy(CheckResult::area))
                .forEach((area, checks) -> files.put(fileName(area), area(report, area, checks)));
        report.trouble().ifPresent(trouble -> files.put(fileName(RUN), trouble(report, trouble)));
        if (!report.unmatched().isEmpty()) {
            files.put(fileName(KNOWN), unmatched(report));
        }
        return files;
    }

    private static String fileName(String area) {
        return "TEST-" + PREFIX + SafeFileName.of(area, 120) + ".xml";
    }

    private static String area(Report report, String area, List<CheckResult> checks) {
        var kinds = checks.stream()
                .collect(Collectors.groupingBy(
                        check -> Kind.of(check.verdict(), report.strict()), Collectors.counting()));
        var time = checks.stream().map(CheckResult::duration).reduce(Duration.ZERO, Duration::plus);
        return document(xml -> {
            open(xml, area, time, checks.size(), kinds);
            properties(xml, report);
            for (var check : checks) {
                testCase(xml, area, check, Kind.of(check.verdict(), report.strict()));
            }
            newline(xml, 0);
            xml.writeEndElement();
        });
    }

    private static String trouble(Report report, String trouble) {
        return document(xml -> {
            open(xml, RUN, Duration.ZERO, 1, Map.of(Kind.ERROR, 1L));
            properties(xml, report);
            newline(xml, 2);
            xml.writeStartElement("testcase");
            attribute(xml, "name", "the run comes to a judgement");
            attribute(xml, "classname", PREFIX + RUN);
            attribute(xml, "time", seconds(Duration.ZERO));
            problem(xml, Kind.ERROR, report.outcome().label(), trouble, trouble + "\n");
            newline(xml, 2);
            xml.writeEndElement();
            newline(xml, 0);
            xml.writeEndElement();
        });
    }

    private static String unmatched(Report report) {
        var entries = report.unmatched();
        return document(xml -> {
            open(xml, KNOWN, Duration.ZERO, entries.size(), Map.of(Kind.FAILURE, (long) entries.size()));
            properties(xml, report);
            for (var entry : entries) {
                newline(xml, 2);
                xml.writeStartElement("testcase");
                attribute(xml, "name", entry.check());
                attribute(xml, "classname", PREFIX + KNOWN);
                attribute(xml, "time", seconds(Duration.ZERO));
                problem(xml, Kind.FAILURE, Verdict.STALE.label(), "matches no check", entry.told() + "\n");
                newline(xml, 2);
                xml.writeEndElement();
            }
            newline(xml, 0);
            xml.writeEndElement();
        });
    }

    private static void open(XMLStreamWriter xml, String area, Duration time, int tests, Map<Kind, Long> kinds)
            throws XMLStreamException {
        newline(xml, 0);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", PREFIX + area);
        attribute(xml, "time", seconds(time));
        attribute(xml, "tests", Integer.toString(tests));
        attribute(xml, "errors", Long.toString(kinds.getOrDefault(Kind.ERROR, 0L)));
        attribute(xml, "skipped", Long.toString(kinds.getOrDefault(Kind.SKIPPED, 0L)));
        attribute(xml, "failures", Long.toString(kinds.getOrDefault(Kind.FAILURE, 0L)));
    }

    private static void properties(XMLStreamWriter xml, Report report) throws XMLStreamException {
        newline(xml, 2);
        xml.writeStartElement("properties");
        property(xml, "target.name", report.target().name());
        property(xml, "target.api", report.target().api());
        property(xml, "suite.version", report.suite().version());
        property(xml, "suite.edition", report.suite().edition());
        property(xml, "suite.seed", Long.toString(report.suite().seed()));
        property(xml, "outcome", report.outcome().label());
        newline(xml, 2);
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        newline(xml, 4);
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void testCase(XMLStreamWriter xml, String area, CheckResult check, Kind kind)
            throws XMLStreamException {
        newline(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "name", check.id());
        attribute(xml, "classname", PREFIX + area);
        attribute(xml, "time", seconds(check.duration()));
        switch (kind) {
            case PASSED -> remark(xml, check);
            case SKIPPED -> skipped(xml, check);
            case FAILURE, ERROR ->
                problem(
                        xml,
                        kind,
                        check.verdict().label(),
                        Violation.headline(check),
                        Violation.text(check) + String.join("\n", Violation.stack(check)));
        }
        newline(xml, 2);
        xml.writeEndElement();
    }

    // Surefire's schema knows no warning: what a passed check has to say goes where a test's output goes.
    private static void remark(XMLStreamWriter xml, CheckResult check) throws XMLStreamException {
        if (check.verdict() != Verdict.PASS) {
            newline(xml, 4);
            xml.writeStartElement("system-out");
            xml.writeCharacters(Legible.inXml(Violation.text(check)));
            xml.writeEndElement();
        }
    }

    private static void skipped(XMLStreamWriter xml, CheckResult check) throws XMLStreamException {
        newline(xml, 4);
        xml.writeEmptyElement("skipped");
        var label = check.verdict().label();
        attribute(
                xml,
                "message",
                check.reason().map(reason -> label + ": " + reason).orElse(label));
    }

    private static void problem(XMLStreamWriter xml, Kind kind, String type, String message, String text)
            throws XMLStreamException {
        newline(xml, 4);
        xml.writeStartElement(kind == Kind.FAILURE ? "failure" : "error");
        attribute(xml, "message", message);
        attribute(xml, "type", type);
        xml.writeCharacters(Legible.inXml(text));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Legible.inLine(value));
    }

    private static void newline(XMLStreamWriter xml, int indent) throws XMLStreamException {
        xml.writeCharacters("\n" + " ".repeat(indent));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1_000.0);
    }

    private static String document(Part content) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("text in memory could not be written", impossible);
        }
        return text.append("\n").toString();
    }

    /** Writes some part of a document. */
    @FunctionalInterface
    private interface Part {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private enum Kind {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        static Kind of(Verdict verdict, boolean strict) {
            if (verdict.isRed(strict)) {
                return FAILURE;
            }
            return switch (verdict) {
                case ERROR, INCONCLUSIVE -> ERROR;
                case NOT_TESTED, DESELECTED -> SKIPPED;
                case PASS, FAIL, WARN, NOTE, KNOWN, STALE -> PASSED;
            };
        }
    }
}
