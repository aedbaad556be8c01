package org.instantlogs.suite.cases.ndjson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.ndjson.ValueEquality;
import org.instantlogs.suite.oracle.LogRecord;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Sent;
import org.instantlogs.suite.zone.Zone;

/** Requested fields of which a request has no value. Seen on the real service: never null, never left out. */
@Needs(Need.INJECT)
public final class NoValueCases {
    /** A target whose clock the suite has moved calls a time now that this machine does not. */
    private static final Duration ABOUT_NOW = Duration.ofDays(366);

    /** The fields of one type, timestamps apart. */
    record OfType(String name, List<String> fields) implements Variant {
        @Override
        public Map<String, String> axes() {
            return Map.of("type", name);
        }
    }

    static List<OfType> types(Edition edition) {
        return Arrays.stream(FieldType.values())
                .map(type -> new OfType(
                        type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Samples.names(edition, type).stream()
                                .filter(name -> !Samples.field(name).timestamp() && !name.equals("RayID"))
                                .toList()))
                .filter(type -> !type.fields().isEmpty())
                .toList();
    }

    @Check("IL-NDJSON-15.a-field-without-a-value-is-empty")
    @Variants("types")
    void aFieldWithoutAValueIsEmpty(Zone zone, Judgement judgement, OfType type) {
        var stream = zone.stream(JobSpec.job(Samples.withRayId(type.fields())));

        var sent = servedBehindAWholeOne(zone);
        stream.awaitAll(List.of(sent));

        var record = stream.recordOf(sent);
        var absent = type.fields().stream().filter(name -> !record.has(name)).toList();
        var wrong = type.fields().stream()
                .filter(record::has)
                .filter(name -> !ValueEquality.isEmptyValue(Samples.field(name), record.value(name)))
                .map(name -> name + " is " + record.value(name))
                .toList();
        judgement.expect(absent.isEmpty(), "fields without a value are there", "missing: " + absent);
        judgement.expect(wrong.isEmpty(), "fields without a value are empty, as their type has it", "" + wrong);
    }

    /** Of records that have all others, so that none is made up from what stands beside it. */
    @Check("IL-NDJSON-15.a-field-alone-without-a-value-is-empty")
    void aFieldAloneWithoutAValueIsEmpty(Zone zone, Judgement judgement) {
        var edition = zone.descriptor().profile();
        var names = Samples.names(edition).stream()
                .filter(name -> !Samples.field(name).timestamp() && !name.equals("RayID"))
                .toList();
        var stream = zone.stream(JobSpec.job(String.join(",", Samples.names(edition))));

        var sent =
                zone.serves(names.stream().map(Samples.whole(edition)::without).toList());
        stream.awaitAll(sent);

        var wrong = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var record = stream.recordOf(sent.get(i));
            if (!record.has(name)) {
                wrong.add(name + " is not there");
            } else if (!ValueEquality.isEmptyValue(Samples.field(name), record.value(name))) {
                wrong.add(name + " is " + record.value(name));
            }
        }
        judgement.expect(
                wrong.isEmpty(), "a field without a value is there and empty, whatever the others have", "" + wrong);
    }

    @Check("IL-NDJSON-15.a-timestamp-without-a-value-is-not-made-up")
    void aTimestampWithoutAValueIsNotMadeUp(Zone zone, Judgement judgement) {
        var times = List.of("EdgeStartTimestamp", "EdgeEndTimestamp");
        var stream = zone.stream(JobSpec.job(Samples.withRayId(times)));

        var sent = servedBehindAWholeOne(zone);
        stream.awaitAll(List.of(sent));

        var record = stream.recordOf(sent);
        times.forEach(name -> {
            judgement.expect(record.has(name), "fields without a value are there", "missing: " + name);
            ValueEquality.instant(record.value(name))
                    .filter(time -> Duration.between(time, zone.now()).abs().compareTo(ABOUT_NOW) < 0)
                    .ifPresent(time -> judgement.violated(
                            "a timestamp without a value is not made up", "`" + name + "` is about now: " + time));
        });
    }

    /** A record without any value, behind one that has them all: of that one nothing may be left. */
    private static Sent servedBehindAWholeOne(Zone zone) {
        return zone.serves(List.of(Samples.whole(zone.descriptor().profile()), LogRecord.empty()))
                .get(1);
    }
}
