package org.instantlogs.suite.run;

import java.util.Optional;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.NoAnswer;
import org.instantlogs.suite.probe.Target;

/**
 * Whether the target still lives: where several cases in a row got no answer, and a question of its own gets none either,
 * the rest of the run is spared the waiting. Thread-safe.
 */
final class Vitals {
    private static final int SUSPICIOUS = 3;

    private final Target target;
    private int unanswered;
    private Optional<String> causeOfDeath = Optional.empty();

    Vitals(Target target) {
        this.target = target;
    }

    synchronized void alive() {
        unanswered = 0;
    }

    synchronized void noAnswer() {
        unanswered++;
    }

    /** Why nothing more can be asked; empty while the target answers. */
    synchronized Optional<String> causeOfDeath() {
        if (causeOfDeath.isEmpty() && unanswered >= SUSPICIOUS) {
            ask();
        }
        return causeOfDeath;
    }

    private void ask() {
        try {
            target.leanApi(target.transcript())
                    .sendOnce(ApiRequest.list(target.descriptor().zones().get(0).id()));
            unanswered = 0;
        } catch (NoAnswer e) {
            causeOfDeath = Optional.of("the target has stopped answering: " + e.getMessage());
        }
    }
}
