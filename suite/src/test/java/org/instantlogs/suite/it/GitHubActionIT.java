package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The composite action that gates a pull request, as far as it can be run without GitHub: each of its command lines is run, by
 * the shell that it names, with what GitHub would set.
 */
class GitHubActionIT {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path ROOT = root();
    private static final Path ACTION = ROOT.resolve(".github/actions/instant-logs");
    private static final long LONGEST_SECONDS = 180;

    @TempDir
    private Path folder;

    @Test
    void everyStepIsACommandThatOneOfTheseTestsRuns() throws Exception {
        assertThat(steps())
                .extracting(step -> step.path("name").asText())
                .containsExactly("Build the suite", "Judge the target");
        assertThat(steps())
                .allSatisfy(step -> assertThat(step.path("shell").asText()).isEqualTo("bash"));
    }

    @Test
    void aTargetThatConformsPassesAndTheSummaryIsTheJobs() throws Exception {
        assertThat(judge("bundled", "--only IL-AUTH-0* --seed 7")).isZero();

        assertThat(folder.resolve("job.md")).content().startsWith("## Instant Logs conformance: conformant\n");
        assertThat(printed()).contains("conformant: ").doesNotContain("::error");
    }

    @Test
    void aTargetThatIsNotThereIsMarkedByTheExitCodeAndLeavesNoSummary() throws Exception {
        assertThat(judge("no-such.yaml", "")).isEqualTo(2);

        assertThat(folder.resolve("job.md")).doesNotExist();
        assertThat(printed()).contains("no-such.yaml");
    }

    /** Maven within Maven would take minutes: the shell runs the line, and a program of that name notes what it was told. */
    @Test
    void theSuiteIsBuiltAsTheReadmeSays() throws Exception {
        var noting = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(noting.toFile().setExecutable(true)).isTrue();

        assertThat(run(steps().get(0), Map.of("PATH", folder + ":" + System.getenv("PATH"))))
                .isZero();

        var told = List.of(printed().strip().split(" ", -1));
        assertThat(told).startsWith("-B", "-ntp", "-q", "-f").endsWith("package", "-Dtarget=bundled");
        assertThat(Path.of(told.get(4))).isRegularFile();
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("mvn -q package -Dtarget=bundled");
    }

    @Test
    void theWorkflowsUseTheActionWithInputsThatItHas() throws Exception {
        var inputs = names(YAML.readTree(ACTION.resolve("action.yml").toFile()).path("inputs"));
        var workflows =
                List.of(Files.readString(ROOT.resolve(".github/workflows/conformance.yml")), exampleOf("README.md"));

        for (var workflow : workflows) {
            var uses = new ArrayList<JsonNode>();
            YAML.readTree(workflow).at("/jobs/conformance/steps").forEach(uses::add);
            assertThat(uses)
                    .filteredOn(step -> step.path("uses").asText().contains("/.github/actions/instant-logs"))
                    .singleElement()
                    .satisfies(step -> assertThat(inputs)
                            .containsAll(names(step.path("with")))
                            .contains("target"));
        }
    }

    private int judge(String target, String options) throws Exception {
        return run(
                steps().get(1),
                Map.of(
                        "CONFORMANCE_TARGET", target,
                        "CONFORMANCE_OUT", folder.resolve("report").toString(),
                        "CONFORMANCE_OPTIONS", options));
    }

    private int run(JsonNode step, Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-e", "-c", step.path("run").asText())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TARGET_"));
        builder.environment().put("GITHUB_ACTIONS", "true");
        builder.environment().put("GITHUB_ACTION_PATH", ACTION.toString());
        builder.environment()
                .put("GITHUB_STEP_SUMMARY", folder.resolve("job.md").toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                    .as(this::printed)
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String printed() {
        try {
            return Files.readString(folder.resolve("printed.txt"));
        } catch (IOException e) {
            throw new AssertionError("nothing was printed", e);
        }
    }

    private static List<JsonNode> steps() throws IOException {
        var steps = new ArrayList<JsonNode>();
        YAML.readTree(ACTION.resolve("action.yml").toFile()).at("/runs/steps").forEach(steps::add);
        return steps;
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.properties().forEach(property -> names.add(property.getKey()));
        return names;
    }

    private static String exampleOf(String file) throws IOException {
        var example = Pattern.compile("(?s)```yaml\n(name: conformance\n.*?)```")
                .matcher(Files.readString(ROOT.resolve(file)));
        assertThat(example.find()).as("a workflow in " + file).isTrue();
        return example.group(1);
    }

    // The suite's jar is in suite/target.
    private static Path root() {
        var jar = Path.of(System.getProperty("suite.jar", "target/instant-logs-suite.jar"))
                .toAbsolutePath();
        return jar.resolve("../../..").normalize();
    }
}
