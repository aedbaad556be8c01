package org.instantlogs.suite.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a run leaves behind and prints, and what the commands make of it afterwards: to look for credentials and session
 * addresses in.
 */
final class Traces {
    /** Of an owner and of a stranger: e-mail, key and token each. */
    static final List<String> SECRETS = List.of(
            "sentinel-owner@example.com",
            "SENTINELownerKEY0123456789",
            "SENTINELownerTOKEN0123456789",
            "sentinel-stranger@example.com",
            "SENTINELstrangerKEY0123456789",
            "SENTINELstrangerTOKEN0123456789");

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final SuiteRun run;
    private final List<Output> printed = new ArrayList<>();

    private Traces(SuiteRun run) {
        this.run = run;
    }

    /** Something that was printed or left in a file. */
    record Output(String name, String text) {}

    /** The options of a server that knows these logins. */
    static List<String> accounts() {
        return List.of(
                "--account",
                String.join(":", SECRETS.subList(0, 3)),
                "--account",
                String.join(":", SECRETS.subList(3, 6)));
    }

    /** Of a run that keeps everything, as it has ended: lists what is known, compares, renders and replays. */
    static Traces of(SuiteRun run, Path descriptor) throws Exception {
        var traces = new Traces(run);
        var folder = run.folder();
        var report = folder.resolve("report.json").toString();
        traces.print(
                "known",
                "update",
                "--report",
                report,
                "--known",
                folder.resolve("known.yaml").toString());
        traces.print(
                "diff", report, report, "--out", folder.resolve("comparison").toString());
        traces.print("report", folder.toString());
        traces.print(Stream.concat(Stream.of("replay", "--target", descriptor.toString()), traces.replays().stream())
                .toArray(String[]::new));
        return traces;
    }

    private List<String> replays() throws IOException {
        try (var files = Files.list(run.folder().resolve("exchanges"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".replay.json"))
                    .toList();
        }
    }

    private void print(String... command) throws Exception {
        try (var program = Program.start("suite.jar", run.folder(), List.of(), List.of(command))) {
            program.exit(LONGEST);
            printed.add(new Output("stdout of " + command[0], program.out().all()));
            printed.add(new Output("stderr of " + command[0], program.err().all()));
        }
    }

    /** What holds a secret, and which. */
    List<String> leaks() throws IOException {
        var leaks = new ArrayList<String>();
        for (Output output : outputs()) {
            forbidden()
                    .filter(output.text()::contains)
                    .forEach(secret -> leaks.add(output.name() + " holds " + secret));
            if (output.text().matches("(?s).*/sessions/[0-9a-f]{32}.*")) {
                leaks.add(output.name() + " holds a session's address");
            }
        }
        return leaks;
    }

    private static Stream<String> forbidden() {
        return SECRETS.stream()
                .flatMap(secret -> Stream.of(
                        secret,
                        secret.replace("@", "%40"),
                        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))))
                .distinct();
    }

    List<Output> outputs() throws IOException {
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
