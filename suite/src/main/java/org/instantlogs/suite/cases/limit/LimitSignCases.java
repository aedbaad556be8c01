package org.instantlogs.suite.cases.limit;

import java.util.Optional;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.probe.Connection.Ending;
import org.instantlogs.suite.probe.Connection.How;
import org.instantlogs.suite.zone.Zone;

/** How a listener is told that a limit was reached. Source page: "the logs stream will automatically stop". */
public final class LimitSignCases {
    private static final String NONE = "the newer session is refused";

    @Check("IL-LIMIT-11.how-the-session-time-shows")
    @Needs(Need.SESSION_TIME)
    void showsTheSessionTime(Zone zone, Judgement judgement) {
        judgement.observed(told(endedBySessionTime(zone)));
    }

    @Check("IL-LIMIT-11.how-being-replaced-shows")
    void showsThatItIsReplaced(Zone zone, Judgement judgement) {
        var older = zone.stream(Jobs.PLAIN);
        var newer = zone.create(Jobs.PLAIN);

        judgement.observed(newer.isSuccess() ? told(older.awaitEnding()) : NONE);
    }

    @Check("IL-LIMIT-12.the-session-time-shows-as-a-close-frame")
    @Needs(Need.SESSION_TIME)
    void theSessionTimeShowsAsACloseFrame(Zone zone, Judgement judgement) {
        judge(judgement, endedBySessionTime(zone));
    }

    /** Where the target lets an address be taken again. */
    @Check("IL-LIMIT-12.the-session-time-shows-as-a-close-frame-to-a-later-listener")
    @Needs(Need.SESSION_TIME)
    void theSessionTimeShowsAsACloseFrameToALaterListener(Zone zone, Judgement judgement) {
        var job = zone.job(Jobs.PLAIN);
        job.stream().close();
        var later = job.connects();
        var age = zone.age();
        age.exceeds(zone.descriptor().limits().session());

        if (later.isEmpty()) {
            judgement.observed("its address can't be connected to again");
        } else {
            judge(judgement, later.get().awaitEnding());
        }
    }

    @Check("IL-LIMIT-12.being-replaced-shows-as-a-close-frame")
    void beingReplacedShowsAsACloseFrame(Zone zone, Judgement judgement) {
        var older = zone.stream(Jobs.PLAIN);
        var newer = zone.create(Jobs.PLAIN);
        if (newer.isSuccess()) {
            judge(judgement, older.awaitEnding());
        } else {
            judgement.observed(NONE);
        }
    }

    private static Optional<Ending> endedBySessionTime(Zone zone) {
        var stream = zone.stream(Jobs.PLAIN);
        var age = zone.age();
        age.exceeds(zone.descriptor().limits().session());
        return stream.awaitEnding();
    }

    private static void judge(Judgement judgement, Optional<Ending> ending) {
        boolean right = ending.filter(LimitSignCases::isGoodbye).isPresent();
        judgement.expect(right, "a close frame with code 1000, 1001 or 1008 and a reason", told(ending));
    }

    private static boolean isGoodbye(Ending ending) {
        return ending.how() == How.CLOSE_FRAME
                && (ending.code().orElse(0) == 1000
                        || ending.code().orElse(0) == 1001
                        || ending.code().orElse(0) == 1008)
                && !ending.reason().isBlank();
    }

    /** Without the reason's text, in which a target may name the session or the time. */
    private static String told(Optional<Ending> ending) {
        return ending.map(how -> switch (how.how()) {
                    case CLOSE_FRAME ->
                        "close frame "
                                + (how.code().isPresent() ? how.code().getAsInt() : "without a code")
                                + (how.reason().isBlank() ? " without a reason" : " with a reason");
                    case END_OF_STREAM -> "end of the TCP stream without a close frame";
                    case RESET -> "reset of the TCP connection without a close frame";
                    case TLS_CLOSE -> "end of TLS without a close frame";
                    case PROTOCOL_ERROR -> "a breach of RFC 6455";
                    case TOO_MUCH -> "more than the suite keeps";
                })
                .orElse("the connection stays open");
    }
}
