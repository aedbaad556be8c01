package org.instantlogs.suite.zone;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.instantlogs.suite.probe.Answer;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.probe.Transcript;

/**
 * How a zone is made free for the next case where the target can't reset it: most targets let a new session take an older
 * one's place, some refuse it, and then the older one has to be waited out. Learnt from the first zone that needs to know.
 * Shared by a run; thread-safe.
 */
final class Occupancy {
    private enum Custom {
        UNKNOWN,
        REPLACES,
        REFUSES
    }

    private static final Duration BEYOND = Duration.ofSeconds(1);

    private final AtomicReference<Custom> custom = new AtomicReference<>(Custom.UNKNOWN);
    private final Set<String> soiled = ConcurrentHashMap.newKeySet();

    void soil(String zoneId) {
        soiled.add(zoneId);
    }

    /** Whether the target was seen to refuse a second session in a zone. */
    boolean isRefused() {
        return custom.get() == Custom.REFUSES;
    }

    /** Makes the zone free; without a reset this may take the idle limit. */
    void free(Zone zone) {
        var target = zone.target();
        if (target.descriptor().reset().isPresent()) {
            target.reset(zone.id(), zone.transcript());
            return;
        }
        if (custom.get() == Custom.UNKNOWN) {
            learn(zone);
        } else if (custom.get() == Custom.REFUSES && soiled.contains(zone.id())) {
            letTheIdleLimitPass(zone);
        }
        soiled.remove(zone.id());
    }

    private synchronized void learn(Zone zone) {
        if (custom.get() != Custom.UNKNOWN) {
            return;
        }
        var target = zone.target();
        boolean first = isMade(create(target, zone, zone.transcript()));
        boolean second = isMade(create(target, zone, zone.transcript()));
        if (first && second) {
            custom.set(Custom.REPLACES);
        } else if (first != second || isMadeLater(zone)) {
            custom.set(Custom.REFUSES);
            letTheIdleLimitPass(zone);
        }
        // Neither was made, and waiting didn't help: creating is broken, which other checks say.
    }

    private boolean isMadeLater(Zone zone) {
        if (!canPass(zone)) {
            return false;
        }
        letTheIdleLimitPass(zone);
        return isMade(create(zone.target(), zone, zone.transcript()));
    }

    private static Answer create(Target target, Zone zone, Transcript transcript) {
        return target.leanApi(transcript)
                .send(ApiRequest.create(zone.id(), JobSpec.exampleJob().toJson()));
    }

    private static boolean isMade(Answer answer) {
        return answer.status() == 200 || answer.status() == 201;
    }

    private static boolean canPass(Zone zone) {
        return zone.movesTime() || zone.descriptor().limits().idle().compareTo(Duration.ofMinutes(1)) <= 0;
    }

    private static void letTheIdleLimitPass(Zone zone) {
        if (!canPass(zone)) {
            throw zone.judgement()
                    .inconclusive(
                            "the target refuses a second session in a zone, and the one of before can't be ended: "
                                    + "offer `reset` (or clock.advance, or a limits.idle of at most PT1M)");
        }
        zone.passes(zone.descriptor().limits().idle().plus(BEYOND));
    }
}
