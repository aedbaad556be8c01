package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.Groups;
import org.instantlogs.server.filter.Predicates;
import org.instantlogs.server.filter.RecordFilter;

/** Mistakes in what a filter lets through. */
final class FilterFaults {
    private FilterFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("gt-lets-equal-through", "`gt` is taken for `geq`")
                        .breaks("IL-FILTER-03")
                        .mayBreak("IL-FILTER-14", "IL-FILTER-30", "IL-FILTER-31")
                        .of(spelt(Map.of("gt", "geq"))),
                fault("or-is-and", "`or` wants all of its members")
                        .breaks("IL-FILTER-19")
                        .mayBreak("IL-FILTER-20", "IL-FILTER-31")
                        .of(new Parts() {
                            @Override
                            public Groups groups() {
                                return new Groups() {
                                    @Override
                                    public RecordFilter or(List<RecordFilter> members) {
                                        return Groups.LOGICAL.and(members);
                                    }
                                };
                            }
                        }));
    }

    /** Operators taken for others. */
    private static Parts spelt(Map<String, String> mistaken) {
        return new Parts() {
            @Override
            public Predicates predicates() {
                return (key, operator, value) -> Predicates.BY_TYPE.compile(
                        key,
                        operator.isTextual() && mistaken.containsKey(operator.textValue())
                                ? new TextNode(mistaken.get(operator.textValue()))
                                : operator,
                        value);
            }
        };
    }
}
