package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

final class JUnitXmlTest {

    @Test
    void hasOneFileForEachArea() {
        var report = Samples.report(
                Samples.must(1, Verdict.PASS),
                Samples.ended("IL-JOB-01", "MUST", Verdict.PASS),
                Samples.ended("IL-JOB-02", "MUST", Verdict.PASS));

        var files = JUnitXml.files(report);

        assertThat(files.keySet()).containsExactly("TEST-instant-logs.FILTER.xml", "TEST-instant-logs.JOB.xml");
        assertThat(suite(file(files.values(), 1)).getAttribute("tests")).isEqualTo("2");
    }

    @Test
    void saysAFailureInTheWordsOfTheConsole() {
        assertThat(file(JUnitXml.files(Samples.report(Samples.violation())).values(), 0))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="instant-logs.FILTER" time="0.007" tests="1" errors="0" skipped="0" failures="1">
                          <properties>
                            <property name="target.name" value="my-edge"/>
                            <property name="target.api" value="https://127.0.0.1:8443/client/v4"/>
                            <property name="suite.version" value="1.0.0"/>
                            <property name="suite.edition" value="docs-2022"/>
                            <property name="suite.seed" value="42"/>
                            <property name="outcome" value="not-conformant"/>
                          </properties>
                          <testcase name="IL-FILTER-01.delivers[field=RayID]" classname="instant-logs.FILTER" time="0.007">
                            <failure message="1 record outside the filter was delivered" type="fail">\
                        IL-FILTER-01.delivers[field=RayID]  MUST  violated: 1 record outside the filter was delivered
                          rule      the rule of IL-FILTER-01
                          expected  3 records: r1, r3, r5, then nothing
                          actual    4 records: r1, r2, r3, r5
                          details   r2 has EdgeResponseStatus 200
                                    r4 is missing
                          source    page: here
                          exchange  exchanges/IL-FILTER-01.json
                          replay    java -jar suite.jar replay x.json
                        </failure>
                          </testcase>
                        </testsuite>
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, , , ",
        "FAIL, failure, fail, the rule of IL-FILTER-01",
        "WARN, system-out, , ",
        "NOTE, system-out, , ",
        "NOT_TESTED, skipped, , not-tested: set traffic.inject",
        "INCONCLUSIVE, error, inconclusive, throttled",
        "ERROR, error, error, the rule of IL-FILTER-01",
        "KNOWN, system-out, , ",
        "STALE, failure, stale, 'passes, on purpose'",
        "DESELECTED, skipped, , deselected"
    })
    void eachVerdictHasItsPlace(Verdict verdict, String element, String type, String message) {
        var suite =
                suite(file(JUnitXml.files(Samples.report(Samples.must(verdict))).values(), 0));

        var testCase = (Element) suite.getElementsByTagName("testcase").item(0);
        var children = testCase.getElementsByTagName("*");
        if (element == null) {
            assertThat(children.getLength()).isZero();
        } else {
            assertThat(children.getLength()).isEqualTo(1);
            var child = (Element) children.item(0);
            assertThat(child.getTagName()).isEqualTo(element);
            assertThat(child.getAttribute("type")).isEqualTo(Objects.requireNonNullElse(type, ""));
            assertThat(child.getAttribute("message")).isEqualTo(Objects.requireNonNullElse(message, ""));
        }
    }

    @Test
    void aWarningIsAFailureWhereTheRunIsStrict() {
        var report = Samples.report(true, 1, List.of(Samples.must(Verdict.WARN)));

        assertThat(suite(file(JUnitXml.files(report).values(), 0)).getAttribute("failures"))
                .isEqualTo("1");
    }

    @Test
    void anEntryOfTheKnownThatMatchesNoCheckIsAFailureOfItsOwn() {
        var report = Samples.report(Samples.must(Verdict.PASS))
                .withUnmatched(List.of(new Known.Entry("IL-NO-*", "why", Optional.empty(), Optional.empty())));

        var files = JUnitXml.files(report);

        assertThat(files).containsKey("TEST-instant-logs.KNOWN.xml");
        var failure = (Element) suite(Objects.requireNonNull(files.get("TEST-instant-logs.KNOWN.xml")))
                .getElementsByTagName("failure")
                .item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("stale");
        assertThat(failure.getAttribute("message")).isEqualTo("matches no check");
        assertThat(failure.getTextContent()).isEqualTo("why\n");
    }

    @Test
    void theAttributesCountWhatIsThere() {
        var suite = suite(file(JUnitXml.files(Samples.hostileReport()).values(), 0));

        assertThat(suite.getAttribute("tests")).isEqualTo("10");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
    }

    @Test
    void aRunInTroubleIsAnErrorOfItsOwnSoThatNoViewIsGreen() {
        var files = JUnitXml.files(Samples.report(false, 2, List.of(Samples.must(1, Verdict.PASS))));

        assertThat(files.keySet()).containsExactly("TEST-instant-logs.FILTER.xml", "TEST-instant-logs.RUN.xml");
        var run = file(files.values(), 1);
        assertThat(suite(run).getAttribute("errors")).isEqualTo("1");
        assertThat(run).contains("the checks do not add up: 2 declared, but 1 accounted for");
        assertIsValid(run);
    }

    @Test
    void hostileTextIsEscapedAndTheFileValid() {
        var text = file(JUnitXml.files(Samples.hostileReport()).values(), 0);

        assertIsValid(text);
        assertThat(text).doesNotContain("<script>", "]]>", "\u001b", "\u202e", "\r");
        assertThat(suite(text).getElementsByTagName("failure").item(0).getTextContent())
                .contains("a\\u0000b\\u001b[31m ]]> <script>alert(1)</script> & \"q\" \\ud83d lone \ud83d\ude00 ok");
    }

    @Test
    void everyMixOfVerdictsIsValid() {
        JUnitXml.files(Samples.report(false, 10, Samples.oneOfEach())).values().forEach(JUnitXmlTest::assertIsValid);
        assertThat(Samples.oneOfEach()).hasSize(10);
    }

    @Test
    void anAreaThatIsNoFileNameGetsASafeOne() {
        var check = CheckResult.of("X", "X", "../A/B", "MUST", "", "").build(Verdict.PASS);

        assertThat(JUnitXml.files(Samples.report(check)).keySet())
                .singleElement()
                .asString()
                .matches("TEST-instant-logs\\.[A-Za-z0-9._-]+\\.xml");
    }

    private static String file(Iterable<String> files, int index) {
        var all = new ArrayList<String>();
        files.forEach(all::add);
        return all.get(index);
    }

    private static Element suite(String text) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + text, e);
        }
    }

    private static void assertIsValid(String text) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(JUnitXmlTest.class.getResource("junit-files.xsd"))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(text)));
        } catch (Exception e) {
            throw new AssertionError("not valid: " + text, e);
        }
    }
}
