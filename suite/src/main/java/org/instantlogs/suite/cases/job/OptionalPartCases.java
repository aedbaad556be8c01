package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** What a request may leave out or empty. Source page: example request; public API description: all members are optional. */
public final class OptionalPartCases {
    private static final int SOME = 7;
    private static final String NULL = "null";

    @Check("IL-JOB-12.accepts-an-empty-filter")
    void acceptsAnEmptyFilter(Zone zone) {
        zone.create(JobSpec.exampleJob().filter("")).accepted();
    }

    @Check("IL-JOB-12.lets-everything-through-an-empty-filter")
    @Needs(Need.TRAFFIC)
    void letsEverythingThroughAnEmptyFilter(Zone zone) {
        zone.job(JobSpec.job(Zone.MARKED)
                .where(Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "PATCH")))
                .sample(1000));

        try (var stream = zone.asksNext(JobSpec.job(Zone.MARKED).filter("")).accepted().stream()) {
            var all = zone.visited(Visits.assorted(SOME));

            stream.deliversExactly(all);
        }
    }

    /** What a request does not say. */
    record Omission(String member, boolean absent) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of(member, absent ? "absent" : NULL);
        }

        JobSpec job(String fields) {
            var whole = JobSpec.job(fields);
            return absent ? whole.without(member) : whole.with(member, NullNode.getInstance());
        }
    }

    static List<Omission> omissions() {
        return List.of(new Omission("filter", true), new Omission("filter", false), new Omission("sample", true));
    }

    @Check("IL-JOB-13.accepts-a-request-without")
    @Variants("omissions")
    void acceptsARequestWithout(Zone zone, Judgement judgement, Omission omission) {
        zone.job(JobSpec.exampleJob());
        zone.frees();

        var result = zone.create(omission.job(JobSpec.EXAMPLE_FIELDS))
                .accepted()
                .answer()
                .result();

        var sample = result.path("sample");
        judgement.expect(
                !sample.isNumber() || sample.doubleValue() == 1,
                "result.sample is 1 where none or 1 was asked for",
                "it is " + sample);
    }

    @Check("IL-JOB-13.delivers-everything-without")
    @Variants("omissions")
    @Needs(Need.TRAFFIC)
    void deliversEverythingWithout(Zone zone, Omission omission) {
        zone.job(JobSpec.job(Zone.MARKED)
                .where(Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "PATCH")))
                .sample(1000));

        try (var stream = zone.asksNext(omission.job(Zone.MARKED)).accepted().stream()) {
            var all = zone.visited(Visits.assorted(SOME));

            stream.deliversExactly(all);
        }
    }

    @Check("IL-JOB-14.accepts-a-request-without-kind")
    void acceptsARequestWithoutKind(Zone zone) {
        zone.job(JobSpec.exampleJob());
        zone.frees();

        zone.create(JobSpec.exampleJob().without("kind")).accepted();
    }

    @Check("IL-JOB-14.heeds-the-filter-of-a-request-without-kind")
    @Needs(Need.TRAFFIC)
    void heedsTheFilterOfARequestWithoutKind(Zone zone) {
        var filter = Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "PUT"));
        var job = JobSpec.job(Zone.MARKED).where(filter);
        zone.job(job);
        zone.frees();

        letsPutsThrough(zone, zone.create(job.without("kind").without("sample")));
    }

    /** The members of a request, in an order that is none of the page's. */
    record Order(String name, List<String> members) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("order", name);
        }
    }

    static List<Order> orders() {
        return List.of(
                new Order("filter-first", List.of("filter", "fields", "sample", "kind")),
                new Order("filter-last", List.of("kind", "sample", "fields", "filter")),
                new Order("alphabetical", List.of("fields", "filter", "kind", "sample")));
    }

    /** RFC 8259 4: an object's members have no order. */
    @Check("IL-JOB-01.heeds-the-filter-wherever-it-stands")
    @Variants("orders")
    @Needs(Need.TRAFFIC)
    void heedsTheFilterWhereverItStands(Zone zone, Order order) {
        var filter = Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "PUT"));
        var job = JobSpec.job(Zone.MARKED).where(filter);
        zone.job(job);
        zone.frees();

        letsPutsThrough(zone, zone.create(job.inOrder(order.members())));
    }

    private static void letsPutsThrough(Zone zone, CreateAnswer answer) {
        try (var stream = answer.accepted().stream()) {
            var sent = zone.visited(List.of(
                    Visit.visit().method("GET"),
                    Visit.visit().method("POST"),
                    Visit.visit().method("PUT")));

            stream.deliversExactly(sent.subList(2, 3));
        }
    }

    @Check("IL-JOB-14.accepts-what-official-clients-send")
    void acceptsWhatOfficialClientsSend(Zone zone) {
        zone.job(JobSpec.exampleJob());
        zone.frees();

        zone.create(JobSpec.job("RayID").without("kind").without("sample").without("filter"))
                .accepted();
    }
}
