package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.LastWord;

/** Mistakes in what the answer to a creation says of what was asked for. */
final class JobEchoFaults {
    private static final String FIELDS = "fields";
    private static final String SAMPLE = "sample";
    private static final String FILTER = "filter";
    private static final int LONGEST = 255;

    private JobEchoFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("sample-of-the-job-before", "`result.sample` is that of the zone's job before")
                        .breaks("IL-JOB-08")
                        .mayBreak("IL-JOB-13", "IL-JOB-20")
                        .of(sampleOfTheJobBefore()),
                fault("fields-answered-sorted", "`result.fields` is in the alphabet's order")
                        .breaks("IL-JOB-07")
                        .mayBreak("IL-JOB-28")
                        .of(text(
                                FIELDS,
                                text -> Arrays.stream(text.split(",")).sorted().collect(Collectors.joining(",")))),
                fault("fields-answered-as-array", "`result.fields` is an array of names")
                        .breaks("IL-JOB-07")
                        .mayBreak("IL-JOB-28")
                        .of(Answers.results(result -> {
                            var names = result.path(FIELDS).asText();
                            var array = result.putArray(FIELDS);
                            Arrays.stream(names.split(",")).forEach(array::add);
                        })),
                fault("fields-answered-in-lower-case", "`result.fields` is in lower case")
                        .breaks("IL-JOB-07")
                        .mayBreak("IL-JOB-15", "IL-JOB-28")
                        .of(text(FIELDS, text -> text.toLowerCase(Locale.ROOT))),
                fault("fields-answered-cut-off", "`result.fields` is cut off after 255 characters")
                        .breaks("IL-JOB-07")
                        .mayBreak("IL-JOB-15")
                        .of(text(FIELDS, text -> text.substring(0, Math.min(text.length(), LONGEST)))),
                fault("fields-answered-backwards-if-many", "more than 64 names come back in the opposite order")
                        .breaks("IL-JOB-07")
                        .of(text(FIELDS, text -> {
                            var names = Arrays.asList(text.split(","));
                            if (names.size() > 64) {
                                Collections.reverse(names);
                            }
                            return String.join(",", names);
                        })),
                fault("fields-of-the-job-before", "`result.fields` is that of the zone's job before")
                        .breaks("IL-JOB-07")
                        .mayBreak("IL-JOB-15", "IL-JOB-28")
                        .of(ofTheJobBefore(FIELDS)),
                fault("sample-answered-as-text", "`result.sample` is a text")
                        .breaks("IL-JOB-08")
                        .mayBreak("IL-JOB-20")
                        .of(Answers.results(
                                result -> result.put(SAMPLE, result.path(SAMPLE).asText()))),
                fault("sample-answered-as-float", "`result.sample` is written as 10.0")
                        .breaks("IL-JOB-08")
                        .mayBreak("IL-JOB-20")
                        .of(Answers.results(
                                result -> result.put(SAMPLE, result.path(SAMPLE).asDouble()))),
                fault("sample-answered-in-percent", "`result.sample` is the share in percent")
                        .breaks("IL-JOB-08")
                        .mayBreak("IL-JOB-13", "IL-JOB-20")
                        .of(Answers.results(result ->
                                result.put(SAMPLE, 100 / result.path(SAMPLE).asLong()))),
                fault("sample-answered-up-to-100", "`result.sample` is never more than 100, the sample in force is")
                        .breaks("IL-JOB-08")
                        .mayBreak("IL-JOB-20")
                        .of(Answers.results(result -> result.put(
                                SAMPLE, Math.min(100, result.path(SAMPLE).asLong())))),
                fault("filter-answered-as-object", "`result.filter` is an object in place of a text")
                        .breaks("IL-JOB-09")
                        .of(Answers.results(
                                result -> Json.read(result.path(FILTER).asText())
                                        .ifPresent(filter -> result.set(FILTER, filter)))),
                fault("filter-answered-empty", "`result.filter` is empty whatever was asked")
                        .breaks("IL-JOB-09")
                        .of(text(FILTER, text -> "")),
                fault("filter-answered-in-ascii", "what is not ASCII in `result.filter` comes back as ?")
                        .breaks("IL-JOB-09")
                        .of(text(FILTER, text -> text.replaceAll("[^\\x00-\\x7f]", "?"))),
                fault("filter-answered-as-markup", "< and > in `result.filter` come back as entities")
                        .breaks("IL-JOB-09")
                        .of(text(FILTER, text -> text.replace("<", "&lt;").replace(">", "&gt;"))),
                fault("filter-answered-in-lower-case", "`result.filter` is in lower case")
                        .breaks("IL-JOB-09")
                        .of(text(FILTER, text -> text.toLowerCase(Locale.ROOT))),
                fault("filter-answered-with-and-for-or", "groups in `result.filter` are all `and`")
                        .breaks("IL-JOB-09.answers-another-filter-of-the-same-meaning[filter=or]")
                        .mayBreak("IL-JOB-09")
                        .of(text(FILTER, text -> text.replace("\"or\":", "\"and\":"))),
                fault("filter-answered-without-inner-groups", "groups within groups are left out of `result.filter`")
                        .breaks("IL-JOB-09.answers-another-filter-of-the-same-meaning[filter=nested]")
                        .mayBreak("IL-JOB-09")
                        .of(text(
                                FILTER,
                                text -> text.replaceAll("\\{\"(and|or)\":\\[[^\\]]*\\]\\},", "")
                                        .replaceAll(",\\{\"(and|or)\":\\[[^\\]]*\\]\\}", ""))),
                fault("filter-answered-in-doubles", "numbers in `result.filter` are rounded to 53 bits")
                        .breaks("IL-JOB-09.answers-another-filter-of-the-same-meaning[filter=number-beyond-2p53]")
                        .mayBreak("IL-JOB-09")
                        .of(text(FILTER, text -> text.replace("9007199254740993", "9007199254740992"))),
                fault(
                                "filter-answered-with-joined-values",
                                "an array in `result.filter` is written as text with commas")
                        .breaks("IL-JOB-09.answers-another-filter-of-the-same-meaning[filter=array]")
                        .mayBreak("IL-JOB-09")
                        .of(text(FILTER, text -> text.replace("\",\"", ",").replaceAll("[\\[\\]]", ""))),
                fault("answered-filter-of-the-job-before", "`result.filter` is that of the zone's job before")
                        .breaks("IL-JOB-09")
                        .of(ofTheJobBefore(FILTER)),
                fault("kind-answered-empty", "`result.kind` is empty")
                        .breaks("IL-JOB-10")
                        .of(Answers.results(result -> result.put("kind", ""))),
                fault("kind-is-the-dataset", "`result.kind` is the dataset's name")
                        .breaks("IL-JOB-10")
                        .of(Answers.results(result -> result.put("kind", "http_requests"))));
    }

    private static Parts text(String member, UnaryOperator<String> change) {
        return Answers.results(
                result -> result.put(member, change.apply(result.path(member).asText())));
    }

    private static Parts ofTheJobBefore(String member) {
        return new Parts() {
            @Override
            public LastWord lastWord() {
                var before = new ConcurrentHashMap<String, String>();
                return (request, answer) -> Answers.isCreation(request, answer)
                        ? Answers.edited(
                                answer,
                                stale(member, before, Answers.zone(request).orElse("")))
                        : answer;
            }
        };
    }

    private static Consumer<ObjectNode> stale(String member, Map<String, String> before, String zone) {
        return envelope -> {
            var result = (ObjectNode) envelope.path("result");
            var now = result.path(member).asText();
            var last = before.put(zone, now);
            result.put(member, last == null ? now : last);
        };
    }

    private static Parts sampleOfTheJobBefore() {
        return new Parts() {
            @Override
            public LastWord lastWord() {
                var before = new ConcurrentHashMap<String, Long>();
                return (request, answer) -> Answers.isCreation(request, answer)
                        ? Answers.edited(answer, envelope -> {
                            var result = (ObjectNode) envelope.path("result");
                            long now = result.path(SAMPLE).asLong();
                            var last = before.put(Answers.zone(request).orElse(""), now);
                            result.put(SAMPLE, last == null ? now : last);
                        })
                        : answer;
            }
        };
    }
}
