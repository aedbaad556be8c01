package org.instantlogs.suite.cases.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.Field;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.oracle.Filter;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.oracle.Operator;
import org.instantlogs.suite.zone.Zone;

/**
 * Filters on every other field of the dataset. One {@code and} holds several operators, and each record breaks one of them
 * alone: so one session tells which operator is wrong.
 */
@Needs(Need.INJECT)
public final class OtherFieldCases {
    /** In a case of its own, as few values are that stand for something. */
    private static final String EXACT = "il-exact";

    @Check("IL-FILTER-30.works-on-every-text-field")
    @Variants("textFields")
    void worksOnEveryTextField(Zone zone, FieldVariant variant) {
        var field = variant.field();
        var names = variant.texts().subList(0, 3);
        var many = Filter.and(
                Filter.predicate(field, Operator.STARTS_WITH, variant.isAddress() ? "203.0." : "alpha-"),
                Filter.predicate(field, Operator.ENDS_WITH, variant.isAddress() ? "10" : "-omega"),
                Filter.predicate(field, Operator.CONTAINS, variant.isAddress() ? ".113." : "-mid-"),
                Filter.predicate(field, Operator.NEQ, names.get(1)),
                Filter.predicate(field, Operator.IN, String.join(",", names)));

        passage(zone, field, many, variant.textRecords()).throughAnyOf(ValueForms.of(many.toWire()));
    }

    /** Fields of whole addresses, by operators for which what follows the question mark decides. */
    record QueryVariant(String field, Operator operator) implements Variant {
        static final String ADDRESS = "/il/page?number=1&order=asc";

        @Override
        public Map<String, String> axes() {
            return Map.of("field", field, "operator", operator.wire());
        }

        Filter filter() {
            return Filter.and(
                    Filter.predicate(field, operator, operator == Operator.EQ ? ADDRESS : "?number=1&order=asc"));
        }

        List<LogRecord> records() {
            return Stream.of(
                            "",
                            "?",
                            "?number=1",
                            "?number=1&order=asc",
                            "?number=2&order=asc",
                            "?order=asc&number=1",
                            "?number=1&order=asc#top")
                    .map(query -> LogRecord.of(field, "/il/page" + query))
                    .toList();
        }
    }

    static List<QueryVariant> queries() {
        return Stream.of("ClientRequestURI", "ClientRequestReferer")
                .flatMap(field -> Stream.of(Operator.EQ, Operator.ENDS_WITH, Operator.CONTAINS)
                        .map(operator -> new QueryVariant(field, operator)))
                .toList();
    }

    @Check("IL-FILTER-30.heeds-the-query-of-an-address")
    @Variants("queries")
    void heedsTheQueryOfAnAddress(Zone zone, QueryVariant variant) {
        passage(zone, variant.field(), variant.filter(), variant.records())
                .through(variant.filter().toWire());
    }

    static List<FieldVariant> textFields(Edition edition) {
        return fields(edition, FieldType.STRING);
    }

    @Check("IL-FILTER-30.works-on-every-integer-field")
    @Variants("integerFields")
    void worksOnEveryIntegerField(Zone zone, FieldVariant variant) {
        var field = variant.field();
        var range = Filter.and(
                Filter.predicate(field, Operator.GT, "9"),
                Filter.predicate(field, Operator.GEQ, "11"),
                Filter.predicate(field, Operator.LT, "1000"),
                Filter.predicate(field, Operator.LEQ, "998"),
                Filter.predicate(field, Operator.NEQ, "500"),
                Filter.predicate(field, Operator.IN, "5,11,500,998,1000"));

        passage(zone, field, range, variant.numberRecords()).throughAnyOf(ValueForms.of(range.toWire()));
    }

    static List<FieldVariant> integerFields(Edition edition) {
        return fields(edition, FieldType.INT);
    }

    @Check("IL-FILTER-30.compares-every-field-for-equality")
    @Variants("handfuls")
    void comparesEveryFieldForEquality(Zone zone, Handful handful) {
        var all = new ArrayList<Filter>();
        var equal = LogRecord.empty();
        for (String field : handful.fields()) {
            all.add(Filter.predicate(field, Operator.EQ, handful.value()));
            equal = equal.with(field, handful.recordValue(1));
        }
        var records = new ArrayList<LogRecord>(List.of(equal));
        for (String field : handful.fields()) {
            records.add(equal.with(field, handful.recordValue(2)));
            records.add(equal.with(field, handful.recordValue(10)));
        }

        var filter = Filter.and(all);
        Passage.ofRecords(zone, "RayID", Trial.of(filter, records)).throughAnyOf(ValueForms.of(filter.toWire()));
    }

    /** Fields that hold addresses are left to targets that keep them as such: letters in them have no case. */
    @Check("IL-FILTER-16.compares-every-text-field-exactly")
    @Variants("textHandfuls")
    void comparesEveryTextFieldExactly(Zone zone, Judgement judgement, Handful handful) {
        var fields = handful.fields().stream()
                .filter(field -> !new FieldVariant(field).isAddress())
                .toList();
        var all = new ArrayList<Filter>();
        var equal = LogRecord.empty();
        for (String field : fields) {
            all.add(Filter.predicate(field, Operator.EQ, EXACT));
            equal = equal.with(field, EXACT);
        }
        var records = new ArrayList<LogRecord>(List.of(equal));
        for (String field : fields) {
            records.add(equal.with(field, EXACT.toUpperCase(Locale.ROOT)));
        }

        var filter = Filter.and(all);
        var wrong = Passage.ofRecords(zone, "RayID", Trial.of(filter, records)).misjudged(filter.toWire(), false);
        if (wrong.isEmpty()) {
            judgement.observed("no filter by these fields, which is for IL-FILTER-30 to judge");
            return;
        }
        judgement.expect(
                wrong.get().isEmpty(),
                "of records that differ in the case of one field alone the one that is equal, for " + filter,
                wrong.get().size() + " of them are let through or held back wrongly, first: "
                        + (wrong.get().isEmpty() ? "" : wrong.get().get(0).toLine()));
    }

