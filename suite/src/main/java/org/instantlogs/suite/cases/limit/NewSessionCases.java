package org.instantlogs.suite.cases.limit;

import java.util.List;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.zone.Zone;

/** That there is a next session after one has ended, and that it is a whole one. Source page: "Limits". */
public final class NewSessionCases {
    private static final int ROUNDS = 3;

    @Check("IL-LIMIT-03.grants-a-new-session-after-the-listener-left")
    @Variants("goneAgain")
    void grantsANewSessionAfterTheListenerLeft(Zone zone, Leaving older) {
        older.leaves(zone.stream(Jobs.PLAIN));

        var newer = zone.create(Jobs.PLAIN).handled();
        if (newer.isRefusal()) {
            // The session may live on until the idle limit, and hold its zone.
            zone.frees();
            newer = zone.create(Jobs.PLAIN);
        }

        newer.accepted().streams().goesOn("in a session made after the listener of the one before had left");
    }

    @Check("IL-LIMIT-03.grants-a-new-session-in-place-of-a-replaced-one")
    void grantsANewSessionInPlaceOfAReplacedOne(Zone zone, Judgement judgement) {
        var older = Jobs.proven(zone, judgement);

        var newer = zone.create(Jobs.PLAIN).handled();

        if (newer.isRefusal()) {
            older.goesOn("after a second one was refused: none has ended");
        } else {
            newer.accepted().streams().goesOn("in a session that has replaced another");
            zone.create(Jobs.PLAIN).accepted().streams().goesOn("in a session that has replaced that one");
        }
    }

    @Check("IL-LIMIT-03.grants-a-new-session-after-the-session-time")
    @Needs(Need.SESSION_TIME)
    void grantsANewSessionAfterTheSessionTime(Zone zone) {
        zone.stream(Jobs.PLAIN);
        var age = zone.age();
        age.exceeds(zone.descriptor().limits().session());

        var newer = zone.create(Jobs.PLAIN);

        newer.accepted().streams().goesOn("in a session made after one has come to the maximum session time");
    }

    @Check("IL-LIMIT-03.grants-a-new-session-after-the-idle-limit")
    @Needs(Need.IDLE_TIME)
    @Variants("awayFromIt")
    void grantsANewSessionAfterTheIdleLimit(Zone zone, Leaving older) {
        older.happensTo(zone.job(Jobs.PLAIN));
        var age = zone.age();
        age.exceeds(zone.descriptor().limits().idle());

        var newer = zone.create(Jobs.PLAIN);

        newer.accepted().streams().goesOn("in a session made after one has come to the idle limit");
    }

    /** Once is not always: what a time-out leaves behind may show at the next. */
    @Check("IL-LIMIT-03.grants-a-new-session-after-several-time-outs")
    @Needs(Need.CLOCK)
    void grantsANewSessionAfterSeveralTimeOuts(Zone zone) {
        var limits = zone.descriptor().limits();
        var job = zone.job(Jobs.PLAIN);
        for (int round = 1; round <= ROUNDS; round++) {
            job.stream().close();
            zone.age().exceeds(limits.idle());
            zone.create(Jobs.PLAIN).accepted().streams();
            zone.age().exceeds(limits.session());
            job = zone.create(Jobs.PLAIN).accepted();
        }

        job.streams().goesOn("in a session made after " + 2 * ROUNDS + " of the zone have come to a limit");
    }

    /** What an ended session has set going must not end the next: a timer of the zone's, and not of the session's, would. */
    @Check("IL-LIMIT-06.a-later-session-has-the-whole-time")
    @Needs({Need.SESSION_TIME, Need.IDLE_TIME})
    void aLaterSessionHasTheWholeTime(Zone zone, Judgement judgement) {
        var limits = zone.descriptor().limits();
        var older = zone.age();
        Leaving.CLOSED.happensTo(zone.job(Jobs.PLAIN));
        zone.age().exceeds(limits.idle());
        var newer = zone.age();
        var stream = zone.stream(Jobs.PLAIN);
        refuseIfTooShort(
                judgement,
                newer.shortOf(limits.session()).compareTo(limits.session().minus(limits.idle())) > 0);

        older.exceeds(limits.session());
        stream.goesOn("at the end of the maximum session time of the session before it");
        newer.comesShortOf(limits.session());
        stream.goesOn("shortly before the end of its own maximum session time");
    }

    private static void refuseIfTooShort(Judgement judgement, boolean fits) {
        if (!fits) {
            throw judgement.notTested("clock.advance, or a limits.idle well above the tolerance of 2 s");
        }
    }

    /** Likewise for the idle limit, where the target lets a newer session take the place of one that nobody listens to. */
    @Check("IL-LIMIT-06.a-session-does-not-inherit-the-idle-limit-of-another")
    @Needs(Need.IDLE_TIME)
    @Variants("awayFromIt")
    void aSessionDoesNotInheritTheIdleLimitOfAnother(Zone zone, Judgement judgement, Leaving left) {
        var idle = zone.descriptor().limits().idle();
        left.happensTo(zone.job(Jobs.PLAIN));
        var older = zone.age();
        older.reaches(idle.dividedBy(2));
        var newer = zone.create(Jobs.PLAIN).handled();
        if (newer.isRefusal()) {
            judgement.observed("the newer session is refused");
            return;
        }
        var stream = newer.accepted().streams();

        older.exceeds(idle);

        stream.goesOn("after the idle limit of the session that it has replaced");
    }

    static List<Variant> goneAgain() {
        return Leaving.goneAgain();
    }

    static List<Variant> awayFromIt() {
        return Leaving.awayFromIt();
    }
}
