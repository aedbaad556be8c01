package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;

/** Mistakes in the ids of jobs. */
final class JobIdFaults {
    private JobIdFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("ids-all-the-same", "`result.id` is 401 in every answer, as in the documents")
                        .breaks("IL-JOB-32")
                        .of(ids(() -> 401)),
                fault("ids-come-back", "`result.id` begins again after 32 jobs")
                        .breaks("IL-JOB-32.gives-each-job-an-integer-id-of-its-own")
                        .mayBreak("IL-JOB-32")
                        .of(counted(count -> count % 32)),
                fault("ids-of-each-zone", "`result.id` counts each zone's jobs by itself")
                        .breaks("IL-JOB-32.gives-jobs-of-different-zones-different-ids")
                        .of(new CountedByZone()));
    }

    private static Parts counted(LongUnaryOperator id) {
        var count = new AtomicLong();
        return ids(() -> id.applyAsLong(count.incrementAndGet()));
    }

    private static Parts ids(LongSupplier ids) {
        return new Parts() {
            @Override
            public LongSupplier jobIds() {
                return ids;
            }
        };
    }

    private static final class CountedByZone extends InAZone {
        private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

        @Override
        public LongSupplier jobIds() {
            return () ->
                    counts.computeIfAbsent(zone(), first -> new AtomicLong()).incrementAndGet();
        }
    }
}