    static List<Handful> textHandfuls(Edition edition) {
        return handfuls(edition).stream()
                .filter(handful -> handful.type() == FieldType.STRING)
                .toList();
    }

    static List<Handful> handfuls(Edition edition) {
        var handfuls = new ArrayList<Handful>();
        for (FieldType type : List.of(FieldType.STRING, FieldType.INT)) {
            var names = fields(edition, type).stream().map(FieldVariant::field).toList();
            for (int from = 0; from < names.size(); from += Handful.MOST) {
                handfuls.add(new Handful(type, names.subList(from, Math.min(names.size(), from + Handful.MOST))));
            }
        }
        return handfuls;
    }

    /** Each field of a handful stands on its bound in every record, and in one record it alone is beyond. */
    @Check("IL-FILTER-30.compares-with-either-bound")
    @Variants("bounds")
    void comparesWithEitherBound(Zone zone, Bound bound) {
        var all = new ArrayList<Filter>();
        var within = LogRecord.empty();
        for (String field : bound.fields().fields()) {
            all.add(Filter.predicate(field, bound.operator(), bound.value()));
            within = within.with(field, bound.within());
        }
        var records = new ArrayList<LogRecord>(List.of(within));
        for (String field : bound.fields().fields()) {
            records.add(within.with(field, bound.beyond()));
        }

        var filter = Filter.and(all);
        Passage.ofRecords(zone, "RayID", Trial.of(filter, records)).throughAnyOf(ValueForms.of(filter.toWire()));
    }

    static List<Bound> bounds(Edition edition) {
        return handfuls(edition).stream()
                .filter(handful -> handful.type() == FieldType.INT)
                .flatMap(handful -> Stream.of(Operator.GT, Operator.GEQ, Operator.LT, Operator.LEQ)
                        .map(operator -> new Bound(handful, operator)))
                .toList();
    }

    /** A comparison of some fields with the number next to one that is let through, or with that one. */
    record Bound(Handful fields, Operator operator) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("from", fields.fields().get(0), "operator", operator.wire());
        }

        private boolean isLower() {
            return operator == Operator.GT || operator == Operator.GEQ;
        }

        int within() {
            return isLower() ? 1 : 99;
        }

        int beyond() {
            return isLower() ? 0 : 100;
        }

        String value() {
            return String.valueOf(operator == Operator.GT || operator == Operator.LT ? beyond() : within());
        }
    }

    /** Some fields of a type, few enough for a filter of the size that the documents allow. */
    record Handful(FieldType type, List<String> fields) implements Variant {
        private static final int MOST = 8;

        Handful {
            fields = List.copyOf(fields);
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("from", fields.get(0), "to", fields.get(fields.size() - 1));
        }

        String value() {
            return type == FieldType.INT ? "1" : "203.0.113.1";
        }

        Object recordValue(int last) {
            return type == FieldType.INT ? (Object) last : "203.0.113." + last;
        }
    }

    @Check("IL-FILTER-30.compares-all-of-64-bits")
    @Variants("boundaries")
    void comparesAllOf64Bits(Zone zone, VectorVariant variant) {
        variant.judgeInAnyForm(zone);
    }

    static List<VectorVariant> boundaries(Edition edition) {
        return Vectors.of("IL-FILTER-30", edition);
    }

    /** Field names alone: what they may hold in real traffic does not matter to a filter. */
    record FieldVariant(String field) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("field", field);
        }

        /** A field of addresses gets some, for a target that keeps them as such. */
        boolean isAddress() {
            return field.endsWith("IP");
        }

        /** Three that differ inside, then some that lack the beginning, the end or the middle of these. */
        List<String> texts() {
            return isAddress()
                    ? List.of(
                            "203.0.113.10",
                            "203.0.113.110",
                            "203.0.113.210",
                            "103.0.113.10",
                            "203.0.113.11",
                            "203.0.13.10",
                            "203.0.113.101")
                    : List.of(
                            "alpha-mid-omega",
                            "alpha-mid-other-omega",
                            "alpha-mid-third-omega",
                            "lpha-mid-omega",
                            "alpha-mid-omeg",
                            "alpha-mi-omega",
                            "xalpha-mid-omega",
                            "alpha-mid-omegax");
        }

        List<LogRecord> textRecords() {
            return texts().stream().map(value -> LogRecord.of(field, value)).toList();
        }

        List<LogRecord> numberRecords() {
            return List.of(9L, 10L, 1_000L, 999L, 500L, 5L, 11L, 99L, 998L).stream()
                    .map(value -> LogRecord.of(field, value))
                    .toList();
        }
    }

    private static Passage passage(Zone zone, String field, Filter filter, List<LogRecord> records) {
        return Passage.ofRecords(zone, "RayID," + field, Trial.of(filter, records));
    }

    private static List<FieldVariant> fields(Edition edition, FieldType type) {
        return Dataset.httpRequests().fields(edition).stream()
                .filter(field -> field.filterable() && !field.timestamp() && !field.filterKey())
                .filter(field -> field.type() == type && !field.name().equals("RayID"))
                .map(Field::name)
                .map(FieldVariant::new)
                .toList();
    }
}
