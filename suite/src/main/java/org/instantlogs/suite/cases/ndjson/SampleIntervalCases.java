package org.instantlogs.suite.cases.ndjson;

import java.util.List;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.ndjson.RecordLine;
import org.instantlogs.suite.zone.Aliveness;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** The one member of a line that is no field. Source page: Sample note, "Angle Grinder". */
public final class SampleIntervalCases {

    @Check("IL-NDJSON-05.sample-interval-is-in-every-line")
    void sampleIntervalIsInEveryLine(Zone zone, Judgement judgement) {
        haveSampleIntervals(zone.stream(JobSpec.exampleJob()).someRecords(20), judgement);
    }

    @Check("IL-NDJSON-05.sample-interval-is-there-beside-one-field")
    void sampleIntervalIsThereBesideOneField(Zone zone, Judgement judgement) {
        haveSampleIntervals(zone.stream(JobSpec.job("ClientRequestPath")).someRecords(5), judgement);
    }

    @Check("IL-NDJSON-05.sample-interval-is-there-beside-all-fields")
    void sampleIntervalIsThereBesideAllFields(Zone zone, Judgement judgement) {
        var all = Samples.names(zone.descriptor().profile());
        haveSampleIntervals(zone.stream(JobSpec.job(String.join(",", all))).someRecords(5), judgement);
    }

    /** It is no field, and a target may say so. */
    @Check("IL-NDJSON-05.sample-interval-is-there-where-it-is-asked-for")
    void sampleIntervalIsThereWhereItIsAskedFor(Zone zone, Judgement judgement) {
        var answer = zone.asks(JobSpec.job(JobSpec.EXAMPLE_FIELDS + ",sampleInterval"));
        if (answer.isRefusal()) {
            judgement.observed("refused");
            return;
        }
        haveSampleIntervals(answer.accepted().stream().someRecords(5), judgement);
    }

    /** Where the target lets an address be taken again. */
    @Check("IL-NDJSON-05.sample-interval-is-there-in-a-later-connection")
    @Needs(Need.TRAFFIC)
    void sampleIntervalIsThereInALaterConnection(Zone zone, Judgement judgement) {
        var job = zone.job(JobSpec.exampleJob());
        job.stream().drop();
        if (job.aliveness() == Aliveness.STREAMING) {
            haveSampleIntervals(job.stream().someRecords(5), judgement);
        }
    }

    /** Of 300 records, a sample of one in ten holds none once in 5e13 runs. */
    @Check("IL-NDJSON-05.sample-interval-is-there-under-a-sample")
    @Needs(Need.INJECT)
    void sampleIntervalIsThereUnderASample(Zone zone, Judgement judgement) {
        var stream = zone.stream(JobSpec.exampleJob().sample(10));
        zone.serves(IntStream.range(0, 300)
                .mapToObj(i -> Samples.empty(List.of("ClientRequestReferer")))
                .toList());
        stream.awaitOwn(1);
        stream.settle();

        haveSampleIntervals(stream.delivered().stream().map(stream::recordOf).toList(), judgement);
    }

    private static void haveSampleIntervals(List<RecordLine> records, Judgement judgement) {
        var wrong = records.stream()
                .filter(record -> record.sampleInterval().isEmpty())
                .map(record -> record.has(RecordLine.SAMPLE_INTERVAL)
                        ? record.value(RecordLine.SAMPLE_INTERVAL).toString()
                        : "none")
                .toList();
        judgement.expect(
                wrong.isEmpty(),
                "a sampleInterval in every line, a whole number of at least 1",
                "of " + records.size() + " lines " + wrong.size() + " have none such, first: "
                        + (wrong.isEmpty() ? "" : wrong.get(0)));
    }
}
