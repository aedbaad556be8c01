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
        List<CreateAnswer> meanwhile = new ArrayList<>();

        var slow = zone.createSlowly(JobSpec.exampleJob(), () -> {
            meanwhile.add(other.list());
            meanwhile.add(other.create(JobSpec.exampleJob()));
        });

        // While others are held up the slow one can't go on either; when it was given up, they are served.
        judgement.expect(
                !slow.isOverdue() || !other.list().isHandled(),
                "requests for another zone are answered while a body is under way",
                "they were not, for as long as an answer is waited for");
        if (!slow.isOverdue()) {
            slow.handled();
            meanwhile.forEach(CreateAnswer::handled);
        }
    }
}
