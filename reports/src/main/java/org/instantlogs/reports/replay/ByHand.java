package org.instantlogs.reports.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.instantlogs.reports.Recording;
import org.instantlogs.reports.Recording.Step;

/**
 * The steps as lines for a POSIX shell with curl and websocat, for those who have neither the suite nor Java. Addresses are
 * those of the recording; credentials and sessions are variables.
 */
final class ByHand {

    private static final Pattern NAME = Pattern.compile("\\{\\{([^{}]+)}}");

    /** What curl and websocat write themselves. */
    private static final Set<String> WRITTEN_BY_THE_PROGRAM =
            Set.of("host", "connection", "upgrade", "sec-websocket-key", "sec-websocket-version", "content-length");

    private final Map<String, String> target;
    private final Set<String> credentials = new TreeSet<>();

    private final boolean pathsNeeded;

    private ByHand(Recording recording) {
        this.target = recording.target();
        this.pathsNeeded =
                recording.steps().stream().anyMatch(step -> step.url().contains(" path}}"));
    }

    static List<String> lines(Recording recording) {
        var writer = new ByHand(recording);
        var steps = new ArrayList<String>();
        recording.steps().forEach(step -> steps.addAll(writer.lines(step)));
        var lines = new ArrayList<String>();
        lines.add(
                "# where the certificate is not trusted, for curl and websocat: export CURL_CA_BUNDLE=FILE SSL_CERT_FILE=FILE");
        writer.credentials.forEach(variable -> lines.add(variable + "=…"));
        lines.addAll(steps);
        return lines;
    }

    private List<String> lines(Step step) {
        return switch (step.kind()) {
            case REQUEST -> List.of(curl(step));
            case CONNECT ->
                List.of(
                        "rm -f in" + step.socket() + "; mkfifo in" + step.socket(),
                        websocat(step),
                        "exec " + hold(step.socket()) + ">in" + step.socket(),
                        "sleep 1  # it connects");
            case SEND -> List.of(send(step));
            case EXPECT ->
                List.of("sleep 1; cat out" + step.socket() + "  # "
                        + step.came().size() + " messages had come");
            case EXPECT_END ->
                List.of("sleep 1; cat out" + step.socket() + "  # it had ended: " + oneLine(step.came()));
            case DROP -> List.of("exec " + hold(step.socket()) + ">&-  # the connection was cut here");
        };
    }

    private String curl(Step step) {
        var line = new StringBuilder("curl -sS -i -w '\\n' --path-as-is -X ").append(quoted(step.method()));
        for (var header : step.headers()) {
            if (!header.name().equalsIgnoreCase("content-length")) {
                line.append(" -H ").append(quoted(header.name() + ": " + header.value()));
            }
        }
        step.body()
                .filter(body -> !body.isEmpty())
                .ifPresent(body -> line.append(" --data-binary ").append(quoted(body)));
        line.append(' ').append(quoted(step.url()));
        var whole = step.bytes()
                .map(hex -> "printf %s " + hex + " | xxd -r -p | " + line + " --data-binary @-")
                .orElse(line.toString());
        return step.gives()
                .map(name -> whole + " | tee answer\n" + variable(name)
                        + "=$(sed -n 's/.*\"destination_conf\" *: *\"\\([^\"]*\\)\".*/\\1/p' answer)"
                        + (pathsNeeded ? path(variable(name)) : ""))
                .orElse(whole);
    }

    /** The part of a session's address behind the host. */
    private static String path(String variable) {
        return "\n" + variable + "_PATH=/${" + variable + "#*://*/}";
    }

    private String websocat(Step step) {
        var line = new StringBuilder("websocat -v");
        for (var header : step.headers()) {
            if (!WRITTEN_BY_THE_PROGRAM.contains(header.name().toLowerCase(Locale.ROOT))) {
                // with a blank it would take what follows for one more header
                line.append(" -H=").append(quoted(header.name() + ": " + header.value()));
            }
        }
        return line.append(' ')
                .append(quoted(step.url()))
                .append(" <in" + step.socket() + " >out" + step.socket() + " &")
                .toString();
    }

    private String send(Step step) {
        if (step.opcode().equals("text")
                && step.body().isPresent()
                && step.bytes().isEmpty()) {
            return "printf '%s\\n' " + quoted(step.body().get()) + " >&" + hold(step.socket());
        }
        if (step.opcode().equals("close")) {
            return "exec " + hold(step.socket()) + ">&-  # a close frame";
        }
        return "# websocat cannot send this: " + step.opcode() + " "
                + step.bytes().or(step::body).orElse("");
    }

    /** A file descriptor that keeps the socket's input open. */
    private static int hold(int socket) {
        return 3 + socket % 6;
    }

    /** Returns a word of the shell: literal but for the variables. */
    private String quoted(String text) {
        var shown = NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(target.getOrDefault(found.group(1), found.group())));
        var word = new StringBuilder();
        var matcher = NAME.matcher(shown);
        var from = 0;
        while (matcher.find()) {
            word.append(literal(shown.substring(from, matcher.start()))).append(value(matcher.group(1)));
            from = matcher.end();
        }
        word.append(literal(shown.substring(from)));
        return word.isEmpty() ? "''" : word.toString();
    }

    private String value(String name) {
        if (!name.startsWith("session ")) {
            credentials.add(variable(name));
        }
        return "\"$" + variable(name) + "\"";
    }

    private static String literal(String text) {
        return text.isEmpty() ? "" : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String oneLine(List<String> texts) {
        return String.join("; ", texts).replaceAll("\\s+", " ");
    }
}
