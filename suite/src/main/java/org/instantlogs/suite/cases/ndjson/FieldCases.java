package org.instantlogs.suite.cases.ndjson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.ndjson.Defect.Kind;
import org.instantlogs.suite.ndjson.Line;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Aliveness;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Stream;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** Which fields a line holds. Source page: Fields. */
public final class FieldCases {
    private static final List<String> EXAMPLE = List.of(JobSpec.EXAMPLE_FIELDS.split(",", -1));

    private static final List<String> KNOWN = List.of(
            "EdgeResponseStatus", "ClientRequestPath", "ClientRequestMethod", "ClientRequestHost", "ClientRequestURI");

    /** A list of fields, and the order in which a job asks for them. */
    record Selection(String name, List<String> fields) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("fields", name);
        }

        JobSpec job() {
            return JobSpec.job(String.join(",", fields));
        }
    }

    static List<Selection> selections(Edition edition) {
        var all = Samples.names(edition);
        var reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        var everyThird = all.stream().filter(name -> all.indexOf(name) % 3 == 0).toList();
        var list = edition == Edition.DOCS_2022 ? "FirewallMatchesActions" : "SecurityActions";
        return List.of(
                new Selection("example", EXAMPLE),
                new Selection("one", List.of("RayID")),
                new Selection("one-list", List.of(list, "RayID")),
                new Selection("two-not-in-order", List.of("ZoneName", "RayID")),
                new Selection("all", all),
                new Selection("all-backwards", reversed),
                new Selection(
                        "every-third", List.of(Samples.withRayId(everyThird).split(",", -1))));
    }

    @Check("IL-NDJSON-03.holds-the-requested-fields-and-no-others")
    @Needs(Need.INJECT)
    @Variants("selections")
    void holdsTheRequestedFieldsAndNoOthers(Zone zone, Judgement judgement, Selection selection) {
        var stream = zone.stream(selection.job());

        var sent = zone.serves(Samples.whole(zone.descriptor().profile()));
        stream.awaitAll(List.of(sent));

        stream.recordOf(sent);
        holdsExactly(selection.fields(), stream.linesOf(sent).get(0), judgement);
    }

    /** Where the target lets an address be taken again. */
    @Check("IL-NDJSON-03.holds-the-requested-fields-in-a-later-connection")
    @Needs(Need.INJECT)
    void holdsTheRequestedFieldsInALaterConnection(Zone zone, Judgement judgement) {
        var all = Samples.names(zone.descriptor().profile());
        var job = zone.job(JobSpec.job(String.join(",", all)));
        job.stream().drop();
        if (job.aliveness() != Aliveness.STREAMING) {
            return;
        }
        var stream = job.stream();

        var sent = zone.serves(Samples.whole(zone.descriptor().profile()));
        stream.awaitAll(List.of(sent));

        stream.recordOf(sent);
        holdsExactly(all, stream.linesOf(sent).get(0), judgement);
    }

    /** Likewise of a few fields, which leave room for others. */
    @Check("IL-NDJSON-03.holds-few-requested-fields-in-a-later-connection")
    @Needs(Need.INJECT)
    void holdsFewRequestedFieldsInALaterConnection(Zone zone, Judgement judgement) {
        var few = List.of("RayID", "EdgeResponseBytes", "ClientRequestUserAgent");
        var job = zone.job(JobSpec.job(String.join(",", few)));
        job.stream().drop();
        if (job.aliveness() != Aliveness.STREAMING) {
            return;
        }

        holdsFew(zone, judgement, few, job.stream());
    }

    /** A key is asked about, and needs not be shown. */
    @Check("IL-NDJSON-03.holds-few-requested-fields-behind-a-filter")
    @Needs(Need.INJECT)
    void holdsFewRequestedFieldsBehindAFilter(Zone zone, Judgement judgement) {
        var few = List.of("RayID", "EdgeResponseBytes", "ClientRequestUserAgent");
        var filter = Filter.and(
                Filter.predicate("ClientCountry", Operator.NEQ, "zz"),
                Filter.predicate("EdgeResponseStatus", Operator.LT, "600"));

        holdsFew(
                zone,
                judgement,
                few,
                zone.stream(JobSpec.job(String.join(",", few)).where(filter)));
    }

    /** Of a whole record, and of one whose values are nothing much. */
    private static void holdsFew(Zone zone, Judgement judgement, List<String> few, Stream stream) {
        var whole = Samples.whole(zone.descriptor().profile());
        var sent = zone.serves(List.of(whole, whole.with("EdgeResponseBytes", 0).with("ClientRequestUserAgent", "")));
        stream.awaitAll(sent);

        sent.forEach(one -> {
            stream.recordOf(one);
            holdsExactly(few, stream.linesOf(one).get(0), judgement);
        });
    }

    /** Without traffic of the suite's own it is only known which fields were not asked for. */
    @Check("IL-NDJSON-03.holds-nothing-that-was-not-requested")
    void holdsNothingThatWasNotRequested(Zone zone, Judgement judgement) {
        var arrivals = zone.stream(JobSpec.exampleJob()).someArrivals(20);

        arrivals.stream()
                .flatMap(arrival -> arrival.lines().stream())
                .limit(100)
                .forEach(line -> holdsAtMost(EXAMPLE, line, judgement));
    }

    /** Of a request it is known that it had a method, a path and a status. */
    @Check("IL-NDJSON-03.holds-what-every-request-has")
    @Needs(Need.TRAFFIC)
    void holdsWhatEveryRequestHas(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.job(String.join(",", KNOWN)));

        var sent = zone.visited(Visits.assorted(6));
        stream.awaitAll(sent);

        sent.forEach(one -> {
            stream.recordOf(one);
            holdsExactly(KNOWN, stream.linesOf(one).get(0), judgement);
        });
    }

    /** What a target adds to lines, or takes from them, may depend on how long it has been asked. */
    @Check("IL-NDJSON-03.holds-what-every-request-has-after-some-time")
    @Needs({Need.TRAFFIC, Need.CLOCK})
    void holdsWhatEveryRequestHasAfterSomeTime(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.job(String.join(",", KNOWN)));
        zone.passes(MessageCases.quiet(zone));

        var sent = zone.visited(Visits.assorted(6));
        stream.awaitAll(sent);

        sent.forEach(one -> {
            stream.recordOf(one);
            holdsExactly(KNOWN, stream.linesOf(one).get(0), judgement);
        });
    }

    @Check("IL-NDJSON-03.holds-what-every-request-through-the-edge-has")
    @Needs(Need.EDGE)
    void holdsWhatEveryRequestThroughTheEdgeHas(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.job(String.join(",", KNOWN)));

        var sent = zone.requested(Visits.assorted(7));
        stream.awaitAll(sent);

        sent.forEach(one -> {
            stream.recordOf(one);
            holdsExactly(KNOWN, stream.linesOf(one).get(0), judgement);
        });
    }

    /** Empty text, an empty list, 0 and false are values like others where they were given. */
    @Check("IL-NDJSON-03.holds-fields-whose-value-is-empty")
    @Needs(Need.INJECT)
    void holdsFieldsWhoseValueIsEmpty(Zone zone, Judgement judgement) {
        var names = Samples.names(zone.descriptor().profile()).stream()
                .filter(name -> !Samples.field(name).timestamp())
                .toList();
        var stream = zone.stream(JobSpec.job(String.join(",", names)));

        var sent = zone.serves(Samples.empty(names));
        stream.awaitAll(List.of(sent));

        stream.recordOf(sent);
        holdsExactly(names, stream.linesOf(sent).get(0), judgement);
    }

    @Check("IL-NDJSON-03.the-fields-of-a-session-of-before-do-not-linger")
    @Needs(Need.TRAFFIC)
    void theFieldsOfASessionOfBeforeDoNotLinger(Zone zone, Judgement judgement) {
        var before = zone.stream(JobSpec.job("ClientRequestPath,ClientRequestMethod,ClientRequestHost"));
        before.awaitAll(zone.visited(Visits.assorted(1)));
        zone.frees();

        var stream = zone.stream(JobSpec.job("ClientRequestURI,EdgeResponseStatus,RayID"));
        var sent = zone.visited(Visits.assorted(3));
        stream.awaitAll(sent);

        sent.forEach(one -> {
            stream.recordOf(one);
            holdsAtMost(
                    List.of("ClientRequestURI", "EdgeResponseStatus", "RayID"),
                    stream.linesOf(one).get(0),
                    judgement);
        });
    }

    /** A list of fields that a target may refuse or make the best of. */
    record Odd(String name, String fields) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("fields", name);
        }
    }

    static List<Odd> oddLists() {
        return List.of(
                new Odd("repeated-name", "ClientRequestPath,RayID,ClientRequestPath,EdgeResponseStatus,RayID"),
                new Odd("blanks", "ClientRequestPath, RayID , EdgeResponseStatus"),
                new Odd("trailing-comma", "ClientRequestPath,RayID,EdgeResponseStatus,"),
                new Odd("double-comma", "ClientRequestPath,,RayID,EdgeResponseStatus"),
                new Odd("unknown-name", "ClientRequestPath,NoSuchField,RayID,EdgeResponseStatus"),
                new Odd("inherited-names", "ClientRequestPath,constructor,__proto__,toString,RayID,EdgeResponseStatus"),
                new Odd("sample-interval", "ClientRequestPath,sampleInterval,RayID,EdgeResponseStatus"));
    }

    @Check("IL-NDJSON-03.makes-nothing-up-for-an-odd-list-of-fields")
    @Needs(Need.TRAFFIC)
    @Variants("oddLists")
    void makesNothingUpForAnOddListOfFields(Zone zone, Judgement judgement, Odd odd) {
        var answer = zone.create(JobSpec.job(odd.fields()));
        if (answer.isRefusal()) {
            judgement.observed("refused-at-creation");
            return;
        }

        var stream = answer.accepted().stream();
        var sent = zone.visited(Visits.assorted(3));
        stream.awaitAll(sent);

        sent.forEach(one -> {
            stream.recordOf(one);
            holdsAtMost(
                    List.of("RayID", "ClientRequestPath", "EdgeResponseStatus"),
                    stream.linesOf(one).get(0),
                    judgement);
        });
    }

    private static void holdsExactly(List<String> fields, Line line, Judgement judgement) {
        holdsAtMost(fields, line, judgement);
        var keys = keys(line);
        var missing = fields.stream().filter(field -> !keys.contains(field)).toList();
        judgement.expect(
                missing.isEmpty(), "every requested field of which the request has a value", "missing: " + missing);
    }

    private static void holdsAtMost(List<String> fields, Line line, Judgement judgement) {
        var others = new TreeSet<>(keys(line));
        others.removeAll(fields);
        others.remove(RecordLine.SAMPLE_INTERVAL);
        judgement.expect(others.isEmpty(), "no field but the requested ones and sampleInterval", "also: " + others);
        judgement.expect(
                line.defects().stream().noneMatch(defect -> defect.kind() == Kind.DUPLICATE_KEY),
                "no key twice",
                "" + line.defects());
    }

    private static Set<String> keys(Line line) {
        return line.record().map(RecordLine::keys).map(Set::copyOf).orElse(Set.of());
    }
}
