package org.instantlogs.suite.cases.job;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** Filters that the documents leave without a meaning. */
public final class OddFilterCases {
    private static final String NOT_404 = "{\"key\":\"EdgeResponseStatus\",\"operator\":\"neq\",\"value\":404}";
    private static final String IS_404 = NOT_404.replace("neq", "eq");

    /** A filter over the status, of which one visit in two is 200 and the other 404. */
    record Odd(String name, String text) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("filter", name);
        }
    }

    static List<Odd> oddFilters() {
        return List.of(
                new Odd("and-empty", "{\"where\":{\"and\":[]}}"),
                new Odd("or-empty", "{\"where\":{\"or\":[]}}"),
                new Odd("or-empty-within-and", "{\"where\":{\"and\":[" + NOT_404 + ",{\"or\":[]}]}}"),
                new Odd("and-empty-within-and", "{\"where\":{\"and\":[" + NOT_404 + ",{\"and\":[]}]}}"),
                new Odd("member-beside-where", "{\"where\":{\"and\":[" + NOT_404 + "]},\"version\":1}"),
                new Odd(
                        "member-beside-key",
                        "{\"where\":{\"and\":[" + NOT_404.replace("{", "{\"note\":\"x\",") + "]}}"),
                new Odd(
                        "predicate-and-group",
                        "{\"where\":" + NOT_404.replace("}", ",\"and\":[" + IS_404 + "]}") + "}"),
                new Odd("and-beside-or", "{\"where\":{\"and\":[" + NOT_404 + "],\"or\":[" + IS_404 + "]}}"));
    }

    @Check("IL-JOB-31.takes-an-odd-filter")
    @Variants("oddFilters")
    void takesAnOddFilter(Zone zone, Judgement judgement, Odd odd) {
        judgement.observed(answerTo(zone.create(JobSpec.exampleJob().filter(odd.text()))));
    }

    @Check("IL-JOB-31.lets-through-by-an-odd-filter")
    @Variants("oddFilters")
    @Needs(Need.TRAFFIC)
    void letsThroughByAnOddFilter(Zone zone, Judgement judgement, Odd odd) {
        var answer = zone.create(JobSpec.exampleJob().filter(odd.text()));
        if (!answer.isSuccess()) {
            judgement.observed(answerTo(answer));
            return;
        }
        try (var stream = answer.accepted().stream()) {
            zone.visited(List.of(Visit.visit(), Visit.visit().status(404)));
            stream.settle();

            var statuses = stream.delivered().stream()
                    .map(sent -> String.valueOf(sent.record().value("EdgeResponseStatus")))
                    .collect(Collectors.toCollection(TreeSet::new));
            judgement.observed(
                    statuses.isEmpty() ? "lets nothing through" : "lets through " + String.join(" and ", statuses));
        }
    }

    private static String answerTo(CreateAnswer answer) {
        return answer.isSuccess() ? "accepted" : answer.isRefusal() ? "refused" : "answered " + answer.status();
    }
}
