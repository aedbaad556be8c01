package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.FilterCompiler;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.filter.RecordFilter;

/** Filters that don't act on all records of their job, or on those of others. */
final class ReachFaults {
    private ReachFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("filter-kept-for-a-while", "a job's filter acts for twenty minutes")
                        .breaks("IL-FILTER-27.acts-as*")
                        .mayBreak("IL-FILTER-27")
                        .of(new FadingFilter()),
                life(
                        "filtered-until-reconnect",
                        "a filter acts in the first connection of its job",
                        "IL-FILTER-27.acts-in*",
                        (life, record) -> life.connections() > 1 || life.isRightFor(record)),
                life(
                        "filtered-from-reconnect",
                        "after a reconnect the filter of the zone's job before acts",
                        "IL-FILTER-27.acts-in*",
                        (life, record) -> life.connections() > 1 ? life.wasRightFor(record) : life.isRightFor(record)),
                life(
                        "first-record-unfiltered",
                        "the first record of a job passes its filter unseen",
                        "IL-FILTER-27.acts-from*",
                        (life, record) -> life.seen() == 1 || life.isRightFor(record)),
                life(
                        "filtered-for-250-records",
                        "a filter acts on the first 250 records",
                        "IL-FILTER-27.acts-from*",
                        (life, record) -> life.seen() > 250 || life.isRightFor(record)),
                life(
                        "filtered-for-1000-records",
                        "a filter acts on the first 1000 records",
                        "IL-FILTER-27.acts-from*",
                        (life, record) -> life.seen() > 1000 || life.isRightFor(record)),
                life(
                        "one-in-hundreds-unfiltered",
                        "each 211th record passes unseen",
                        "IL-FILTER-27.acts-from*",
                        (life, record) -> life.seen() % 211 == 0 || life.isRightFor(record)),
                life(
                        "one-in-hundreds-held-back",
                        "each 211th record is held back where there is a filter",
                        "IL-FILTER-27.acts-from*",
                        (life, record) -> life.seen() % 212 != 0 && life.isRightFor(record)),
                life(
                        "filter-outlives-its-job",
                        "the filter of the zone's job before acts as well",
                        "IL-FILTER-27.ends*",
                        (life, record) -> life.isRightFor(record) && life.wasRightFor(record)),
                life(
                        "filter-of-the-job-before",
                        "the first records of a job are held to the filter of the job before",
                        "IL-FILTER-27.ends*",
                        (life, record) -> life.seen() <= 2 ? life.wasRightFor(record) : life.isRightFor(record)),
                fault(
                                "filters-remembered-by-their-beginning",
                                "filters are kept, under the first 64 characters of their text")
                        .breaks("IL-FILTER-03.lets-the-greater-through*")
                        .mayBreak(Consequences.ofFilters())
                        .mayBreak("IL-SAMPLE-04")
                        .of(remembered()),
                fault("edge-filtered-too-early", "records of the edge are filtered before their status is known")
                        .breaks("IL-FILTER-03.lets-requests-*", "IL-FILTER-14.compares-statuses-*")
                        .mayBreak(Consequences.ofFilters())
                        .of(ofTheEdge(asked -> asked.isOn("EdgeResponseStatus")
                                ? record -> asked.isComparison() && asked.holds(Long.compare(0, asked.number()))
                                : null)),
                fault(
                                "edge-methods-folded",
                                "records of the edge are filtered before their method is put in upper case")
                        .breaks("IL-FILTER-01.lets-the-equal-requests-through")
                        .mayBreak(Consequences.ofFilters())
                        .of(ofTheEdge(
                                asked -> asked.isOn("ClientRequestMethod") && asked.is("eq") ? r -> false : null)),
                fault(
                                "edge-paths-with-their-host",
                                "records of the edge are filtered by the whole address for their path")
                        .breaks("IL-FILTER-07.lets-requests-*")
                        .mayBreak(Consequences.ofFilters())
                        .of(ofTheEdge(asked -> asked.isOn("ClientRequestPath") && asked.is("startsWith")
                                ? record -> ("http://"
                                                + Values.of(record, "ClientRequestHost")
                                                        .asText() + record.text(asked.ordinal()))
                                        .startsWith(asked.text())
                                : null)));
    }

    private static TrialTarget life(String name, String says, String breaks, FilterLives.Mistake mistake) {
        return fault(name, says)
                .breaks(breaks)
                .mayBreak(Rules.with(
                        Consequences.ofFilters(),
                        "IL-NDJSON-06",
                        "IL-SAMPLE-01",
                        "IL-SAMPLE-04",
                        "IL-SAMPLE-05",
                        "IL-STREAM-02"))
                .of(new FilterLives(mistake));
    }

    /** Requests through the bundled edge are known by the name of its only site. */
    private static Parts ofTheEdge(Asked.Mistake mistake) {
        return Asked.mistaken(asked -> {
            var mistaken = mistake.of(asked);
            if (mistaken == null) {
                return null;
            }
            var right = asked.as(asked.operator());
            return record -> Values.of(record, "EdgeColoCode").asText().equals("LCL")
                    ? mistaken.matches(record)
                    : right.matches(record);
        });
    }

    private static Parts remembered() {
        return new Parts() {
            @Override
            public Filters filters() {
                var right = new FilterCompiler(predicates(), groups());
                Map<String, RecordFilter> kept = new ConcurrentHashMap<>();
                return text -> {
                    var filter = right.compile(text);
                    return kept.computeIfAbsent(text.substring(0, Math.min(64, text.length())), beginning -> filter);
                };
            }
        };
    }
}
