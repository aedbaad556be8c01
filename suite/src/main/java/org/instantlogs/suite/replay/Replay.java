package org.instantlogs.suite.replay;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.instantlogs.reports.Legible;
import org.instantlogs.reports.Recording;
import org.instantlogs.reports.Recording.Kind;
import org.instantlogs.reports.Recording.Step;
import org.instantlogs.reports.replay.ReplayFile;
import org.instantlogs.suite.probe.HandshakeRefused;
import org.instantlogs.suite.probe.NoAnswer;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.probe.TrafficFailed;

/**
 * Does a recorded case again against a target, prints what it does and what comes, and last where that differs from what had
 * come. Used once.
 */
public final class Replay {
    private static final int SAME = 0;
    private static final int OTHERWISE = 1;
    private static final int INCOMPLETE = 3;
    private static final int SWITCHED = 101;

    private final Target target;
    private final PrintWriter out;
    private final List<String> differences = new ArrayList<>();

    public Replay(Target target, PrintWriter out) {
        this.target = target;
        this.out = out;
    }

    /**
     * Plays the file.
     *
     * @return 0 where the same came, 1 where something else did, 3 where a step could not be done
     * @throws Impossible where the target's descriptor lacks what a step needs
     */
    public int play(ReplayFile file) {
        say(file.check() + "  " + file.rule());
        say("  expected  " + file.expected());
        say("  had come  " + file.actual());
        var steps = file.recording().steps();
        try (var actor = new Actor(target)) {
            actor.refuseWhatIsMissing(file.recording());
            for (var i = 0; i < steps.size(); i++) {
                say("");
                say((i + 1) + "/" + steps.size() + "  " + actor.shown(Told.step(steps.get(i))));
                if (!done(i + 1, steps.get(i), actor)) {
                    return INCOMPLETE;
                }
            }
            compareMessages(file.recording(), actor);
        }
        var exit = concluded(file.recording());
        if (!file.again().isBlank()) {
            say("judged anew: " + file.again());
        }
        return exit;
    }

    private boolean done(int number, Step step, Actor actor) {
        try {
            var came = actor.act(step);
            came.remarks().forEach(remark -> say("  note      " + remark));
            came.told().forEach(line -> say("  came      " + line));
            for (var difference : Told.differences(step, came)) {
                say("  differs   " + difference);
                differences.add("step " + number + ": " + difference);
            }
            return true;
        } catch (NoAnswer | HandshakeRefused | TrafficFailed e) {
            if (step.status() == 0 && e instanceof NoAnswer) {
                say("  came      no answer, as it had: " + e.getMessage());
                return true;
            }
            say("  failed    " + e.getMessage());
            say("");
            say("step " + number + " could not be done, so the rest was left");
            return false;
        }
    }

    private void compareMessages(Recording recording, Actor actor) {
        var recorded = new TreeMap<Integer, List<String>>();
        recording.steps().stream()
                .filter(step -> step.kind() == Kind.CONNECT && step.status() == SWITCHED)
                .forEach(step -> recorded.put(step.socket(), new ArrayList<>()));
        recording.steps().stream()
                .filter(step -> step.kind() == Kind.EXPECT)
                .forEach(step -> recorded.computeIfAbsent(step.socket(), socket -> new ArrayList<>())
                        .addAll(step.came()));
        recorded.forEach(
                (socket, messages) -> differences.addAll(Told.differences(socket, messages, actor.messages(socket))));
    }

    private int concluded(Recording recording) {
        say("");
        if (differences.isEmpty()) {
            say("all " + recording.steps().size() + " steps: the same came as had come");
            return SAME;
        }
        say("something else came than had come:");
        differences.forEach(difference -> say("  " + difference));
        return OTHERWISE;
    }

    private void say(String line) {
        out.println(Legible.inLine(target.redact(line)));
    }

    /** A step needs what the target's descriptor does not hold. */
    public static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Impossible(String message) {
            super(message);
        }
    }
}
