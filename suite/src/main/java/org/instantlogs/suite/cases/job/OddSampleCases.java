package org.instantlogs.suite.cases.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.statistics.BinomialTest;
import org.instantlogs.suite.zone.Job;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Visits;
import org.instantlogs.suite.zone.Zone;

/** Samples that are no positive integer, and the largest that are. Source page: Sample. */
public final class OddSampleCases {
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final double FALSE_ALARM = 1e-9;
    private static final double POWER = 0.99;
    /** So many that a sample of 10 in force is told from none at all. */
    private static final int RECORDS = 250;

    private static final int FEW = 8;

    static List<Body> oddSamples(Edition edition) {
        return Body.of("IL-JOB-20", edition);
    }

    @Check("IL-JOB-20.refuses-or-clamps-an-odd-sample")
    @Variants("oddSamples")
    void refusesOrClampsAnOddSample(Zone zone, Judgement judgement, Body body) {
        zone.job(JobSpec.exampleJob());
        zone.frees();

        var answer = body.sentTo(zone).handled();

        if (answer.isHandled() && !answer.isRefusal()) {
            expectClamped(zone, judgement, answer.accepted());
        }
    }

    /** An answer that doesn't say any sample claims nothing: that one is missing is IL-JOB-08. */
    private static void expectClamped(Zone zone, Judgement judgement, Job job) {
        var echo = job.answer().result().path("sample");
        if (echo.isMissingNode() || echo.isNull()) {
            return;
        }
        var sample = wholeFromOne(echo);
        judgement.expect(
                sample.isPresent(),
                "4xx, or a job whose result.sample is a whole number from 1 to 2^63-1",
                "result.sample is " + shortened(echo));
        if (sample.isPresent() && zone.canCauseTraffic()) {
            expectInForce(zone, judgement, job, sample.getAsLong());
        }
    }

    private static void expectInForce(Zone zone, Judgement judgement, Job job, long sample) {
        try (var stream = job.stream()) {
            if (sample == 1) {
                stream.deliversExactly(zone.visited(Visits.assorted(FEW)));
                return;
            }
            zone.visited(Visits.assorted(RECORDS));
            stream.settle();

            int came = new HashSet<>(stream.delivered()).size();
            var test = new BinomialTest(RECORDS, 1.0 / sample);
            judgement.tests(test.design(FALSE_ALARM, POWER));
            var agree = test.acceptRegion(FALSE_ALARM);
            // Who delivers every Nth record exactly may begin with the first, however large N is.
            int most = Math.max(1, agree.high());
            judgement.expect(
                    agree.low() <= came && came <= most,
                    "the answered sample, " + sample + ", is the one in force: " + agree.low() + " to " + most + " of "
                            + RECORDS + " records",
                    came + " came");
        }
    }

    private static OptionalLong wholeFromOne(JsonNode echo) {
        if (!echo.isNumber()) {
            return OptionalLong.empty();
        }
        var value = echo.decimalValue();
        boolean isInRange = value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(GREATEST) <= 0;
        return isInRange && value.stripTrailingZeros().scale() <= 0
                ? OptionalLong.of(value.longValueExact())
                : OptionalLong.empty();
    }

    private static String shortened(JsonNode echo) {
        var text = echo.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
