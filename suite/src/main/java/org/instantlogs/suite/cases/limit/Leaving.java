package org.instantlogs.suite.cases.limit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.Stream;

/** Where the listener of a session is when something else happens to it. */
enum Leaving implements Variant {
    ATTACHED,
    CLOSED,
    DROPPED,
    NEVER_CONNECTED;

    static List<Variant> everyWay() {
        return List.of(values());
    }

    /** The ways in which nobody is left listening. */
    static List<Variant> awayFromIt() {
        return List.of(CLOSED, DROPPED, NEVER_CONNECTED);
    }

    /** The ways of a listener who was there and is gone. */
    static List<Variant> goneAgain() {
        return List.of(CLOSED, DROPPED);
    }

    /** Connects to the job and leaves it in this way; the stream where somebody still listens. */
    Optional<Stream> happensTo(Job job) {
        if (this == NEVER_CONNECTED) {
            return Optional.empty();
        }
        return leaves(job.stream());
    }

    /** Leaves a connected stream in this way. */
    Optional<Stream> leaves(Stream stream) {
        switch (this) {
            case CLOSED -> stream.close();
            case DROPPED -> stream.drop();
            default -> {
                return Optional.of(stream);
            }
        }
        return Optional.empty();
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("listener", name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
