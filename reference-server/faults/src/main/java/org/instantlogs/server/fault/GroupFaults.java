package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.Groups;
import org.instantlogs.server.filter.RecordFilter;

/** Mistakes in how predicates are grouped. */
final class GroupFaults {
    private GroupFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("or-is-and", "`or` wants all of its members")
                        .breaks("IL-FILTER-19")
                        .mayBreak(Consequences.ofFilters())
                        .of(or(members -> Groups.LOGICAL.and(members))),
                fault("and-is-or", "`and` wants any of its members")
                        .breaks(
                                "IL-FILTER-18",
                                "IL-FILTER-18.and-lets-nothing-through-that-one-holds-back",
                                "IL-FILTER-31")
                        .mayBreak(Consequences.ofFilters())
                        .of(and(members -> Groups.LOGICAL.or(members))),
                and("and-first-member-only", "`and` heeds its first member", members -> members.get(0)),
                and("and-last-member-only", "`and` heeds its last member", members -> members.get(members.size() - 1)),
                and(
                        "and-first-two-only",
                        "`and` heeds its first two members",
                        members -> Groups.LOGICAL.and(members.subList(0, Math.min(2, members.size())))),
                and(
                        "and-first-four-only",
                        "`and` heeds its first four members",
                        members -> Groups.LOGICAL.and(members.subList(0, Math.min(4, members.size())))),
                fault("or-first-member-only", "`or` heeds its first member")
                        .breaks("IL-FILTER-19")
                        .mayBreak(Consequences.ofFilters())
                        .of(or(members -> members.get(0))),
                fault("or-first-two-only", "`or` heeds its first two members")
                        .breaks("IL-FILTER-19")
                        .mayBreak(Consequences.ofFilters())
                        .of(or(members -> Groups.LOGICAL.or(members.subList(0, Math.min(2, members.size()))))),
                fault("or-is-exclusive", "`or` wants exactly one of its members")
                        .breaks("IL-FILTER-19")
                        .mayBreak(Consequences.ofFilters())
                        .of(or(members -> record -> members.stream()
                                        .filter(one -> one.matches(record))
                                        .count()
                                == 1)),
                tree(
                        "same-key-last-wins",
                        "of several predicates on one key in a group the last is heeded",
                        "IL-FILTER-18",
                        where -> Where.isGroup(where) ? lastOfEachKey(where) : where),
                tree(
                        "nested-groups-ignored",
                        "a group within a group is passed over",
                        "IL-FILTER-20",
                        where -> Where.at(2, where, one -> Where.isGroup(one) ? Where.everything() : one)),
                tree(
                        "nested-groups-flattened",
                        "the predicates of nested groups are taken as the outer group's",
                        "IL-FILTER-20",
                        where ->
                                Where.isGroup(where) ? Where.group(Where.name(where), Where.predicates(where)) : where),
                tree(
                        "nested-or-is-and",
                        "an `or` within a group is taken for `and`",
                        "IL-FILTER-20",
                        where -> Where.at(
                                2, where, one -> one.has("or") ? Where.group("and", Where.members(one)) : one)),
                tree(
                        "first-of-nested-only",
                        "of a group within a group the first member is heeded",
                        "IL-FILTER-20",
                        where -> Where.at(
                                2,
                                where,
                                one -> Where.isGroup(one) ? Where.members(one).get(0) : one)),
                tree(
                        "deeper-than-four-ignored",
                        "what is nested deeper than four groups is passed over",
                        "IL-FILTER-20",
                        where -> Where.at(5, where, one -> Where.everything())),
                tree(
                        "deeper-than-seven-ignored",
                        "what is nested deeper than seven groups is passed over",
                        "IL-FILTER-20",
                        where -> Where.at(8, where, one -> Where.isGroup(one) ? Where.everything() : one)),
                tree(
                        "bare-predicate-ignored",
                        "one predicate without a group lets everything through",
                        "IL-FILTER-21",
                        where -> Where.isGroup(where) ? where : Where.everything()),
                tree(
                        "one-member-lets-all-through",
                        "an `or` of one member lets everything through",
                        "IL-FILTER-19",
                        where -> where.has("or") && Where.members(where).size() == 1 ? Where.everything() : where),
                tree(
                        "sixteen-predicates-only",
                        "the first sixteen predicates are heeded",
                        "IL-FILTER-28",
                        where -> Where.isGroup(where)
                                ? Where.group(Where.name(where), first(16, Where.members(where)))
                                : where),
                tree(
                        "eight-predicates-only",
                        "the first eight predicates are heeded",
                        "IL-FILTER-28",
                        where -> Where.isGroup(where)
                                ? Where.group(Where.name(where), first(8, Where.members(where)))
                                : where),
                tree(
                        "hundred-predicates-only",
                        "the first hundred predicates are heeded",
                        "IL-FILTER-28",
                        where -> Where.isGroup(where)
                                ? Where.group(Where.name(where), first(100, Where.members(where)))
                                : where),
                tree(
                        "long-filters-ignored",
                        "a filter of more than 700 bytes lets everything through",
                        "IL-FILTER-28",
                        where -> where.toString().length() < 700 ? where : Where.everything()),
                tree(
                        "long-filters-cut",
                        "of a filter of more than 500 bytes the first predicate is heeded",
                        "IL-FILTER-28",
                        where -> where.toString().length() < 500
                                ? where
                                : Where.predicates(where).get(0)));
    }

    private static List<JsonNode> first(int most, List<JsonNode> members) {
        return members.subList(0, Math.min(most, members.size()));
    }

    private static JsonNode lastOfEachKey(JsonNode group) {
        var byKey = new LinkedHashMap<String, JsonNode>();
        for (JsonNode member : Where.members(group)) {
            byKey.put(
                    Where.isGroup(member)
                            ? member.toString()
                            : member.path("key").asText(),
                    member);
        }
        return Where.group(Where.name(group), List.copyOf(byKey.values()));
    }

    private static TrialTarget and(String name, String says, Group group) {
        return fault(name, says)
                .breaks("IL-FILTER-18")
                .mayBreak(Consequences.ofFilters())
                .of(and(group));
    }

    private static TrialTarget tree(String name, String says, String breaks, UnaryOperator<JsonNode> mistake) {
        return fault(name, says)
                .breaks(breaks)
                .mayBreak(Consequences.ofFilters())
                .of(Where.misread(mistake));
    }

    private static Parts and(Group group) {
        return grouped(new Groups() {
            @Override
            public RecordFilter and(List<RecordFilter> members) {
                return group.of(members);
            }
        });
    }

    private static Parts or(Group group) {
        return grouped(new Groups() {
            @Override
            public RecordFilter or(List<RecordFilter> members) {
                return group.of(members);
            }
        });
    }

    private static Parts grouped(Groups groups) {
        return new Parts() {
            @Override
            public Groups groups() {
                return groups;
            }
        };
    }

    /** What is made of a group's members. */
    private interface Group {
        RecordFilter of(List<RecordFilter> members);
    }
}
