package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportJson;
import org.instantlogs.reports.Verdict;

/** A run of the suite's jar that has ended: its exit code, what it printed, and the folder it left. */
record SuiteRun(int exit, String out, String err, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Runs the suite against a descriptor to its end.
     *
     * @param folder where the report goes
     * @param longest how long it may take
     * @param options beside those for target and report
     */
    static SuiteRun of(Path descriptor, Path folder, Duration longest, String... options)
            throws IOException, InterruptedException {
        try (var program = start(descriptor, folder, List.of(), options)) {
            return end(program, folder, longest);
        }
    }

    static Program start(Path descriptor, Path folder, List<String> jvm, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("run", "--target", descriptor.toString(), "--out", folder.toString()));
        arguments.addAll(List.of(options));
        return Program.start(
                "suite.jar", Objects.requireNonNull(descriptor.toAbsolutePath().getParent()), jvm, arguments);
    }

    static SuiteRun end(Program program, Path folder, Duration longest) throws InterruptedException {
        int exit = program.exit(longest);
        return new SuiteRun(exit, program.out().all(), program.err().all(), folder);
    }

    Report report() throws IOException {
        return ReportJson.read(folder.resolve("report.json"));
    }

    /** The report with what may not differ from run to run: all but times, the API's address, and what is measured. */
    JsonNode withoutTimes() throws IOException {
        var report = (ObjectNode) JSON.readTree(folder.resolve("report.json").toFile());
        report.remove(List.of("started", "durationMs", "speed", "shares"));
        ((ObjectNode) report.path("target")).remove("api");
        for (var check : report.path("checks")) {
            ((ObjectNode) check).remove("durationMs");
        }
        return report;
    }

    /** The verdict of each check that was judged, by id. */
    Map<String, Verdict> verdicts() throws IOException {
        var verdicts = new TreeMap<String, Verdict>();
        report().checks().stream()
                .filter(check -> check.verdict().isJudged())
                .forEach(check -> verdicts.put(check.id(), check.verdict()));
        return verdicts;
    }

    /** The checks with one of these verdicts, each with what was said about it. */
    List<String> with(Verdict... wanted) throws IOException {
        return report().checks().stream()
                .filter(check -> List.of(wanted).contains(check.verdict()))
                .map(SuiteRun::describe)
                .toList();
    }

    private static String describe(CheckResult check) {
        return check.id() + " " + check.verdict().label() + " "
                + check.reason().orElse("")
                + check.expected().map(text -> "expected " + text).orElse("")
                + check.actual().map(text -> ", actual " + text).orElse("")
                + check.stackTrace().map(trace -> "\n" + trace).orElse("");
    }

    /**
     * The report is valid against its schema and accounts for every declared check exactly once, in the same way as the
     * events do.
     */
    SuiteRun isComplete() throws IOException {
        assertThat(Files.exists(folder.resolve("report.json"))).as(said()).isTrue();
        var text = Files.readString(folder.resolve("report.json"));
        assertThat(schemaErrors(text)).isEmpty();

        var report = report();
        var ids = report.checks().stream().map(CheckResult::id).toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().hasSize(report.declared());
        assertThat(sum(JSON.readTree(text).path("counts"))).isEqualTo(report.declared());
        assertThat(report.trouble().orElse("")).doesNotContain("do not add up");

        var events = events();
        assertThat(checksOf(events, "declared")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(checksOf(events, "judged")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(events.get(events.size() - 1).path("event").asText()).isEqualTo("finished");
        assertThat(folder.resolve("outcome.txt")).isNotEmptyFile();
        return this;
    }

    /** Nothing went wrong in the suite itself: no error verdict, no stack trace, no memory used up. */
    SuiteRun isSound() throws IOException {
        assertThat(with(Verdict.ERROR)).as(said()).isEmpty();
        assertThat(out + err)
                .doesNotContain("OutOfMemoryError")
                .doesNotContain("Exception in thread")
                .doesNotContain("fault of the suite")
                .doesNotContainPattern("(?m)^\\s+at [a-z]+\\.");
        return this;
    }

    String said() {
        return "exit " + exit + "\nstdout\n" + out + "\nstderr\n" + err + "\n";
    }

    private static List<?> schemaErrors(String report) throws IOException {
        try (var schema = ReportJson.schema()) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(report, InputFormat.JSON);
        }
    }

    private static int sum(JsonNode counts) {
        int sum = 0;
        for (JsonNode level : counts) {
            for (JsonNode count : level) {
                sum += count.intValue();
            }
        }
        return sum;
    }

    private List<JsonNode> events() throws IOException {
        var events = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder.resolve("events.ndjson"))) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private static List<String> checksOf(List<JsonNode> events, String kind) {
        return events.stream()
                .filter(event -> event.path("event").asText().equals(kind))
                .map(event -> event.path("check").asText())
                .toList();
    }
}
