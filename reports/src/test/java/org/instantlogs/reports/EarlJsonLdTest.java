package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.RdfDataset;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document as a processor of JSON-LD understands it: as statements. */
final class EarlJsonLdTest {

    private static final String EARL = "http://www.w3.org/ns/earl#";
    private static final String TITLE = "http://purl.org/dc/terms/title";

    @ParameterizedTest
    @CsvSource({
        "MUST, PASS, passed",
        "MUST, FAIL, failed",
        "MUST, WARN, passed",
        "SHOULD, WARN, failed",
        "OPEN, NOTE, passed",
        "MUST, NOT_TESTED, untested",
        "MUST, DESELECTED, untested",
        "MUST, INCONCLUSIVE, cantTell",
        "MUST, ERROR, cantTell",
        "MUST, KNOWN, failed",
        "MUST, STALE, cantTell"
    })
    void eachVerdictHasItsOutcome(String level, Verdict verdict, String outcome) throws Exception {
        var statements = statements(Samples.report(Samples.ended("IL-JOB-01.word", level, verdict)));

        assertThat(objects(statements, EARL + "outcome")).containsExactly(EARL + outcome);
    }

    @Test
    void anAssertionSaysWhoJudgedWhatByWhichCheckOfWhichRule() throws Exception {
        var statements = statements(Samples.report(Samples.violation()));

        assertThat(objects(statements, EARL + "assertedBy")).containsExactly("urn:instant-logs:suite");
        assertThat(objects(statements, EARL + "subject")).containsExactly("urn:instant-logs:target");
        assertThat(objects(statements, EARL + "mode")).containsExactly(EARL + "automatic");
        assertThat(objects(statements, EARL + "test"))
                .containsExactly("urn:instant-logs:check:IL-FILTER-01.delivers%5Bfield%3DRayID%5D");
        assertThat(objects(statements, "http://purl.org/dc/terms/isPartOf"))
                .containsExactly("urn:instant-logs:rule:IL-FILTER-01");
        assertThat(objects(statements, TITLE)).contains("my-edge", "IL-FILTER-01", "fail");
        assertThat(objects(statements, "http://purl.org/dc/terms/date")).containsExactly("2026-01-01T00:00:00Z");
    }

    @Test
    void hostileTextIsKept() throws Exception {
        assertThat(objects(statements(Samples.hostileReport()), EARL + "outcome"))
                .hasSize(10);
    }

    private static RdfDataset statements(Report report) throws Exception {
        return JsonLd.toRdf(JsonDocument.of(new StringReader(EarlJsonLd.text(report))))
                .get();
    }

    private static List<String> objects(RdfDataset statements, String property) {
        return statements.toList().stream()
                .filter(statement -> statement.getPredicate().getValue().equals(property))
                .map(statement -> statement.getObject().getValue())
                .toList();
    }
}
