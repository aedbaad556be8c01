package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void hasTheMembersInAFixedOrder() {
        assertThat(ReportJson.text(Samples.report(Samples.violation()))).isEqualTo("""
                        {
                          "report": 1,
                          "suite": {
                            "version": "1.0.0",
                            "catalogue": "sha256:abc",
                            "edition": "docs-2022",
                            "seed": 42
                          },
                          "target": {
                            "name": "my-edge",
                            "api": "https://127.0.0.1:8443/client/v4",
                            "offers": [
                              "inject",
                              "clock"
                            ]
                          },
                          "started": "2026-01-01T00:00:00Z",
                          "durationMs": 2000,
                          "outcome": "not-conformant",
                          "partial": false,
                          "strict": false,
                          "declared": 1,
                          "counts": {
                            "MUST": {
                              "pass": 0,
                              "fail": 1
                            },
                            "SHOULD": {
                              "pass": 0,
                              "fail": 0
                            },
                            "OPEN": {
                              "pass": 0,
                              "fail": 0
                            }
                          },
                          "falseAlarm": 3.0E-9,
                          "speed": {
                            "checks": 1,
                            "checksPerSecond": 0.5,
                            "zones": 2,
                            "throttled": 0,
                            "areas": [
                              {
                                "area": "FILTER",
                                "checks": 1,
                                "durationMs": 7
                              }
                            ]
                          },
                          "checks": [
                            {
                              "id": "IL-FILTER-01.delivers[field=RayID]",
                              "requirement": "IL-FILTER-01",
                              "area": "FILTER",
                              "level": "MUST",
                              "verdict": "fail",
                              "durationMs": 7,
                              "says": "the rule of IL-FILTER-01",
                              "source": "page: here",
                              "expected": "3 records: r1, r3, r5, then nothing",
                              "actual": "4 records: r1, r2, r3, r5",
                              "reason": "1 record outside the filter was delivered",
                              "details": [
                                "r2 has EdgeResponseStatus 200",
                                "r4 is missing"
                              ],
                              "fingerprint": "v1-3b21ff354069ebec",
                              "statistics": [
                                {
                                  "claim": "a share of 0.1",
                                  "falseAlarm": 1.0E-9,
                                  "detects": "shares of 0.2 or more",
                                  "power": 0.99
                                },
                                {
                                  "claim": "a share of 0.5",
                                  "falseAlarm": 2.0E-9,
                                  "detects": "shares of 0.6 or more",
                                  "power": 0.9
                                }
                              ],
                              "exchange": "exchanges/IL-FILTER-01.json",
                              "replay": "java -jar suite.jar replay x.json"
                            }
                          ]
                        }
                        """);
    }

    /** What is drawn by chance, and delays, differ from run to run as times do: without them reports are the same. */
    @Test
    void whatWasMeasuredStandsApartAndAllElseIsTheSame() throws IOException {
        var once = measured(0.11, 3_000_000);
        var again = measured(0.09, 7_000_000);

        assertThat(ReportJson.parse(ReportJson.text(once))).isEqualTo(once);
        assertThat(schema().validate(ReportJson.text(once), InputFormat.JSON)).isEmpty();
        assertThat(ReportJson.text(once)).isNotEqualTo(ReportJson.text(again));
        assertThat(withoutMeasured(once)).isEqualTo(withoutMeasured(again));
    }

    private static Report measured(double share, long delayNanos) {
        var checks = List.of(Samples.sampled(share, Verdict.PASS), Samples.must(Verdict.PASS));
        return Report.of(
                new SuiteInfo("1.0.0", "sha256:abc", "docs-2022", 42),
                new TargetInfo("my-edge", "https://127.0.0.1:8443/client/v4", List.of("inject"), List.of()),
                Samples.STARTED,
                Duration.ofSeconds(2),
                false,
                2,
                Speed.of(2, 0, checks).with(Delivery.of(new long[] {delayNanos, 1_234_000})),
                checks);
    }

    private static JsonNode withoutMeasured(Report report) throws IOException {
        var json = (ObjectNode) new ObjectMapper().readTree(ReportJson.text(report));
        assertThat(json.remove("shares")).isNotEmpty();
        assertThat(json.remove("speed").path("delivery").path("records").asInt())
                .isEqualTo(2);
        return json;
    }

    @Test
    void doesNotDependOnTheOrderInWhichChecksEnded() {
        var checks = Samples.oneOfEach();
        var reversed = new ArrayList<>(checks);
        Collections.reverse(reversed);

        assertThat(ReportJson.text(Samples.report(false, checks.size(), reversed)))
                .isEqualTo(ReportJson.text(Samples.report(false, checks.size(), checks)));
    }

    @Test
    void readsWhatItWrote() {
        var report = Samples.report(
                Samples.violation(),
                Samples.must(2, Verdict.NOT_TESTED),
                Samples.must(3, Verdict.NOTE),
                Samples.must(4, Verdict.DESELECTED));

        assertThat(ReportJson.parse(ReportJson.text(report))).isEqualTo(report);
    }

    @Test
    void keepsWhatTheListOfKnownDeviationsSays() {
        var report = Samples.report(Samples.must(1, Verdict.KNOWN), Samples.must(2, Verdict.STALE))
                .withUnmatched(List.of(new Known.Entry("IL-NO-*", "why", Optional.empty(), Optional.empty())));

        var text = ReportJson.text(report);

        assertThat(ReportJson.parse(text)).isEqualTo(report);
        assertThat(text)
                .contains("\"unlisted\": \"fail\"", "\"stale\": \"passes, on purpose\"", "\"entry\": \"IL-NO-*\"");
    }

    @Test
    void keepsTheTroubleOfARun() {
        var report = Samples.report(true, 5, List.of(Samples.must(1, Verdict.PASS)));

        assertThat(ReportJson.parse(ReportJson.text(report))).isEqualTo(report);
        assertThat(report.trouble()).isPresent();
    }

    @Test
    void hostileTextStaysTextAndOnlyWhatUtf8CannotHoldIsEscaped() {
        var text = ReportJson.text(Samples.report(Samples.hostile("IL-JOB-01", Verdict.FAIL)));

        var decoded = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(decoded).isEqualTo(text);
        assertThat(ReportJson.parse(text).checks().get(0).expected())
                .contains(Samples.HOSTILE.replace("\ud83d lone", "\\ud83d lone"));
    }

    @Test
    void passesOverMembersThatItDoesNotKnow() {
        var report = Samples.report(Samples.violation());

        var text = edited(report, json -> {
            json.put("later", true);
            ((ObjectNode) json.get("checks").get(0)).putObject("later");
        });

        assertThat(ReportJson.parse(text)).isEqualTo(report);
    }

    @Test
    void readsAReportOfThePublicFormAlone() {
        var text = edited(Samples.report(Samples.violation()), json -> {
            json.remove(List.of("speed", "strict", "declared"));
            ((ObjectNode) json.get("checks").get(0)).remove(List.of("area", "says", "source", "details"));
        });

        var report = ReportJson.parse(text);

        assertThat(report.declared()).isEqualTo(1);
        assertThat(report.checks().get(0).area()).isEqualTo("FILTER");
    }

    @Test
    void refusesAnotherVersionAndSaysSo() {
        var text = edited(Samples.report(), json -> json.put("report", 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportJson.parse(text))
                .withMessage("`report` is 2; this suite reads version 1, use the suite that wrote it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|it holds no JSON object",
                "{}|`report` is missing; it is a whole number",
                "{\"report\":\"1\"}|`report` is string; it is a whole number",
                "{\"report\":1}|`checks` is missing; it is an array",
                "{\"report\":1,\"checks\":[1]}|`checks` is array; it is an array of objects",
                "{\"report\":1,\"checks\":[{}]}|`checks[0].id` is missing; it is a text",
                "{\"report\":1,\"checks\":[],\"suite\":[]}|`suite` is array; it is an object"
            })
    void refusesWhatIsNoReportAndNamesTheMember(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportJson.parse(text))
                .withMessage(message);
    }

    @Test
    void refusesHalfAFileWithItsName(@TempDir Path folder) throws IOException {
        var file = folder.resolve("half.json");
        Files.writeString(file, "{\"report\":1,");

        assertThatIOException()
                .isThrownBy(() -> ReportJson.read(file))
                .withMessageStartingWith("`" + file + "` is no usable report: it is not JSON: ");
        assertThatIOException()
                .isThrownBy(() -> ReportJson.read(folder.resolve("none.json")))
                .withMessage("`" + folder.resolve("none.json")
                        + "` cannot be read; give a report.json that a run has written");
    }

    @Test
    void isValidAgainstItsSchemaWhateverTheVerdicts() throws IOException {
        var all = Samples.oneOfEach();

        assertThat(problems(ReportJson.text(Samples.report()))).isEmpty();
        assertThat(problems(ReportJson.text(Samples.report(false, all.size(), all))))
                .isEmpty();
        assertThat(problems(ReportJson.text(Samples.hostileReport()))).isEmpty();
        assertThat(problems(ReportJson.text(Samples.report(false, 7, all)))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatThePublicFormDoesNotAllow() throws IOException {
        var report = Samples.report(Samples.violation(), Samples.must(2, Verdict.NOT_TESTED));

        assertThat(problems(edited(report, json -> json.put("report", 2)))).isNotEmpty();
        assertThat(problems(edited(report, json -> json.put("outcome", "green"))))
                .isNotEmpty();
        assertThat(problems(edited(report, json -> json.remove("partial")))).isNotEmpty();
        assertThat(problems(edited(report, json -> json.put("started", "yesterday"))))
                .isNotEmpty();
        assertThat(problems(edited(report, json -> check(json, 0).put("verdict", "green"))))
                .isNotEmpty();
        assertThat(problems(edited(report, json -> check(json, 0).put("exchange", "/etc/passwd"))))
                .isNotEmpty();
        assertThat(problems(edited(report, json -> check(json, 0).put("durationMs", -1))))
                .isNotEmpty();
        assertThat(problems(edited(report, json -> check(json, 1).remove("reason"))))
                .isNotEmpty();
        assertThat(problems(edited(report, json -> ((ObjectNode) json.get("counts")).putObject("MAY"))))
                .isNotEmpty();
        assertThat(problems(edited(report, json -> json.put("more", "is welcome"))))
                .isEmpty();
    }

    private static ObjectNode check(ObjectNode report, int index) {
        return (ObjectNode) report.get("checks").get(index);
    }

    private static String edited(Report report, Consumer<ObjectNode> edit) {
        try {
            var json = (ObjectNode) MAPPER.readTree(ReportJson.text(report));
            edit.accept(json);
            return MAPPER.writeValueAsString(json);
        } catch (IOException e) {
            throw new AssertionError("a report's own text can be parsed", e);
        }
    }

    private static List<String> problems(String text) throws IOException {
        return schema().validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema() throws IOException {
        try (var schema = ReportJson.schema()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
