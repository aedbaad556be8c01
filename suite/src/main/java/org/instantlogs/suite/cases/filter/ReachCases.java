package org.instantlogs.suite.cases.filter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
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

        var sent = zone.visited(mixed(1_100));

        stream.deliversExactly(matching(sent));
    }

    /** Some keep what they know of a job for a while only. */
    @Check("IL-FILTER-27.acts-as-long-as-its-session")
    @Needs({Need.TRAFFIC, Need.CLOCK})
    void actsAsLongAsItsSession(Zone zone) {
        var session = zone.descriptor().limits().session();
        var stream = zone.asks(posts()).accepted().stream();
        var age = zone.age();
        var due = new ArrayList<Sent>();
        for (Duration later : List.of(session.dividedBy(10), session.dividedBy(2), age.shortOf(session))) {
            age.reaches(later);
            due.addAll(matching(zone.visited(mixed(4))));
            stream.awaitAll(due);
        }
        stream.deliversExactly(due);
    }

    @Check("IL-FILTER-27.ends-with-its-job")
    @Needs(Need.TRAFFIC)
    void endsWithItsJob(Zone zone) {
        var filtered = zone.asks(posts()).accepted().stream();
        filtered.deliversExactly(matching(zone.visited(mixed(4))));

        var stream = zone.asksNext(JobSpec.job(Zone.MARKED)).accepted().stream();
        stream.deliversExactly(zone.visited(mixed(4)));
    }

    /** Each record but one is kept back by one predicate alone: as many of them as fit into 1000 bytes. */
    @Check("IL-FILTER-28.heeds-every-predicate")
    @Needs(Need.INJECT)
    void heedsEveryPredicate(Zone zone) {
        var countries = IntStream.rangeClosed('a', 'r').mapToObj(letter -> "a" + (char) letter);

        var apart = Apart.of("ClientCountry", countries.toList());

        Passage.ofRecords(zone, "RayID,ClientCountry", apart.trials())
                .through(apart.filter().toWire());
    }

    @Check("IL-FILTER-28.answers-filters-beyond-the-limits")
    @Needs(Need.INJECT)
    void answersFiltersBeyondTheLimits(Zone zone, Judgement judgement) {
        for (int predicates : List.of(150, 400)) {
            var paths = IntStream.range(0, predicates).mapToObj(i -> "/nowhere/" + i);
            var many = Apart.of("ClientRequestPath", paths.toList());

            var answer =
                    zone.asks(JobSpec.job(Zone.MARKED).where(many.filter())).handled();

            judgement.expect(
                    answer.isTaken() || answer.isRefusal(),
                    "a filter of " + predicates + " predicates is accepted or refused with 4xx",
                    answer.describe());
            zone.frees();
            if (answer.isTaken()) {
                Passage.ofRecords(zone, Zone.MARKED, many.trials())
                        .through(many.filter().toWire());
                zone.frees();
            }
        }
    }

    /** A filter that keeps some values of a field back, a predicate each. */
    private record Apart(String key, Filter filter, List<String> values) {
        static Apart of(String key, List<String> values) {
            var filter = Filter.and(values.stream()
                    .map(value -> Filter.predicate(key, Operator.NEQ, value))
                    .toList());
            return new Apart(key, filter, values);
        }

        /** Records of all of the values, and one of another. */
        List<Trial> trials() {
            return Trial.of(
                    filter,
                    Stream.concat(values.stream(), Stream.of("zz"))
                            .map(value -> LogRecord.of(key, value))
                            .toList());
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
