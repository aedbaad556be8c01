package org.instantlogs.suite.cases.filter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.instantlogs.suite.oracle.And;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Or;
import org.instantlogs.suite.oracle.Predicate;

/** Looks for the smallest filter, and the one record, on which a target still differs from the model. For one thread. */
final class Shrinking {
    /** Some time before a reader of the report would have found it by hand. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private final BiPredicate<Filter, LogRecord> differs;
    private final long end;

    /** @param differs asks the target about one record, which takes as long as it takes */
    Shrinking(BiPredicate<Filter, LogRecord> differs, Duration atMost) {
        this.differs = differs;
        this.end = System.nanoTime() + atMost.toNanos();
    }

    /** What it came down to. */
    record Smallest(Filter filter, LogRecord record) {}

    /**
     * Makes a filter smaller as long as the target differs on one of the records; empty where it does so on none of them
     * alone, or time ran out before that was known.
     */
    Optional<Smallest> of(Filter filter, List<LogRecord> misjudged) {
        return misjudged.stream()
                .filter(record -> stillDiffers(filter, record))
                .findFirst()
                .map(record -> smallest(filter, record));
    }

    private Smallest smallest(Filter filter, LogRecord record) {
        var smallest = filter;
        for (var smaller = smaller(smallest, record); smaller.isPresent(); smaller = smaller(smallest, record)) {
            smallest = smaller.get();
        }
        var asked = Keys.of(smallest);
        var cut = record;
        for (String field : record.fields()) {
            cut = asked.contains(field) ? cut : cut.without(field);
        }
        return new Smallest(smallest, stillDiffers(smallest, cut) ? cut : record);
    }

    private Optional<Filter> smaller(Filter filter, LogRecord record) {
        return candidates(filter)
                .filter(candidate -> stillDiffers(candidate, record))
                .findFirst();
    }

    private boolean stillDiffers(Filter filter, LogRecord record) {
        return System.nanoTime() - end < 0 && differs.test(filter, record);
    }

    /** What is smaller by one step, the smallest first. */
    private static Stream<Filter> candidates(Filter filter) {
        if (filter instanceof And and) {
            return ofGroup(and.members(), And::new);
        }
        if (filter instanceof Or or) {
            return ofGroup(or.members(), Or::new);
        }
        if (filter instanceof Predicate predicate && predicate.operator().takesSeveral()) {
            return ofSeveral(predicate);
        }
        return Stream.empty();
    }

    private static Stream<Filter> ofGroup(List<Filter> members, Function<List<Filter>, Filter> group) {
        var less = new ArrayList<Filter>(members);
        for (int i = 0; i < members.size() && members.size() > 1; i++) {
            var others = new ArrayList<>(members);
            others.remove(i);
            less.add(group.apply(others));
        }
        for (int i = 0; i < members.size(); i++) {
            int at = i;
            candidates(members.get(i)).forEach(member -> {
                var changed = new ArrayList<>(members);
                changed.set(at, member);
                less.add(group.apply(changed));
            });
        }
        return less.stream();
    }

    private static Stream<Filter> ofSeveral(Predicate predicate) {
        if (predicate.value() instanceof List<?> list) {
            return list.size() < 2 ? Stream.empty() : list.stream().map(one -> with(predicate, List.of(one)));
        }
        var values = String.valueOf(predicate.value()).split(",", -1);
        return values.length < 2 ? Stream.empty() : Arrays.stream(values).map(one -> with(predicate, one));
    }

    private static Filter with(Predicate predicate, Object value) {
        return new Predicate(predicate.key(), predicate.operator(), value);
    }
}
