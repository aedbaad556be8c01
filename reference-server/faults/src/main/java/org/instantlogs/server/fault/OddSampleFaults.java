package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.JobRefused;

/** Mistakes with samples that are no whole number from 1. */
final class OddSampleFaults {
    private static final String SAMPLE = "sample";

    private OddSampleFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("sample-0-is-all", "a sample of 0 is taken, answered as 0, and delivers everything")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-0]")
                        .mayBreak("IL-JOB-20")
                        .of(new Taken(
                                sample -> sample.isNumber() && sample.doubleValue() == 0,
                                OddSampleFaults::one,
                                UnaryOperator.identity())),
                fault("sample-negative-is-all", "a negative sample is taken and answered as it came")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-minus-*]")
                        .mayBreak("IL-JOB-20")
                        .of(new Taken(
                                sample -> sample.isIntegralNumber() && sample.asDouble() < 0,
                                OddSampleFaults::one,
                                UnaryOperator.identity())),
                fault("sample-fraction-taken", "a sample of 1.5 is taken and answered as it came, and 1 is in force")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-*fraction*]")
                        .mayBreak("IL-JOB-20")
                        .of(new Taken(JsonNode::isFloatingPointNumber, OddSampleFaults::one, UnaryOperator.identity())),
                fault("sample-text-taken", "a sample of text is answered as it came, and 1 is in force")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-text*]")
                        .of(new Taken(JsonNode::isTextual, OddSampleFaults::one, UnaryOperator.identity())),
                fault("sample-true-taken", "a sample of true is answered as it came, and 1 is in force")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-true]")
                        .of(new Taken(JsonNode::isBoolean, OddSampleFaults::one, UnaryOperator.identity())),
                fault("sample-beyond-64-bits-wraps", "of a sample beyond 64 bits the lower ones are taken and answered")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-2p6*]")
                        .mayBreak("IL-JOB-20")
                        .of(new Taken(
                                JsonNode::isBigInteger,
                                OddSampleFaults::one,
                                asked -> LongNode.valueOf(asked.longValue()))),
                fault("sample-of-32-bits", "a sample of 2^31 is answered as a negative number")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-2p31]")
                        .mayBreak("IL-JOB-20")
                        .of(new Taken(
                                JsonNode::isLong, asked -> asked, asked -> IntNode.valueOf((int) asked.longValue()))),
                fault("sample-clamped-in-word-only", "a sample of 0 is answered as 10, and 1 is in force")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-0]")
                        .mayBreak("IL-JOB-20")
                        .of(new Taken(
                                sample -> sample.isNumber() && sample.doubleValue() <= 0,
                                OddSampleFaults::one,
                                asked -> IntNode.valueOf(10))),
                fault("sample-clamped-in-deed-only", "a negative sample is answered as 1, and next to nothing comes")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-minus-1]")
                        .mayBreak("IL-JOB-20")
                        .of(new Taken(
                                sample -> sample.isIntegralNumber() && sample.asDouble() == -1,
                                asked -> IntNode.valueOf(1_000_000),
                                asked -> IntNode.valueOf(1))),
                fault("sample-text-ends-in-500", "a sample of text is answered 500")
                        .breaks("IL-JOB-20.refuses-or-clamps-an-odd-sample[body=sample-text*]", "IL-JOB-25")
                        .mayBreak("IL-JOB-20")
                        .of(new Failing(JsonNode::isTextual)));
    }

    private static JsonNode one(JsonNode asked) {
        return IntNode.valueOf(1);
    }

    /** Takes some samples for another one and answers what it likes. */
    private static final class Taken implements Parts {
        private final Predicate<JsonNode> odd;
        private final UnaryOperator<JsonNode> inForce;
        private final UnaryOperator<JsonNode> answered;
        private final ThreadLocal<JsonNode> asked = ThreadLocal.withInitial(() -> IntNode.valueOf(1));

        Taken(Predicate<JsonNode> odd, UnaryOperator<JsonNode> inForce, UnaryOperator<JsonNode> answered) {
            this.odd = odd;
            this.inForce = inForce;
            this.answered = answered;
        }

        @Override
        public JobReader jobReader() {
            var right = Parts.super.jobReader();
            return body -> right.read(Json.object(body).map(this::replaced).orElse(body));
        }

        private byte[] replaced(ObjectNode request) {
            var sample = request.path(SAMPLE);
            asked.set(sample);
            if (odd.test(sample)) {
                request.set(SAMPLE, inForce.apply(sample));
            }
            return Json.bytes(request);
        }

        /** Called on the thread that has read the body, before it reads another. */
        @Override
        public LastWord lastWord() {
            return (request, answer) -> Answers.isCreation(request, answer) && odd.test(asked.get())
                    ? Answers.edited(answer, envelope -> {
                        if (envelope.get("result") instanceof ObjectNode result) {
                            result.set(SAMPLE, answered.apply(asked.get()));
                        }
                    })
                    : answer;
        }
    }

    /** Falls over some samples. */
    private static final class Failing implements Parts {
        private static final int FALLEN = 1999;
        private final Predicate<JsonNode> odd;

        Failing(Predicate<JsonNode> odd) {
            this.odd = odd;
        }

        @Override
        public JobReader jobReader() {
            var right = Parts.super.jobReader();
            return body -> {
                if (Json.object(body)
                        .filter(request -> odd.test(request.path(SAMPLE)))
                        .isPresent()) {
                    throw new JobRefused(FALLEN, "internal error", "");
                }
                return right.read(body);
            };
        }

        @Override
        public LastWord lastWord() {
            return (request, answer) -> Answers.code(answer) == FALLEN ? Answers.withStatus(answer, 500) : answer;
        }
    }
}
