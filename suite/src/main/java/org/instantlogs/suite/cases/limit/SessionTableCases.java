package org.instantlogs.suite.cases.limit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.Zone;

/** What becomes of a session, whatever it is at, when something happens: the pairs of {@link SessionTable}. */
public final class SessionTableCases {
    private static final String BEFORE = "IL-LIMIT-09.streams-whatever-happened-before";
    private static final String ASIDE = "IL-LIMIT-06.goes-on-whatever-else-is-asked";
    private static final String REPLACED = "IL-LIMIT-06.goes-on-whatever-becomes-of-the-replaced-one";
    private static final String OVER = "IL-LIMIT-05.nothing-brings-it-back";
    private static final String ABANDONED = "IL-LIMIT-08.nothing-brings-it-back";

    /** What happens while nobody listens. */
    record Meanwhile(Leaving listener, SessionEvent event) implements Variant {
        @Override
        public Map<String, String> axes() {
            var axes = new TreeMap<>(listener.axes());
            axes.putAll(event.axes());
            return axes;
        }
    }

    @Check(BEFORE)
    @Variants("meanwhile")
    void streamsWhateverHappenedBefore(Zone zone, Meanwhile meanwhile) {
        var job = zone.job(Jobs.PLAIN);
        meanwhile.listener().happensTo(job);

        meanwhile.event().happensTo(zone, job, Optional.empty());

        job.streams().goesOn("whatever has happened while nobody listened");
    }

    @Check(ASIDE)
    @Variants("asides")
    void goesOnWhateverElseIsAsked(Zone zone, Judgement judgement, SessionEvent event) {
        var job = zone.job(Jobs.PLAIN);
        var stream = job.stream();

        event.happensTo(zone, job, Optional.of(stream));

        stream.goesOn("whatever else is asked");
    }

    /** The older listener's leaving, or his coming back, must not be taken for the newer one's. */
    @Check(REPLACED)
    @Variants("afterReplaced")
    void goesOnWhateverBecomesOfTheReplacedOne(Zone zone, Judgement judgement, SessionEvent event) {
        var older = zone.job(Jobs.PLAIN);
        var listener = older.stream();
        var newer = zone.create(Jobs.PLAIN).handled();
        if (newer.isRefusal()) {
            judgement.observed("the newer session is refused");
            return;
        }
        var stream = newer.accepted().streams();

        event.happensTo(zone, older, Optional.of(listener));

        stream.goesOn("whatever becomes of the session that it has replaced");
    }

    @Check(OVER)
    @Needs(Need.SESSION_TIME)
    @Variants("afterTheSessionTime")
    void nothingBringsASessionBack(Zone zone, SessionEvent event) {
        var job = zone.job(Jobs.PLAIN);
        var stream = job.stream();
        zone.age().exceeds(zone.descriptor().limits().session());

        event.happensTo(zone, job, Optional.empty());

        stream.isOver("after the maximum session time, whatever happens");
        job.doesNotStream("after the maximum session time, whatever happens");
    }

    @Check(ABANDONED)
    @Needs(Need.IDLE_TIME)
    @Variants("afterTheIdleLimit")
    void nothingBringsAnAbandonedSessionBack(Zone zone, SessionEvent event) {
        var job = zone.job(Jobs.PLAIN);
        job.stream().close();
        zone.age().exceeds(zone.descriptor().limits().idle());

        event.happensTo(zone, job, Optional.empty());

        job.doesNotStream("after the idle limit, whatever happens");
    }

    @Check("IL-LIMIT-08.does-not-count-as-listening")
    @Needs(Need.IDLE_TIME)
    @Variants("noListening")
    void doesNotCountAsListening(Zone zone, SessionEvent event) {
        var idle = zone.descriptor().limits().idle();
        var job = zone.job(Jobs.PLAIN);
        job.stream().drop();
        var age = zone.age();
        age.reaches(idle.dividedBy(2));
        event.happensTo(zone, job, Optional.empty());

        age.exceeds(idle);

        job.doesNotStream("after nobody has listened for more than the idle limit, though it was asked about");
    }

    @Check("IL-LIMIT-05.does-not-prolong-a-session")
    @Needs(Need.SESSION_TIME)
    @Variants("noProlonging")
    void doesNotProlongASession(Zone zone, SessionEvent event) {
        var limit = zone.descriptor().limits().session();
        var job = zone.job(Jobs.PLAIN);
        var stream = job.stream();
        var age = zone.age();
        age.reaches(limit.dividedBy(2));
        event.happensTo(zone, job, Optional.of(stream));

        age.exceeds(limit);

        stream.isOver("after the maximum session time, whatever happened half-way");
        job.doesNotStream("after the maximum session time, whatever happened half-way");
    }

    @Check("IL-LIMIT-03.grants-session-after-session")
    @Variants("goneAgain")
    void grantsSessionAfterSession(Zone zone, Leaving left) {
        int cycles = Cycles.in(zone);
        for (int cycle = 0; cycle < cycles; cycle++) {
            Cycles.pause(zone, cycle);
            left.leaves(next(zone).rawStreams(Handshake.PLAIN).stream());
        }
        Cycles.pause(zone, 0);

        next(zone).streams().goesOn("after " + cycles + " sessions before it");
    }

    /** The one before may live on until the idle limit, and hold its zone. */
    private static Job next(Zone zone) {
        var answer = zone.asks(Jobs.PLAIN).handled();
        if (answer.isRefusal()) {
            zone.frees();
            answer = zone.asks(Jobs.PLAIN);
        }
        return answer.accepted();
    }

    static List<Variant> meanwhile() {
        var names = Map.of("created", Leaving.NEVER_CONNECTED, "closed", Leaving.CLOSED, "lost", Leaving.DROPPED);
        return names.entrySet().stream()
                .flatMap(state -> SessionTable.events(BEFORE, state.getKey()).stream()
                        .map(event -> (Variant) new Meanwhile(state.getValue(), event)))
                .toList();
    }

    static List<SessionEvent> asides() {
        return SessionTable.events(ASIDE, "attached");
    }

    static List<SessionEvent> afterReplaced() {
        return SessionTable.events(REPLACED, "replaced");
    }

    static List<SessionEvent> afterTheSessionTime() {
        return SessionTable.events(OVER, "over");
    }

    static List<SessionEvent> afterTheIdleLimit() {
        return SessionTable.events(ABANDONED, "abandoned");
    }

    static List<SessionEvent> noListening() {
        return List.of(
                SessionEvent.REFUSED_CREATE,
                SessionEvent.REFUSED_FILTER,
                SessionEvent.LIST,
                SessionEvent.PLAIN_GET,
                SessionEvent.BAD_HANDSHAKE,
                SessionEvent.STRANGE_HANDSHAKE);
    }

    static List<SessionEvent> noProlonging() {
        return List.of(
                SessionEvent.REFUSED_CREATE,
                SessionEvent.REFUSED_FILTER,
                SessionEvent.LIST,
                SessionEvent.PING,
                SessionEvent.MESSAGE,
                SessionEvent.BAD_HANDSHAKE);
    }

    static List<Variant> goneAgain() {
        return Leaving.goneAgain();
    }
}
