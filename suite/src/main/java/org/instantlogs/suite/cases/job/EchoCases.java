package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.Field;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.FilterReader;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** What a create answers of what was asked. Source page: "Create an Instant Logs Job", Response. */
public final class EchoCases {
    private static final long OTHER_SAMPLE = 3;

    /** A list of fields to ask for. */
    record FieldList(String name, List<String> names) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("fields", name);
        }
    }

    static List<FieldList> fieldLists(Edition edition) {
        var example = List.of(JobSpec.EXAMPLE_FIELDS.split(","));
        var all = new ArrayList<>(
                Dataset.httpRequests().fields(edition).stream().map(Field::name).toList());
        var lists = new ArrayList<FieldList>();
        lists.add(new FieldList("of-the-example", example));
        lists.add(new FieldList("one", List.of("RayID")));
        lists.add(new FieldList("three-out-of-order", List.of("RayID", "EdgeStartTimestamp", "ClientIP")));
        lists.add(new FieldList("all", List.copyOf(all)));
        Collections.reverse(all);
        lists.add(new FieldList("all-backwards", List.copyOf(all)));
        return lists;
    }

    @Check("IL-JOB-07.names-the-requested-fields-in-order")
    @Variants("fieldLists")
    void namesTheRequestedFieldsInOrder(Zone zone, Judgement judgement, FieldList asked) {
        zone.job(JobSpec.job("EdgeResponseStatus,ClientCountry,RayID"));
        zone.frees();

        var result =
                zone.job(JobSpec.job(String.join(",", asked.names()))).answer().result();

        var fields = result.path("fields");
        judgement.expect(
                fields.isTextual() && names(fields.textValue()).equals(asked.names()),
                "result.fields is " + String.join(",", asked.names()),
                fields.isMissingNode() ? "there is no result.fields" : "it is " + fields);
    }

    private static List<String> names(String fields) {
        return Arrays.stream(fields.split(",", -1)).map(String::strip).toList();
    }

    /** A sample to ask for. */
    record Sample(long value) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("sample", String.valueOf(value));
        }
    }

    static List<Sample> samples() {
        return List.of(new Sample(1), new Sample(7), new Sample(10), new Sample(100), new Sample(1000));
    }

    @Check("IL-JOB-08.echoes-the-sample")
    @Variants("samples")
    void echoesTheSample(Zone zone, Judgement judgement, Sample asked) {
        zone.job(JobSpec.exampleJob().sample(OTHER_SAMPLE));
        var result = zone.asksNext(JobSpec.exampleJob().sample(asked.value()))
                .accepted()
                .answer()
                .result();

        var sample = result.path("sample");
        judgement.expect(
                sample.isIntegralNumber() && sample.canConvertToLong() && sample.longValue() == asked.value(),
                "result.sample is the integer " + asked.value(),
                sample.isMissingNode() ? "there is no result.sample" : "it is " + sample);
    }

    /** A filter to ask for, by its text and what it means. */
    record Asked(String name, String text) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("filter", name);
        }
    }

    static List<Asked> filters(Edition edition) {
        var country = Filter.predicate("ClientCountry", Operator.NEQ, "ca");
        var path = Filter.predicate("ClientRequestPath", Operator.CONTAINS, "/static");
        var host = Filter.predicate("ClientRequestHost", Operator.EQ, "theburritobot.com");
        var in = edition == Edition.DOCS_2022 ? "200,201" : List.of(200, 201);
        return List.of(
                new Asked("none", ""),
                new Asked("of-the-page-country", Filter.and(country).toWire()),
                new Asked(
                        "of-the-page-status",
                        Filter.and(Filter.predicate("EdgeResponseStatus", Operator.IN, in))
                                .toWire()),
                new Asked("of-the-page-path-and-host", Filter.and(path, host).toWire()),
                new Asked(
                        "long",
                        Filter.and(Filter.predicate(
                                        "ClientRequestPath", Operator.EQ, "/" + "long/".repeat(180) + "end"))
                                .toWire()),
                new Asked(
                        "text-with-quotes-and-accents",
                        Filter.and(Filter.predicate(
                                        "ClientRequestPath", Operator.EQ, "/\"é\\<\u2028>'&+%25\uD83D\uDE00"))
                                .toWire()));
    }

    /** Filters that a target may refuse: there is nothing to echo then. */
    static List<Asked> otherFilters() {
        var post = Filter.predicate("ClientRequestMethod", Operator.EQ, "POST");
        var wide = Filter.predicate("EdgeResponseBytes", Operator.GT, 9_007_199_254_740_993L);
        var one = Filter.predicate("EdgeResponseStatus", Operator.EQ, 404);
        return List.of(
                new Asked("bare", post.toWire()),
                new Asked("or", Filter.or(post, one).toWire()),
                new Asked("nested", Filter.and(Filter.or(post, one), wide).toWire()),
                new Asked(
                        "nested-the-other-way",
                        Filter.or(Filter.and(post, one), wide).toWire()),
                new Asked("number-beyond-2p53", Filter.and(wide).toWire()),
                new Asked(
                        "array",
                        Filter.and(Filter.predicate("ClientRequestMethod", Operator.IN, List.of("GET", "a,b")))
                                .toWire()));
    }

    @Check("IL-JOB-09.answers-another-filter-of-the-same-meaning")
    @Variants("otherFilters")
    void answersAnotherFilterOfTheSameMeaning(Zone zone, Judgement judgement, Asked asked) {
        var answer = zone.create(JobSpec.exampleJob().filter(asked.text()));
        if (answer.isRefusal()) {
            throw judgement.notTested("a target that takes this filter, see IL-FILTER-12, 15, 19, 20 and 21");
        }

        judgesTheEcho(judgement, asked, answer.accepted().answer().result());
    }

    @Check("IL-JOB-09.answers-a-filter-of-the-same-meaning")
    @Variants("filters")
    void answersAFilterOfTheSameMeaning(Zone zone, Judgement judgement, Asked asked) {
        judgesTheEcho(
                judgement,
                asked,
                zone.job(JobSpec.exampleJob().filter(asked.text())).answer().result());
    }

    private static void judgesTheEcho(Judgement judgement, Asked asked, JsonNode result) {
        var filter = result.path("filter");
        judgement.expect(
                filter.isTextual() && meansTheSame(filter.textValue(), asked.text()),
                "result.filter is text that means the same as " + (asked.text().isEmpty() ? "\"\"" : asked.text()),
                filter.isMissingNode()
                        ? "there is no result.filter"
                        : filter.isTextual() ? "it is the text " + filter : "it is no text, but " + filter);
    }

    private static boolean meansTheSame(String answered, String asked) {
        if (answered.equals(asked)) {
            return true;
        }
        try {
            return FilterReader.read(answered).meansTheSameAs(FilterReader.read(asked));
        } catch (IllegalArgumentException notOneThatTheDocumentsKnow) {
            return false;
        }
    }

    @Check("IL-JOB-10.says-that-the-kind-is-instant-logs")
    void saysThatTheKindIsInstantLogs(Zone zone, Judgement judgement) {
        var result = zone.job(JobSpec.exampleJob()).answer().result();

        isInstantLogs(judgement, result.path("kind"));
    }

    @Check("IL-JOB-10.says-so-where-it-was-not-asked-for")
    void saysSoWhereItWasNotAskedFor(Zone zone, Judgement judgement) {
        var answer = zone.create(JobSpec.exampleJob().without("kind"));
        if (answer.isRefusal()) {
            throw judgement.notTested("a target that takes a job without a kind, see IL-JOB-14");
        }

        isInstantLogs(judgement, answer.accepted().answer().result().path("kind"));
    }

    private static void isInstantLogs(Judgement judgement, JsonNode kind) {
        judgement.expect(
                kind.isMissingNode() || kind.isNull() || "instant-logs".equals(kind.textValue()),
                "result.kind is instant-logs, or absent",
                "it is " + kind);
    }
}
