package org.instantlogs.suite.cases.ndjson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.ndjson.TypeRule;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Zone;

/** Whether values have their fields' types. Source page: "View a list of fields". */
public final class TypeCases {
    private static final List<String> TIMES = List.of("EdgeStartTimestamp", "EdgeEndTimestamp");

    /** RFC 3339, sections 4.3 and 5.6: in either case, and with either sign. */
    private static final Pattern UTC = Pattern.compile("(?:[Zz]|[+-]00:00)$");

    /** The fields of one type. */
    record OfType(FieldType type) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("type", type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    static List<OfType> types(Edition edition) {
        return Arrays.stream(FieldType.values())
                .filter(type -> !Samples.names(edition, type).isEmpty())
                .map(OfType::new)
                .toList();
    }

    @Check("IL-NDJSON-04.a-value-has-the-type-of-its-field")
    @Needs(Need.INJECT)
    @Variants("types")
    void aValueHasTheTypeOfItsField(Zone zone, Judgement judgement, OfType ofType) {
        var edition = zone.descriptor().profile();
        var names = Samples.names(edition, ofType.type());
        var stream = zone.stream(JobSpec.job(Samples.withRayId(names)));

        var records = new ArrayList<LogRecord>();
        records.add(Samples.whole(edition));
        for (Object value : misleading(ofType.type())) {
            records.add(all(names, value));
        }
        var sent = zone.serves(records);
        stream.awaitAll(sent);

        sent.forEach(one -> haveTheirTypes(one, stream.recordOf(one), names, judgement));
    }

    /** Values that are apt to be taken for another type: texts that look like numbers, lists of one, whole fractions. */
    private static List<Object> misleading(FieldType type) {
        return switch (type) {
            case STRING -> List.of("12345", "0", "-9.13330", "1e3", "true", "null", "[]", "{}", "");
            case INT -> List.of(0L, 1L, 2_147_483_648L, 9_007_199_254_740_993L, Long.MAX_VALUE);
            case FLOAT -> List.of(0.0, 1.0, 0.1, 1e-9, 1.5e300);
            case BOOL -> List.of(true, false);
            case STRING_ARRAY -> List.of(List.of(), List.of("one"), List.of("1", "2"), List.of("a,b"));
            case INT_ARRAY -> List.of(List.of(), List.of(1L), List.of(0L, 9_007_199_254_740_993L));
            case MAP -> List.of(Map.of("a", 0.5), Map.of("a", 1));
            case OBJECT -> List.of(Map.of("name", "value"), Map.of("number", "1"));
        };
    }

    private static LogRecord all(List<String> names, Object value) {
        var record = LogRecord.empty();
        for (String name : names) {
            if (!Samples.field(name).timestamp()) {
                record = record.with(name, value);
            }
        }
        return record;
    }

    private static void haveTheirTypes(Sent sent, RecordLine line, List<String> names, Judgement judgement) {
        names.stream()
                .filter(name -> sent.record().given(name).isPresent() && line.has(name))
                .forEach(name -> {
                    judgement.expect(
                            !line.value(name).isNull(),
                            "each value has the type of its field",
                            "`" + name + "` has a value and is null");
                    expectType(Samples.field(name), line, judgement);
                });
    }

    private static void expectType(Field field, RecordLine line, Judgement judgement) {
        TypeRule.check(field, line.value(field.name()))
                .ifPresent(wrong -> judgement.violated("each value has the type of its field", wrong));
    }

    /** Of all fields at once, as the target itself fills them in; one without a value may be empty in any way. */
    @Check("IL-NDJSON-04.what-arrives-has-the-types-of-its-fields")
    void whatArrivesHasTheTypesOfItsFields(Zone zone, Judgement judgement) {
        var names = Samples.names(zone.descriptor().profile());
        var records = zone.stream(JobSpec.job(String.join(",", names))).someRecords(20);

        records.stream()
                .limit(100)
                .forEach(line -> Dataset.httpRequests().fields().stream()
                        .filter(field -> line.has(field.name()))
                        .filter(field -> !field.timestamp()
                                || !line.value(field.name()).asText().isEmpty())
                        .forEach(field -> expectType(field, line, judgement)));
    }

    @Check("IL-NDJSON-12.timestamps-are-rfc-3339-in-utc")
    void timestampsAreRfc3339InUtc(Zone zone, Judgement judgement) {
        var records = zone.stream(JobSpec.job(Zone.MARKED + "," + String.join(",", TIMES)))
                .someRecords(20);

        records.forEach(line -> areUtcText(line, judgement));
    }

    @Check("IL-NDJSON-12.timestamps-are-turned-into-utc")
    @Needs(Need.INJECT)
    void timestampsAreTurnedIntoUtc(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.job("RayID," + String.join(",", TIMES)));

        var sent = zone.serves(List.of(
                times("2022-02-03T10:15:31Z"),
                times("2022-02-03T15:45:31+05:30"),
                times("2022-02-02T23:15:31-11:00"),
                times("2022-02-03T10:15:31.123456789Z"),
                times(1_643_883_331_000_000_000L)));
        stream.awaitAll(sent);

        sent.forEach(one -> areUtcText(stream.recordOf(one), judgement));
    }

    private static LogRecord times(Object value) {
        return LogRecord.of(TIMES.get(0), value).with(TIMES.get(1), value);
    }

    private static void areUtcText(RecordLine line, Judgement judgement) {
        TIMES.stream().filter(line::has).forEach(name -> {
            var value = line.value(name);
            boolean utc = value.isTextual()
                    && TypeRule.check(Samples.field(name), value).isEmpty()
                    && UTC.matcher(value.textValue()).find();
            judgement.expect(utc, "timestamps as RFC 3339 text in UTC", "`" + name + "` is " + value);
        });
    }
}
