package org.instantlogs.suite.cases.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** Records on their way through a filter: asks for the job, causes the records and judges which of them are let through. */
final class Passage {
    /** A note has to be the same in every run: what seems to be held back is given this many more silences to come. */
    private static final int SETTLES = 10;

    private final Zone zone;
    private final String fields;
    private final Supplier<List<Sent>> traffic;
    private final UnaryOperator<List<Sent>> matching;

    private Passage(Zone zone, String fields, Supplier<List<Sent>> traffic, UnaryOperator<List<Sent>> matching) {
        this.zone = zone;
        this.fields = fields;
        this.traffic = traffic;
        this.matching = matching;
    }

    /**
     * Of records that are put into the zone.
     *
     * @param fields the fields to ask for, {@code RayID} among them
     */
    static Passage ofRecords(Zone zone, String fields, List<Trial> trials) {
        var fenced = Trial.fenced(trials);
        return new Passage(
                zone,
                fields,
                () -> zone.serves(fenced.stream().map(Trial::record).toList()),
                sent -> IntStream.range(0, fenced.size())
                        .filter(i -> fenced.get(i).matches())
                        .mapToObj(sent::get)
                        .toList());
    }

    /** Of requests through the zone's edge, even where records could be put into it. */
    static Passage ofRequests(Zone zone, Filter filter, List<Visit> visits) {
        return new Passage(
                zone,
                Zone.MARKED + ",ClientRequestMethod,EdgeResponseStatus",
                () -> zone.requested(visits),
                sent -> sent.stream()
                        .filter(one -> filter.matches(one.record()))
                        .toList());
    }

    /** Demands that the target takes the filter and lets through what matches and nothing else. */
    void through(String filter) {
        var stream = zone.asks(job(filter)).accepted().stream();
        stream.deliversExactly(matching(traffic.get()));
    }

    /**
     * Likewise of one of several forms of the same filter, of which the rule at hand leaves the choice: the first that the
     * target takes and that lets anything through at all is the one that is judged.
     */
    void throughAnyOf(List<String> forms) {
        for (String form : forms.subList(0, forms.size() - 1)) {
            if (isJudgedBy(form)) {
                return;
            }
            zone.frees();
        }
        through(forms.get(forms.size() - 1));
    }

    /** What the target makes of the filter where every answer is right: a word that can be compared between targets. */
    String observed(String filter) {
        var answer = zone.asks(job(filter));
        if (answer.isRefusal()) {
            return "refused";
        }
        if (!answer.isTaken()) {
            return "answered-" + answer.status();
        }
        var stream = answer.accepted().stream();
        var sent = traffic.get();
        var expected = matching(sent);
        boolean came = stream.awaitAllBriefly(expected);
        for (int i = 0; i < SETTLES && !came; i++) {
            stream.settle();
            came = stream.delivered().containsAll(expected);
        }
        stream.seesTheRest(expected);
        var delivered = stream.delivered();
        long right = expected.stream().filter(delivered::contains).count();
        long wrong = delivered.stream()
                .filter(one -> !expected.contains(one))
                .distinct()
                .count();
        if (right == expected.size() && wrong == 0) {
            return "works";
        }
        return delivered.isEmpty()
                ? "lets-nothing-through"
                : "lets-" + (right + wrong) + "-of-" + sent.size() + "-through";
    }

    /** Whether the target does right by the filter; states nothing. */
    boolean works(String filter) {
        return observed(filter).equals("works");
    }

    /**
     * The records that the target lets through, or keeps back, otherwise than the filter has it, or lets through twice; empty
     * where it does not take the filter in this form. States nothing.
     *
     * @param closer whether this is a closer look at what was judged before, which need not wait as long
     */
    Optional<List<LogRecord>> misjudged(String form, boolean closer) {
        var answer = zone.asks(job(form));
        if (!answer.isSuccess()) {
            return Optional.empty();
        }
        var stream = answer.accepted().stream();
        var sent = traffic.get();
        var expected = matching(sent);
        boolean came = closer ? stream.awaitAllBriefly(expected) : stream.awaitAll(expected);
        if (!closer && !came && stream.delivered().isEmpty()) {
            return Optional.empty();
        }
        stream.seesTheRest(expected);
        var delivered = stream.delivered().stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        stream.provesTheLossOf(
                expected.stream().filter(one -> !delivered.containsKey(one)).toList());
        return Optional.of(sent.stream()
                .filter(one -> delivered.getOrDefault(one, 0L) != (expected.contains(one) ? 1 : 0))
                .map(one -> one.record().without("RayID"))
                .toList());
    }

    private boolean isJudgedBy(String form) {
        var answer = zone.asks(job(form));
        if (answer.isRefusal()) {
            return false;
        }
        var stream = answer.accepted().stream();
        var expected = matching(traffic.get());
        if (!expected.isEmpty()
                && !stream.awaitAll(expected)
                && stream.delivered().isEmpty()) {
            return false;
        }
        stream.deliversExactly(expected);
        return true;
    }

    private JobSpec job(String filter) {
        return JobSpec.job(fields).filter(filter);
    }

    private Set<Sent> matching(List<Sent> sent) {
        return new LinkedHashSet<>(matching.apply(sent));
    }
}
