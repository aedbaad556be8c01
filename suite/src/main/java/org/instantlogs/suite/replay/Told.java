package org.instantlogs.suite.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.Fingerprint;
import org.instantlogs.reports.Recording.Kind;
import org.instantlogs.reports.Recording.Step;

/** Says in words what a step does and where what came differs from what had come. */
final class Told {
    private Told() {}

    static String step(Step step) {
        return switch (step.kind()) {
            case REQUEST ->
                step.purpose() + ": " + step.method() + " " + step.url()
                        + step.body().map(body -> "  " + Came.shortened(body)).orElse("");
            case CONNECT -> "socket " + step.socket() + ": connect to " + step.url();
            case SEND ->
                "socket " + step.socket() + ": send " + step.opcode() + " "
                        + Came.shortened(step.body().or(step::bytes).orElse(""));
            case EXPECT ->
                "socket " + step.socket() + ": wait for " + messages(step.came().size());
            case EXPECT_END -> "socket " + step.socket() + ": wait for its end";
            case DROP -> "socket " + step.socket() + ": cut the connection";
        };
    }

    /** Identifiers, times and quantities make no difference; texts in another order neither. */
    static List<String> differences(Step step, Came came) {
        var differences = new ArrayList<String>();
        if (step.status() != came.status()) {
            differences.add("HTTP " + came.status() + " instead of " + step.status());
        }
        if (step.kind() == Kind.EXPECT) {
            return differences; // messages are compared when all have come
        }
        if (step.came().isEmpty() != came.texts().isEmpty()) {
            differences.add(came.texts().isEmpty() ? "nothing came" : "something came where nothing had");
        }
        for (var i = 0; i < Math.min(step.came().size(), came.texts().size()); i++) {
            if (!alike(step.came()).contains(normal(came.texts().get(i)))) {
                differences.add(Came.shortened(came.texts().get(i)) + " instead of "
                        + Came.shortened(step.came().get(i)));
            }
        }
        return differences;
    }

    /** Says where the messages of a socket differ from those that had come; their order makes no difference. */
    static List<String> differences(int socket, List<String> recorded, List<String> came) {
        var differences = new ArrayList<String>();
        var name = "socket " + socket + ": ";
        if (recorded.size() != came.size()) {
            differences.add(name + messages(came.size()) + " instead of " + recorded.size());
        }
        missing(came, recorded).ifPresent(text -> differences.add(name + "came, and had not: " + text));
        missing(recorded, came).ifPresent(text -> differences.add(name + "had come, and did not: " + text));
        return differences;
    }

    /** The first of these that is not among the others. */
    private static Optional<String> missing(List<String> these, List<String> others) {
        var known = alike(others);
        return these.stream()
                .filter(text -> !known.contains(normal(text)))
                .map(Came::shortened)
                .findFirst();
    }

    private static List<String> alike(List<String> texts) {
        return texts.stream().map(Told::normal).toList();
    }

    private static String normal(String text) {
        return Fingerprint.normalised(text);
    }

    private static String messages(int count) {
        return count == 1 ? "1 message" : count + " messages";
    }
}
