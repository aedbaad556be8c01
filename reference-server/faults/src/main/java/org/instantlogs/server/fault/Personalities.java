package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.personality;

import java.util.EnumSet;
import java.util.List;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.front.Manner;

/** Servers that conform and take other permitted choices than the reference server does. */
final class Personalities {
    private Personalities() {}

    static List<TrialTarget> all() {
        return List.of(
                // The build's own run judges it by every check.
                personality("usual", "the reference server as it is")
                        .touches("IL-JOB-01")
                        .of(Parts.RIGHT),
                personality("batched", "up to five lines share a message")
                        .touches("IL-NDJSON-02", "IL-NDJSON-10")
                        .mayBreak("IL-NDJSON-09")
                        .options(options -> options.withManners(EnumSet.of(Manner.BATCHED)))
                        .of(Parts.RIGHT));
    }
}
