package org.instantlogs.suite.cases.filter;

import java.util.List;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.probe.Handshake;
import org.instantlogs.suite.zone.Aliveness;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** When and how long a filter acts. Source page: "Create an Instant Logs Job", Filters. */
public final class ReachCases {
    private static final Filter POSTS = Filter.and(Filter.predicate("ClientRequestMethod", Operator.EQ, "POST"));

    @Check("IL-FILTER-27.acts-in-every-connection-of-its-job")
    @Needs(Need.TRAFFIC)
    void actsInEveryConnectionOfItsJob(Zone zone) {
        var job = zone.asks(posts()).accepted();
        var first = job.stream();
        first.deliversExactly(matching(zone.visited(mixed(6))));
        first.drop();

        // A target may refuse to take an address twice: then there is one connection a job, and that was it.
        var again = job.handshake(Handshake.PLAIN).connection();
        if (again.isPresent()) {
            again.get().close();
            var second = job.stream();
            var expected = matching(zone.visited(mixed(6)));
            if (second.awaitAll(expected) || takesAnAddressTwice(zone)) {
                second.deliversExactly(expected);
            }
        }
    }

    /** Whether an address streams again without any filter: some leave it open and silent, which is no filter's fault. */
    private static boolean takesAnAddressTwice(Zone zone) {
        zone.frees();
        var plain = zone.job(JobSpec.job(Zone.MARKED));
        plain.stream().drop();
        return plain.aliveness() == Aliveness.STREAMING;
    }

    @Check("IL-FILTER-27.acts-from-the-first-record-to-the-last")
    @Needs(Need.INJECT)
    void actsFromTheFirstRecordToTheLast(Zone zone) {
        var stream = zone.asks(posts()).accepted().stream();

        var sent = zone.visited(mixed(500));

        stream.deliversExactly(matching(sent));
    }

    @Check("IL-FILTER-27.ends-with-its-job")
    @Needs(Need.TRAFFIC)
    void endsWithItsJob(Zone zone) {
        try (var filtered = zone.asks(posts()).accepted().stream()) {
            filtered.deliversExactly(matching(zone.visited(mixed(4))));
        }
        zone.frees();

        var stream = zone.stream(JobSpec.job(Zone.MARKED));
        stream.deliversExactly(zone.visited(mixed(4)));
    }

    @Check("IL-FILTER-28.answers-filters-beyond-the-limits")
    @Needs(Need.INJECT)
    void answersFiltersBeyondTheLimits(Zone zone, Judgement judgement) {
        var many = Filter.and(IntStream.range(0, 400)
                .mapToObj(i -> Filter.predicate("ClientRequestPath", Operator.NEQ, "/nowhere/" + i))
                .toList());

        var answer = zone.asks(JobSpec.job(Zone.MARKED).where(many)).handled();

        judgement.expect(
                answer.isSuccess() || answer.isRefusal(),
                "a filter of 400 predicates is accepted or refused with 4xx",
                answer.describe());
        if (answer.isSuccess()) {
            answer.accepted().stream().deliversExactly(zone.visited(mixed(4)));
        }
    }

    private static JobSpec posts() {
        return JobSpec.job(Zone.MARKED + ",ClientRequestMethod").where(POSTS);
    }

    /** Visits by turns of either kind, the first held back and the last let through. */
    private static List<Visit> mixed(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Visit.visit().method(i % 2 == 0 ? "GET" : "POST"))
                .toList();
    }

    private static List<Sent> matching(List<Sent> sent) {
        return sent.stream().filter(one -> POSTS.matches(one.record())).toList();
    }
}
