package org.instantlogs.suite.cases.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visit;
import org.instantlogs.suite.zone.Zone;

/** Groups of predicates. Source page: "Create an Instant Logs Job", the examples of filters. */
@Needs(Need.INJECT)
public final class GroupCases {
    private static final Filter SHORT_OR = Filter.or(
            Filter.predicate("EdgeResponseStatus", Operator.EQ, "404"),
            Filter.predicate("EdgeResponseStatus", Operator.EQ, "405"));

    @Check("IL-FILTER-18.and-lets-through-what-all-let-through")
    @Variants("ands")
    void andLetsThroughWhatAllLetThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> ands(Edition edition) {
        return Vectors.of("IL-FILTER-18", edition);
    }

    @Check("IL-FILTER-19.or-lets-through-what-any-lets-through")
    @Variants("ors")
    void orLetsThroughWhatAnyLetsThrough(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> ors(Edition edition) {
        return Vectors.of("IL-FILTER-19", edition);
    }

    @Check("IL-FILTER-20.groups-nest")
    @Variants("nested")
    void groupsNest(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> nested(Edition edition) {
        return Vectors.of("IL-FILTER-20", edition);
    }

    /** More levels than any document asks for. */
    record Levels(int number) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("levels", String.valueOf(number));
        }

        /** Groups within each other, by turns of either kind, round one predicate. */
        Filter round(Filter predicate) {
            var filter = predicate;
            for (int level = 0; level < number; level++) {
                filter = level % 2 == 0 ? Filter.and(filter) : Filter.or(filter);
            }
            return filter;
        }
    }

    static List<Levels> levels() {
        return Stream.of(9, 12, 17, 33, 65).map(Levels::new).toList();
    }

    /** What a target does not want to read it may refuse, or let nothing through; what it lets through has to match. */
    @Check("IL-FILTER-20.heeds-what-is-nested-deeper-or-refuses-it")
    @Variants("levels")
    @Needs(Need.TRAFFIC)
    void heedsWhatIsNestedDeeperOrRefusesIt(Zone zone, Judgement judgement, Levels levels) {
        var filter = levels.round(Filter.predicate("ClientRequestMethod", Operator.EQ, "PUT"));
        var answer = zone.create(JobSpec.job(Zone.MARKED).where(filter));
        if (answer.isRefusal()) {
            judgement.observed("refused");
            return;
        }
        try (var stream = answer.accepted().stream()) {
            var sent = zone.visited(List.of(
                    Visit.visit().method("GET"),
                    Visit.visit().method("POST"),
                    Visit.visit().method("PUT")));

            stream.awaitAllBriefly(sent.subList(2, 3));
            stream.settle();
            var others = stream.delivered().stream()
                    .filter(sent.subList(0, 2)::contains)
                    .count();
            judgement.expect(
                    others == 0,
                    "a refusal, or no record but those that match, for " + levels.number() + " levels of groups",
                    others + " of 2 came that do not match");
        }
    }

    @Check("IL-FILTER-21.takes-one-predicate-without-and")
    @Variants("bare")
    void takesOnePredicateWithoutAnd(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    /** An operator, and a value of its own. */
    record Bare(Filter filter, Operator operator) implements Variant {
        static Bare of(String key, Operator operator, String value) {
            return new Bare(Filter.predicate(key, operator, value), operator);
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("operator", operator.wire());
        }
    }

    static List<Bare> operators(Edition edition) {
        return Stream.of(
                        Bare.of("ClientCountry", Operator.EQ, "om"),
                        Bare.of("ClientCountry", Operator.NEQ, "om"),
                        Bare.of("ClientCountry", Operator.STARTS_WITH, "o"),
                        Bare.of("ClientCountry", Operator.ENDS_WITH, "t"),
                        Bare.of("ClientCountry", Operator.CONTAINS, "m"),
                        new Bare(
                                Filter.predicate(
                                        "ClientCountry",
                                        Operator.IN,
                                        edition == Edition.DOCS_2022 ? "fr,om" : List.of("fr", "om")),
                                Operator.IN),
                        Bare.of("EdgeResponseStatus", Operator.GT, "201"),
                        Bare.of("EdgeResponseStatus", Operator.GEQ, "201"),
                        Bare.of("EdgeResponseStatus", Operator.LT, "201"),
                        Bare.of("EdgeResponseStatus", Operator.LEQ, "201"))
                .toList();
    }

    @Check("IL-FILTER-21.takes-each-operator-without-and")
    @Variants("operators")
    void takesEachOperatorWithoutAnd(Zone zone, Bare bare) {
        var records = new ArrayList<LogRecord>();
        for (String country : List.of("om", "pt", "fr")) {
            for (int status : List.of(200, 201, 202)) {
                records.add(LogRecord.of("ClientCountry", country).with("EdgeResponseStatus", status));
            }
        }
        Passage.ofRecords(zone, "RayID,ClientCountry,EdgeResponseStatus", Trial.of(bare.filter(), records))
                .throughAnyOf(ValueForms.of(bare.filter().toWire()));
    }

    static List<VectorVariant> bare(Edition edition) {
        return Vectors.of("IL-FILTER-21", edition);
    }

    @Check("IL-FILTER-28.takes-as-much-as-the-documents-allow")
    @Variants("large")
    void takesAsMuchAsTheDocumentsAllow(Zone zone, Judgement judgement, VectorVariant variant) {
        if (variant.isByOr() && zone.asks(JobSpec.job("RayID").where(SHORT_OR)).isRefusal()) {
            throw judgement.notTested("a target that takes `or`, see IL-FILTER-19");
        }
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> large(Edition edition) {
        return Vectors.of("IL-FILTER-28", edition);
    }
}
