package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is one behaviour, and what are two. */
final class FingerprintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            18 of 177 messages hold more, up to 3            | 17 of 180 messages hold more, up to 4
            record 0a1b2c3d4e5f6071 is missing               | record ffeeddccbbaa0099 is missing
            missing: 0a1b2c3d4e5f6071                        | missing: 0a1b2c3d4e5f6072, 0a1b2c3d4e5f6073
            it came at 2026-01-01T00:00:00Z                  | it came at 2027-12-31T23:59:59.123456Z
            none within PT30S                                | none within PT2.5S
            none within 30 s                                 | none within 2.51 s
            wss://127.0.0.1:38119/x/[redacted] answered HTTP 404 | wss://edge.example/x/[redacted] answered HTTP 404
            a share of 0.1234, p = 1.2e-9                    | a share of 0.2, p = 3e-11
            first; second                                    | second; first
            3 came late                                      | 3 came late; 7 came late
            `id` is 6f1ed002-ab5b-4c2e-9f34-0123456789ab     | `id` is 00000000-1111-2222-3333-444444444444
            the token Zm9vYmFyYmF6cXV4MTIz                   | the token QUJDREVGR0hJSktMTU5PMDEy
            """)
    void whatDiffersFromRunToRunIsOneBehaviour(String one, String other) {
        assertThat(Fingerprint.normalised(other)).isEqualTo(Fingerprint.normalised(one));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP 400                                 | HTTP 500
            it was answered 200                      | it was answered 404
            404                                      | 500
            number 23: 429                           | number 23: 503
            a close frame with code 1006             | a close frame with code 1011
            HTTP 400 {"errors":[{"code":1001}]}      | HTTP 400 {"errors":[{"code":1004}]}
            0 of 6 came                              | 2 of 6 came
            `RayID` is missing                       | `ClientIP` is missing
            result.sample is "1"                     | result.sample is 1
            it stays open                            | it ended
            first                                    | first; second
            https://a.example/jobs                   | https://a.example/edge/jobs
            """)
    void whatATargetDoesOtherwiseIsAnother(String one, String other) {
        assertThat(Fingerprint.normalised(other)).isNotEqualTo(Fingerprint.normalised(one));
    }

    @Test
    void aCutTextCountsAsFarAsItIsSureToBeThere() {
        var shared = "HTTP 400 {\"success\":false,\"errors\":[{\"code\":1004,\"message\":\"";

        assertThat(Fingerprint.normalised(shared + "x".repeat(200) + " \",\"id\":12345678901,\"r…"))
                .isEqualTo(Fingerprint.normalised(shared + "x".repeat(200) + " \",\"id\":1,\"result\":nu…"));
    }

    @Test
    void bothWhatWasExpectedAndWhatCameMatter() {
        var one = Samples.check("IL-JOB-01", "MUST").expected("a").actual("b").build(Verdict.FAIL);
        var other = Samples.check("IL-JOB-01", "MUST").expected("b").actual("a").build(Verdict.FAIL);

        assertThat(Fingerprint.of(one)).get().asString().matches("v1-[0-9a-f]{16}");
        assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(one));
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"PASS", "NOTE", "NOT_TESTED", "INCONCLUSIVE", "ERROR", "DESELECTED"})
    void whatIsNotViolatedHasNone(Verdict verdict) {
        assertThat(Fingerprint.of(Samples.must(verdict))).isEmpty();
    }

    @Test
    void aListedCheckHasThatOfItsViolation() {
        var violated = Samples.check("IL-JOB-01", "MUST").expected("a").actual("b");

        assertThat(Fingerprint.of(
                        violated.known(Samples.listed(Verdict.KNOWN, "why")).build(Verdict.KNOWN)))
                .isEqualTo(Fingerprint.of(Samples.check("IL-JOB-01", "MUST")
                        .expected("a")
                        .actual("b")
                        .build(Verdict.FAIL)));
        assertThat(Fingerprint.of(Samples.must(Verdict.STALE))).isEmpty();
    }
}
