package org.instantlogs.suite.cases.job;

import java.util.ArrayList;
import java.util.List;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Bodies that come a few bytes at a time, all of them within a second. RFC 9112, 6. */
public final class SlowBodyCases {

    @Check("IL-JOB-01.takes-a-body-that-comes-in-pieces")
    void takesABodyThatComesInPieces(Zone zone) {
        zone.createSlowly(JobSpec.exampleJob(), () -> {}).handled().accepted();
    }

    @Check("IL-JOB-25.serves-others-while-a-body-comes-in-pieces")
    void servesOthersWhileABodyComesInPieces(Zone zone, Zone other, Judgement judgement) {
        if (!isHeldUp(zone, other)) {
            return;
        }
        // A machine that is busy with something else may have been so just then.
        zone.frees();
        other.frees();
        if (!isHeldUp(zone, other)) {
            throw judgement.inconclusive(
                    "the target was too slow: a body in pieces once took longer than an answer may");
        }
        judgement.violated(
                "requests for another zone are answered while a body is under way",
                "they were not, for as long as an answer is waited for, twice");
    }

    /** Whether a body that comes in pieces got no answer in time because others are held up by it; when it was given up, they are served. */
    private static boolean isHeldUp(Zone zone, Zone other) {
        List<CreateAnswer> meanwhile = new ArrayList<>();
        var slow = zone.createSlowly(JobSpec.exampleJob(), () -> {
            meanwhile.add(other.list());
            meanwhile.add(other.create(JobSpec.exampleJob()));
        });
        if (slow.isOverdue()) {
            return other.list().isHandled();
        }
        slow.handled();
        meanwhile.forEach(CreateAnswer::handled);
        return false;
    }
}
