package org.instantlogs.suite.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Alone;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Lasting;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.JobSpec;
import org.instantlogs.suite.zone.Zone;

/** Case classes that do what cases may, and what they may not. */
@SuppressWarnings("DoNotCallSuggester") // nobody calls cases but the runner
final class FakeCases {
    private FakeCases() {}

    /** A number as an axis. */
    record Numbered(int number) implements Variant {
        static List<Numbered> upTo(int count) {
            return IntStream.range(0, count).mapToObj(Numbered::new).toList();
        }

        @Override
        public Map<String, String> axes() {
            return Map.of("number", String.valueOf(number));
        }
    }

    /** Ends in every way that a case may end in. */
    static final class EveryEnding {
        @Check("IL-JOB-01.is-right")
        void isRight(Zone zone, Judgement judgement) {
            var answer = zone.list();
            judgement.expect(answer.status() == 200, "200", answer.describe());
        }

        @Check("IL-JOB-01.is-wrong")
        void isWrong(Judgement judgement) {
            judgement.violated("one", "two");
            judgement.violated("one", "three");
            judgement.detail("asked", "nothing");
        }

        @Check("IL-JOB-01.is-wrong-before-it-ends")
        void isWrongBeforeItEnds(Judgement judgement) {
            judgement.violated("one", "two");
            throw judgement.inconclusive("and then nothing more was to be had");
        }

        @Check("IL-JOB-01.is-decided-early")
        void isDecidedEarly(Judgement judgement) {
            throw judgement.decided();
        }

        @Check("IL-JOB-02.is-tolerated")
        void isTolerated(Judgement judgement) {
            judgement.tolerated("one", "nearly one");
        }

        @Check("IL-JOB-06.is-unwise")
        void isUnwise(Judgement judgement) {
            judgement.violated("128 bits", "8 bits");
        }

        @Check("IL-JOB-11.is-open")
        void isOpen(Judgement judgement) {
            judgement.observed("both");
        }

        @Check("IL-JOB-03.is-given-up")
        void isGivenUp(Judgement judgement) {
            throw judgement.inconclusive("the set-up was refused");
        }

        @Check("IL-JOB-03.turns-out-to-need-more")
        void turnsOutToNeedMore(Judgement judgement) {
            throw judgement.notTested("stream.ordered");
        }

        @Check("IL-JOB-04.goes-unanswered")
        void goesUnanswered(Zone zone, Judgement judgement) {
            var target = zone.target();
            var nobody = new ApiRequest(
                    "GET",
                    "http://127.0.0.1:1/",
                    ApiRequest.list(zone.id()).credentials(),
                    Map.of(),
                    ApiRequest.list(zone.id()).body(),
                    "list");
            judgement.observed(
                    target.leanApi(target.transcript()).sendOnce(nobody).describe());
        }

        @Needs(Need.INJECT)
        @Check("IL-JOB-05.needs-injection")
        void needsInjection(Judgement judgement) {
            judgement.violated("to be left out", "called");
        }

        @Check("IL-JOB-07.comes-in-variants")
        @Variants("numbers")
        void comesInVariants(Judgement judgement, Numbered number) {
            judgement.expect(number.number() != 1, "any number but 1", "number " + number.number());
        }

        static List<Numbered> numbers() {
            return Numbered.upTo(4);
        }
    }

    /** Throws, as only a faulty case does. */
    static final class Faulty {
        @Check("IL-JOB-01.throws")
        void breaks(Judgement judgement) {
            judgement.detail("about", "to break");
            throw new IllegalArgumentException("a fault with token-abcdef in it");
        }

        @Check("IL-JOB-02.asserts")
        void breaksBadly() {
            throw new AssertionError("cases don't assert");
        }

        @Check("IL-JOB-11.observes-nothing")
        void observesNothing(Judgement judgement) {
            judgement.detail("observed", "nothing");
        }

        @Check("IL-JOB-16.judges-an-open-rule")
        void judgesAnOpenRule(Judgement judgement) {
            judgement.violated("this", "that");
        }
    }

    /** Never comes to an end by itself, and another that does. */
    static final class Endless {
        @Check("IL-JOB-01.never-ends")
        void neverEnds() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Check("IL-JOB-02.ends")
        void ends(Judgement judgement) {
            judgement.expect(true, "an end", "none");
        }
    }

    /** Two cases that can only pass while both run. */
    static final class Meeting {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Check("IL-JOB-01.meets")
        void meets(Judgement judgement) throws InterruptedException, BrokenBarrierException {
            meet(judgement);
        }

