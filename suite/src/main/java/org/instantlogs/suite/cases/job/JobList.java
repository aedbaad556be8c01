package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.Zone;

/** The list of a zone's jobs, where the target offers one. */
public final class JobList {
    private JobList() {}

    /** Whether the answer to a list says that there is no such thing. Rule IL-JOB-28. */
    public static boolean isMissing(CreateAnswer answer) {
        return answer.status() == 404 || answer.status() == 405;
    }

    /** The answer to a list that the case needs and doesn't judge. */
    public static CreateAnswer offeredBy(Zone zone) {
        var answer = zone.sendLean(ApiRequest.list(zone.id()));
        if (isMissing(answer)) {
            throw zone.judgement().notTested("GET of the jobs' path");
        }
        if (answer.status() != 200) {
            throw zone.judgement().inconclusive("set-up refused: the list was answered " + answer.describe());
        }
        return answer;
    }

    public static List<JsonNode> entries(CreateAnswer list) {
        return StreamSupport.stream(list.result().spliterator(), false).toList();
    }
}
