package org.instantlogs.server.fault;

import static org.instantlogs.fixtures.Edition.DOCS_2022;
import static org.instantlogs.fixtures.Edition.DOCS_2024;
import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.filter.Predicates;

/** Mistakes of servers that ask to be judged by today's documents. */
final class EditionFaults {
    private static final Set<String> SECURITY = Set.of("SecurityActions", "SecurityRuleIDs");

    private EditionFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("today-without-arrays", "under docs-2024 the values of `in` are taken as text alone")
                        .edition(DOCS_2024)
                        .breaks("IL-FILTER-12")
                        .mayBreak(Consequences.ofText())
                        .mayBreak(
                                "IL-FILTER-01",
                                "IL-FILTER-10",
                                "IL-FILTER-11",
                                "IL-FILTER-18",
                                "IL-FILTER-22",
                                "IL-JOB-22")
                        .of(new EditionOnly(DOCS_2024) {
                            @Override
                            public Predicates predicates() {
                                var right = super.predicates();
                                return (key, operator, value) -> right.compile(
                                        key, value.isArray() ? new TextNode("no operator") : operator, value);
                            }
                        }),
                fault(
                                "today-without-security-keys",
                                "under docs-2024 neither today's nor the page's lists are keys of filters")
                        .edition(DOCS_2024)
                        .breaks("IL-FILTER-23")
                        .mayBreak("IL-FILTER-09", "IL-FILTER-22", "IL-FILTER-24", "IL-FILTER-30")
                        .of(new EditionOnly(DOCS_2024) {
                            @Override
                            public Predicates predicates() {
                                var right = super.predicates();
                                return (key, operator, value) -> right.compile(
                                        SECURITY.contains(key.asText()) ? new TextNode("no-key") : key,
                                        operator,
                                        value);
                            }
                        }),
                fault("today-with-the-fields-of-the-page", "under docs-2024 the fields are those of the source page")
                        .edition(DOCS_2024)
                        .breaks("IL-NDJSON-03")
                        .mayBreak(
                                "IL-FILTER-09",
                                "IL-FILTER-23",
                                "IL-FILTER-24",
                                "IL-FILTER-30",
                                "IL-JOB-07",
                                "IL-JOB-15",
                                "IL-NDJSON-15")
                        .of(new EditionOnly(DOCS_2022)));
    }
}
