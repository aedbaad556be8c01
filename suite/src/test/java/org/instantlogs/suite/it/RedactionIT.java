package org.instantlogs.suite.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Credentials and session addresses are in nothing that the suite leaves behind or prints, even where everything is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedactionIT {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final List<String> SECRETS = List.of(
            "sentinel-owner@example.com",
            "SENTINELownerKEY0123456789",
            "SENTINELownerTOKEN0123456789",
            "sentinel-stranger@example.com",
            "SENTINELstrangerKEY0123456789",
            "SENTINELstrangerTOKEN0123456789");

    private static final String OWNER = String.join(":", SECRETS.subList(0, 3));
    private static final String STRANGER = String.join(":", SECRETS.subList(3, 6));

    @TempDir
    private static Path folder;

    /** Gives warnings, which leave files to replay and are listed as known. */
    private static final String WRONG = "binary,batched,curt";

    private Server server;
    private SuiteRun run;
    private final List<Output> printed = new ArrayList<>();

    @BeforeAll
    void keepEverythingOfARun() throws Exception {
        server = Server.start(
                folder, "--control", "0", "--zones", "8", "--account", OWNER, "--account", STRANGER, "--manner", WRONG);
        run = SuiteRun.of(server.descriptor(), folder.resolve("report"), LONGEST, "--trace", "all", "--strict")
                .isComplete()
                .isSound();
        var report = run.folder().resolve("report.json").toString();
        print(
                "known",
                "update",
                "--report",
                report,
                "--known",
                run.folder().resolve("known.yaml").toString());
        print(
                "diff",
                report,
                report,
                "--out",
                run.folder().resolve("comparison").toString());
        print("report", run.folder().toString());
        print(Stream.concat(Stream.of("replay", "--target", server.descriptor().toString()), replays().stream())
                .toArray(String[]::new));
    }

    private List<String> replays() throws IOException {
        try (var files = Files.list(run.folder().resolve("exchanges"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".replay.json"))
                    .toList();
        }
    }

    private void print(String... command) throws Exception {
        try (var program = Program.start("suite.jar", folder, List.of(), List.of(command))) {
            program.exit(LONGEST);
            printed.add(new Output("stdout of " + command[0], program.out().all()));
            printed.add(new Output("stderr of " + command[0], program.err().all()));
        }
    }

    @AfterAll
    void endTheServer() {
        server.close();
    }

    @Test
    void noCredentialAndNoSessionAddressIsInAnyOutput() throws Exception {
        assertThat(Files.readString(server.descriptor())).contains(SECRETS);

        var outputs = outputs();
        var leaks = new ArrayList<String>();
        for (Output output : outputs) {
            forbidden()
                    .filter(output.text()::contains)
                    .forEach(secret -> leaks.add(output.name() + " holds " + secret));
            if (output.text().matches("(?s).*/sessions/[0-9a-f]{32}.*")) {
                leaks.add(output.name() + " holds a session's address");
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(outputs)
                .extracting(Output::name)
                .contains("report.json", "report.html", "events.ndjson", "outcome.txt", "known.yaml", "stdout")
                .contains("comparison/comparison.html", "comparison/comparison.md", "comparison/comparison.json")
                .contains("stdout of known", "stdout of diff", "stdout of report", "stdout of replay")
                .anyMatch(name -> name.endsWith(".replay.json"))
                .anyMatch(name -> name.startsWith("TEST-"));
    }

    /** Else the search above would have had nothing to find. */
    @Test
    void theExchangesShowWhereASecretWas() throws Exception {
        var exchanges = outputs().stream()
                .filter(output -> output.name().startsWith("exchanges"))
                .map(Output::text)
                .toList();

        assertThat(exchanges).isNotEmpty();
        assertThat(String.join("", exchanges)).contains("[redacted]").contains("/sessions/");
    }

    private static Stream<String> forbidden() {
        return SECRETS.stream()
                .flatMap(secret -> Stream.of(
                        secret,
                        secret.replace("@", "%40"),
                        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))))
                .distinct();
    }

    private record Output(String name, String text) {}

    private List<Output> outputs() throws IOException {
        var outputs = new ArrayList<Output>();
        try (var files = Files.walk(run.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.add(new Output(
                        run.folder().relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        outputs.addAll(printed);
        outputs.add(new Output("stdout", run.out()));
        outputs.add(new Output("stderr", run.err()));
        return outputs;
    }
}
