package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** Filters that say nothing. Source page: Common questions, "incorrect … which ends up dropping all your data". */
public final class BadFilterCases {
    private static final int SOME = 7;

    static List<BadFilter> badFilters() {
        return BadFilter.all();
    }

    @Check("IL-JOB-21.never-lets-everything-through-a-bad-filter")
    @Variants("badFilters")
    void neverLetsEverythingThroughABadFilter(Zone zone, Judgement judgement, BadFilter bad) {
        zone.job(goodJob());
        zone.frees();

        var answer = bad.sentTo(zone);

        if (!answer.isSuccess()) {
            answer.refused();
        } else if (!zone.canCauseTraffic()) {
            throw judgement.notTested("traffic.inject or zones[0].edge, as the target takes the filter");
        } else {
            letsNothingThrough(zone, answer);
        }
    }

    private static void letsNothingThrough(Zone zone, CreateAnswer answer) {
        try (var stream = answer.accepted().stream()) {
            zone.visited(Visits.assorted(SOME));

            stream.deliversNothing();
        }
    }

    static List<BadFilter> withoutOperator() {
        return BadFilter.withoutOperator();
    }

    /** Not even what equals the value, as some would take an operator that is missing to mean. */
    @Check("IL-JOB-21.matches-nothing-without-an-operator")
    @Variants("withoutOperator")
    @Needs(Need.INJECT)
    void matchesNothingWithoutAnOperator(Zone zone, BadFilter bad) {
        zone.job(goodJob());
        zone.frees();

        var answer = bad.sentTo(zone);

        if (answer.isSuccess()) {
            try (var stream = answer.accepted().stream()) {
                zone.serves(LogRecord.of("ClientCountry", "zz"));

                stream.deliversNothing();
            }
        } else {
            answer.refused();
        }
    }

    static List<BadFilter> typicalFilters() {
        return BadFilter.typical();
    }

    @Check("IL-JOB-22.names-what-is-wrong-with-a-filter")
    @Variants("typicalFilters")
    void namesWhatIsWrongWithAFilter(Zone zone, Judgement judgement, BadFilter bad) {
        zone.job(goodJob());
        zone.frees();

        var answer = bad.sentTo(zone).refused();

        var told = told(answer.json());
        judgement.expect(
                !answer.isRefusal() || bad.words().stream().anyMatch(told::contains),
                "an error that names what is wrong: it holds one of "
                        + bad.words().stream().sorted().collect(Collectors.joining(", ")),
                answer.describe());
    }

    private static JobSpec goodJob() {
        return JobSpec.job(Zone.MARKED).where(Filter.and(Filter.predicate("ClientCountry", Operator.NEQ, "zz")));
    }

    /** Everything that the errors say, in lower case. */
    private static String told(JsonNode envelope) {
        return StreamSupport.stream(envelope.path("errors").spliterator(), false)
                .map(error -> error.path("message").asText() + " "
                        + error.path("source").path("pointer").asText())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