        @Check("IL-JOB-02.meets")
        void meetsToo(Judgement judgement) throws InterruptedException, BrokenBarrierException {
            meet(judgement);
        }

        private static void meet(Judgement judgement) throws InterruptedException, BrokenBarrierException {
            try {
                BOTH.await(30, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                judgement.violated("the other case beside this one", "nobody");
            }
        }
    }

    /** Some that run side by side and some that mustn't. */
    static final class Company {
        @Check("IL-JOB-01.in-company")
        @Variants("numbers")
        void inCompany(Zone zone, Numbered number, Judgement judgement) {
            judgement.expect(zone.list().status() == 200, "200", "another status to number " + number.number());
        }

        @Alone
        @Check("IL-JOB-02.alone")
        @Variants("numbers")
        void alone(Zone zone, Numbered number, Judgement judgement) {
            judgement.expect(zone.list().status() == 200, "200", "another status to number " + number.number());
        }

        @Needs(Need.CLOCK)
        @Check("IL-JOB-03.moves-time")
        @Variants("numbers")
        void movesTime(Zone zone, Numbered number, Judgement judgement) {
            judgement.expect(zone.list().status() == 200, "200", "another status to number " + number.number());
        }

        static List<Numbered> numbers() {
            return Numbered.upTo(4);
        }
    }

    /** One that takes long, behind one that does not. */
    static final class OfTwoLengths {
        @Check("IL-JOB-01.is-short")
        void isShort(Zone zone, Judgement judgement) {
            judgement.expect(zone.list().status() == 200, "200", "another status");
        }

        @Lasting
        @Check("IL-JOB-02.lasts")
        void lasts(Zone zone, Judgement judgement) {
            judgement.expect(zone.list().status() == 200, "200", "another status");
        }
    }

    /** One case that needs two zones. */
    static final class Pair {
        @Check("IL-JOB-01.keeps-zones-apart")
        void keepsZonesApart(Zone one, Judgement judgement, Zone other) {
            judgement.expect(!one.id().equals(other.id()), "two zones", "one zone twice");
        }
    }

    /** Asks and gets no answer, ten times. */
    static final class Unanswered {
        @Check("IL-JOB-01.asks")
        @Variants("numbers")
        void asks(Zone zone, Numbered number, Judgement judgement) {
            judgement.detail("number", String.valueOf(number.number()));
            judgement.expect(false, "no answer", zone.job(JobSpec.exampleJob()).toString());
        }

        static List<Numbered> numbers() {
            return Numbered.upTo(10);
        }
    }

    /** Its variants depend on the edition. */
    static final class ByEdition {
        @Check("IL-FILTER-12.takes-an-array")
        @Variants("ofEdition")
        void takesAnArray(Judgement judgement, Numbered number) {
            judgement.violated("arrays", "none, number " + number.number());
        }

        @Check("IL-FILTER-11.takes-text")
        void takesText(Judgement judgement) {
            judgement.expect(true, "text", "none");
        }

        static List<Numbered> ofEdition(Edition edition) {
            return Numbered.upTo(edition == Edition.DOCS_2022 ? 1 : 2);
        }
    }

    /** Judges a rule that nobody has made. */
    static final class OfNoRule {
        @Check("IL-JOB-99.judges-nothing")
        void judgesNothing(Judgement judgement) {
            judgement.observed("nothing");
        }
    }

    /** Two cases of one id. */
    static final class Twins {
        @Check("IL-JOB-01.twin")
        void castor(Judgement judgement) {
            judgement.observed("castor");
        }

        @Check("IL-JOB-01.twin")
        void pollux(Judgement judgement) {
            judgement.observed("pollux");
        }
    }

    /** An id that is none. */
    static final class Misnamed {
        @Check("IL-JOB-01 with blanks")
        void hasBlanks(Judgement judgement) {
            judgement.observed("blanks");
        }
    }

    /** No variant at all. */
    static final class Variantless {
        @Check("IL-JOB-01.has-none")
        @Variants("none")
        void hasNone(Judgement judgement, Numbered number) {
            judgement.observed("none of " + number);
        }

        static List<Numbered> none() {
            return List.of();
        }
    }

    /** A name of variants that leads nowhere. */
    static final class Astray {
        @Check("IL-JOB-01.has-lost-them")
        @Variants("nowhere")
        void hasLostThem(Judgement judgement, Numbered number) {
            judgement.observed("none of " + number);
        }
    }

    /** A case class without cases. */
    static final class Idle {}
}
