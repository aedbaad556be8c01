package org.instantlogs.suite.cases.job;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.ExpectedAnswer;
import org.instantlogs.fixtures.Field;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Which names a job's fields may have. Source page: "List any field available in our HTTP request dataset". */
public final class FieldsCases {
    private static final int SHORT = 80;

    /** The names of an edition with one initial letter. */
    record Letter(char initial, List<String> names) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("initial", String.valueOf(initial));
        }
    }

    static List<Letter> letters(Edition edition) {
        return Dataset.httpRequests().fields(edition).stream()
                .map(Field::name)
                .collect(Collectors.groupingBy(name -> name.charAt(0), Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Letter(group.getKey(), group.getValue()))
                .toList();
    }

    @Check("IL-JOB-15.accepts-each-field-alone")
    @Variants("letters")
    void acceptsEachFieldAlone(Zone zone, Judgement judgement, Letter letter) {
        zone.job(JobSpec.exampleJob());

        for (String name : letter.names()) {
            zone.frees();
            var answer =
                    zone.sendLean(ApiRequest.create(zone.id(), JobSpec.job(name).toJson()));
            judgement.expect(
                    answer.isSuccess() && !leavesOut(answer, List.of(name)),
                    "a job with fields " + name + " is accepted, and has it",
                    answer.describe());
        }
    }

    /** All fields of an edition. */
    record All(List<String> names) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("count", String.valueOf(names.size()));
        }
    }

    static List<All> all(Edition edition) {
        return List.of(new All(
                Dataset.httpRequests().fields(edition).stream().map(Field::name).toList()));
    }

    @Check("IL-JOB-15.accepts-all-fields-together")
    @Variants("all")
    void acceptsAllFieldsTogether(Zone zone, Judgement judgement, All all) {
        zone.job(JobSpec.exampleJob());
        zone.frees();

        var answer = zone.create(JobSpec.job(String.join(",", all.names())));

        judgement.expect(
                answer.isSuccess() && !leavesOut(answer, all.names()),
                "a job with all fields of the dataset is accepted, and has them",
                answer.describe());
    }

    private static boolean leavesOut(CreateAnswer answer, List<String> names) {
        var fields = answer.result().path("fields");
        return fields.isTextual()
                && !Arrays.asList(fields.textValue().split("\\s*,\\s*")).containsAll(names);
    }

    static List<Body> unknownNames(Edition edition) {
        return open("IL-JOB-16", edition);
    }

    @Check("IL-JOB-16.takes-an-unknown-name")
    @Variants("unknownNames")
    void takesAnUnknownName(Zone zone, Judgement judgement, Body body) {
        judgement.observed(whatBecameOf(body.sentTo(zone), "fields"));
    }

    static List<Body> oddLists(Edition edition) {
        return open("IL-JOB-17", edition);
    }

    @Check("IL-JOB-17.takes-an-odd-list-of-fields")
    @Variants("oddLists")
    void takesAnOddListOfFields(Zone zone, Judgement judgement, Body body) {
        judgement.observed(whatBecameOf(body.sentTo(zone), "fields"));
    }

    static List<Body> emptyLists(Edition edition) {
        return open("IL-JOB-18", edition);
    }

    @Check("IL-JOB-18.takes-no-fields")
    @Variants("emptyLists")
    void takesNoFields(Zone zone, Judgement judgement, Body body) {
        judgement.observed(whatBecameOf(body.sentTo(zone), "fields"));
    }

    static List<Body> otherKinds(Edition edition) {
        return open("IL-JOB-27", edition);
    }

    @Check("IL-JOB-27.takes-another-kind")
    @Variants("otherKinds")
    void takesAnotherKind(Zone zone, Judgement judgement, Body body) {
        judgement.observed(whatBecameOf(body.sentTo(zone), "kind"));
    }

    private static List<Body> open(String rule, Edition edition) {
        return Body.all(
                edition, vector -> vector.rule().equals(rule) && vector.expect() == ExpectedAnswer.ACCEPTED_OR_REFUSED);
    }

    /** {@code refused}, or what the job has in that member; longer values by the number of their names. */
    private static String whatBecameOf(CreateAnswer answer, String member) {
        if (!answer.isSuccess()) {
            return answer.isRefusal() ? "refused" : "answered " + answer.status();
        }
        var value = answer.result().path(member);
        if (value.isMissingNode()) {
            return "accepted";
        }
        var text = value.toString();
        return "accepted as " + (text.length() <= SHORT ? text : text.split(",", -1).length + " names");
    }
}
