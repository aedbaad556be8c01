package org.instantlogs.reports.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.reports.Json;
import org.instantlogs.reports.Recording;
import org.instantlogs.reports.Recording.Kind;
import org.instantlogs.reports.Recording.Step;

/**
 * A recorded case as a file: what was done, what came, and the same as lines for a shell. JSON; its schema ships beside it.
 *
 * @param check the check's id
 * @param rule the rule's text
 * @param again the command that judges the check anew, alone
 */
public record ReplayFile(String check, String rule, String expected, String actual, String again, Recording recording) {

    static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Returns the text of a check's file, which ends in a newline. */
    public static String text(CheckResult check, Recording recording) {
        return new ReplayFile(
                        check.id(),
                        check.says(),
                        check.expected().orElse(""),
                        check.actual().or(check::reason).orElse(""),
                        check.replay().orElse(""),
                        recording)
                .text();
    }

    String text() {
        return Json.page(json -> json.number("replay", VERSION)
                .text("check", check)
                .text("rule", rule)
                .text("expected", expected)
                .text("actual", actual)
                .text("again", again)
                .object("target", target -> {
                    for (var one : new TreeMap<>(recording.target()).entrySet()) {
                        target.text(one.getKey(), one.getValue());
                    }
                })
                .objects("steps", recording.steps(), ReplayFile::step)
                .texts("byHand", ByHand.lines(recording)));
    }

    private static void step(Json json, Step step) throws IOException {
        json.text("do", label(step.kind()));
        if (step.kind() == Kind.REQUEST) {
            json.text("purpose", step.purpose());
        } else {
            json.number("socket", step.socket());
        }
        if (step.kind() == Kind.REQUEST || step.kind() == Kind.CONNECT) {
            json.text("method", step.method())
                    .text("url", step.url())
                    .objects(
                            "headers",
                            step.headers(),
                            (one, header) -> one.text("name", header.name()).text("value", header.value()))
                    .number("status", step.status());
        }
        json.text("opcode", Optional.of(step.opcode()).filter(opcode -> !opcode.isEmpty()))
                .text("body", step.body())
                .text("bytes", step.bytes());
        if (step.cut()) {
            json.flag("cut", true);
        }
        json.text("gives", step.gives()).texts("came", step.came());
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a file.
     *
     * @throws IOException where it cannot be read or is none; the message names the file, what is wrong and the way out
     */
    public static ReplayFile read(Path file) throws IOException {
        final String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IOException(
                    "`" + file + "` cannot be read; give a *.replay.json from the exchanges of a report", e);
        }
        try {
            return parse(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "`" + file + "` is no file to replay: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    static ReplayFile parse(String text) throws IOException {
        var root = new ReplayNode(MAPPER.readTree(text), "");
        if (root.number("replay") != VERSION) {
            throw new IllegalArgumentException("`replay` is " + root.number("replay") + "; this suite reads version "
                    + VERSION + ", use the suite that wrote it");
        }
        var target = new TreeMap<String, String>();
        root.object("target")
                .names()
                .forEach(name -> target.put(name, root.object("target").text(name)));
        var steps = new ArrayList<Step>();
        for (var step : root.objects("steps")) {
            steps.add(step(step));
        }
        return new ReplayFile(
                root.text("check"),
                root.optional("rule").orElse(""),
                root.optional("expected").orElse(""),
                root.optional("actual").orElse(""),
                root.optional("again").orElse(""),
                new Recording(Map.copyOf(target), steps));
    }

    private static Step step(ReplayNode node) {
        var headers = new ArrayList<Header>();
        for (var header : node.has("headers") ? node.objects("headers") : List.<ReplayNode>of()) {
            headers.add(new Header(header.text("name"), header.text("value")));
        }
        return new Step(
                kind(node.text("do")),
                node.optional("purpose").orElse(""),
                node.has("socket") ? node.number("socket") : 0,
                node.optional("method").orElse(""),
                node.optional("url").orElse(""),
                headers,
                node.optional("body"),
                node.optional("bytes"),
                node.has("cut"),
                node.optional("opcode").orElse(""),
                node.optional("gives"),
                node.has("status") ? node.number("status") : 0,
                node.has("came") ? node.texts("came") : List.of());
    }

    private static Kind kind(String label) {
        for (var kind : Kind.values()) {
            if (label(kind).equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "`do` is `" + label + "`; it is request, connect, send, expect, expect-end or drop");
    }

    /** Opens the JSON Schema (2020-12) of this form. */
    public static InputStream schema() {
        return Objects.requireNonNull(
                ReplayFile.class.getResourceAsStream("replay.schema.json"), "replay.schema.json is not in the jar");
    }
}
