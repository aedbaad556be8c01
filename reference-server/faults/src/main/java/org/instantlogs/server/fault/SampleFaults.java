package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.sample.Sampler;
import org.instantlogs.server.session.ClientSample;

/** Mistakes with the sample that a client asks for. */
final class SampleFaults {
    private static final List<String> CONSEQUENCES =
            List.of("IL-SAMPLE-01", "IL-SAMPLE-02", "IL-SAMPLE-03", "IL-SAMPLE-04", "IL-SAMPLE-06", "IL-JOB-20");

    /** Nanoseconds between two records that did not come at once. */
    private static final long APART = 300_000;

    private SampleFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("sample-ends-after-a-minute", "a minute after a session's first record its sample is forgotten")
                        .breaks("IL-SAMPLE-02.acts-when-time-has-passed")
                        .mayBreak("IL-SAMPLE-02", "IL-LIMIT-05", "IL-LIMIT-06")
                        .of(new Parts() {
                            @Override
                            public ClientSample clientSample(long n, SplittableRandom random) {
                                var sampler = new Sampler(n, random);
                                var begun = new AtomicLong(Long.MAX_VALUE);
                                return (record, now) -> {
                                    begun.compareAndSet(Long.MAX_VALUE, now.getEpochSecond());
                                    return sampler.keepsNext() || now.getEpochSecond() - begun.get() > 60;
                                };
                            }
                        }),
                rate("sample-ignored", "every record is delivered whatever the sample", n -> 1),
                rate("sample-one-less", "one in N - 1 is delivered", n -> Math.max(1, n - 1)),
                rate("sample-one-more", "one in N + 1 is delivered", n -> n == 1 ? 1 : n + 1),
                rate(
                        "sample-power-of-two",
                        "N is taken for the next power of two",
                        n -> n == 1 ? 1 : 2 * Long.highestOneBit(n - 1)),
                rate("sample-of-eight-bits", "N is kept in 8 bits", n -> Math.max(1, n & 0xFF)),
                rate("sample-applied-twice", "one in N is delivered of one in N", n -> n * n),
                sample(
                        "sample-inverted",
                        "all but one in N are delivered",
                        "IL-SAMPLE-02",
                        (n, random) -> (record, now) -> n == 1 || random.nextLong(n) != 0),
                sample(
                        "sample-a-percentage",
                        "N is taken for the percentage",
                        "IL-SAMPLE-02",
                        (n, random) -> (record, now) -> n == 1 || random.nextLong(100) < n),
                sample(
                        "sample-in-whole-percents",
                        "one in N is rounded to a whole percentage",
                        "IL-SAMPLE-02",
                        (n, random) -> (record, now) -> random.nextLong(100) < 100 / n),
                sample(
                        "sample-first-of-all",
                        "the first hundred records are delivered, then none",
                        "IL-SAMPLE-02",
                        (n, random) -> {
                            var seen = new AtomicInteger();
                            return (record, now) -> n == 1 || seen.getAndIncrement() < 100;
                        }),
                sample(
                        "sample-first-of-a-second",
                        "of each second the first record is delivered",
                        "IL-SAMPLE-02",
                        (n, random) -> {
                            var last = new AtomicLong();
                            return (record, now) ->
                                    n == 1 || last.getAndSet(now.getEpochSecond()) != now.getEpochSecond();
                        }),
                sample(
                        "sample-loses-one-in-hundreds",
                        "at sample 1 one in 256 records is lost",
                        "IL-SAMPLE-01",
                        List.of("IL-FILTER-27", "IL-NDJSON-06", "IL-SAMPLE-05", "IL-STREAM-02"),
                        (n, random) -> {
                            var seen = new AtomicInteger();
                            return (record, now) ->
                                    n == 1 ? seen.incrementAndGet() % 256 != 0 : random.nextLong(n) == 0;
                        }),
                sample(
                        "sample-repeats-itself",
                        "a hundred choices are drawn at once and repeated",
                        "IL-SAMPLE-02",
                        (n, random) -> {
                            var chosen = new boolean[20];
                            for (int i = 0; i < chosen.length; i++) {
                                chosen[i] = random.nextLong(n) == 0;
                            }
                            var seen = new AtomicInteger();
                            return (record, now) -> n == 1 || chosen[seen.getAndIncrement() % chosen.length];
                        }),
                sample(
                        "sample-begins-late",
                        "what comes of the first 10 N records of a session is dropped",
                        "IL-SAMPLE-02.counts-from-the-first-record-of-a-connection",
                        (n, random) -> {
                            var seen = new AtomicLong();
                            return (record, now) ->
                                    n == 1 || (seen.incrementAndGet() > 10 * n && random.nextLong(n) == 0);
                        }),
                sample(
                        "sample-begins-with-each-batch",
                        "of what comes at once the first is always delivered, and so is what comes alone",
                        "IL-SAMPLE-02.samples-records-that-come-after-a-pause",
                        (n, random) -> {
                            var last = new AtomicLong();
                            return (record, now) -> System.nanoTime() - last.getAndSet(System.nanoTime()) > APART
                                    || random.nextLong(n) == 0;
                        }),
                sample(
                        "sample-neglects-one-method",
                        "of one method a third less is delivered",
                        "IL-SAMPLE-03.chooses-half-of-them-blindly",
                        (n, random) -> (record, now) -> n == 1
                                || (random.nextLong(n) == 0
                                        && (random.nextInt(3) > 0
                                                || !Values.of(record, "ClientRequestMethod")
                                                        .asText()
                                                        .equals("PUT")))),
                biased("sample-by-path", "ClientRequestPath"),
                biased("sample-by-status", "EdgeResponseStatus"),
                biased("sample-by-country", "ClientCountry"),
                biased("sample-by-host", "ClientRequestHost"),
                biased("sample-by-method", "ClientRequestMethod"),
                sample(
                        "sample-keeps-errors",
                        "server errors are all delivered",
                        "IL-SAMPLE-03",
                        (n, random) -> (record, now) ->
                                Values.of(record, "EdgeResponseStatus").asInt() >= 500 || random.nextLong(n) == 0),
                sample(
                        "sample-keeps-blocked",
                        "what a firewall rule has blocked is all delivered",
                        "IL-SAMPLE-03",
                        (n, random) -> (record, now) -> Values.of(record, "FirewallMatchesActions")
                                        .toString()
                                        .contains("block")
                                || random.nextLong(n) == 0),
                sample(
                        "sample-favours-one-country",
                        "of one country twice as many are delivered",
                        "IL-SAMPLE-03",
                        (n, random) -> (record, now) -> random.nextLong(n) == 0
                                || (Values.of(record, "ClientCountry").asText().equals("us")
                                        && random.nextLong(n) == 0)),
                sample(
                        "sample-thins-out",
                        "the longer a session lasts, the fewer are delivered",
                        "IL-SAMPLE-03",
                        (n, random) -> {
                            var seen = new AtomicInteger();
                            return (record, now) ->
                                    n == 1 || random.nextDouble() < 2.0 / n / (1 + seen.getAndIncrement() / 1500.0);
                        }),
                sample(
                        "sample-in-bursts",
                        "the first records of each thousand are delivered",
                        "IL-SAMPLE-03",
                        (n, random) -> {
                            var seen = new AtomicInteger();
                            return (record, now) -> seen.getAndIncrement() % 1000 < 1000 / n;
                        }),
                fault(
                                "sample-twice-if-filtered",
                                "where there is a filter, the sample is applied before it and after it")
                        .breaks("IL-SAMPLE-04")
                        .of(new FilteredSample((n, random) -> new Sampler(n * n, random))),
                fault("sample-ignored-if-filtered", "where there is a filter, the sample is ignored")
                        .breaks("IL-SAMPLE-04")
                        .of(new FilteredSample((n, random) -> new Sampler(1, random))),
                fault("sample-forgotten-after-a-reconnect", "who connects again gets every record")
                        .breaks("IL-SAMPLE-02.acts-in-every-connection-of-its-job")
                        .of(new ForgottenSample()),
                fault("sample-lost-without-a-filter", "the sample of a request that has no filter is 1")
                        .breaks("IL-SAMPLE-02.acts-wherever-it-stands[members=no-filter]")
                        .mayBreak("IL-SAMPLE-02", "IL-JOB-08", "IL-JOB-20")
                        .of(Bodies.changed(request -> {
                            if (!request.has("filter")) {
                                request.remove("sample");
                            }
                        })),
                fault("sample-lost-before-fields", "`sample` is looked for behind `fields`")
                        .breaks("IL-SAMPLE-02.acts-wherever-it-stands[members=sample-first]")
                        .mayBreak("IL-SAMPLE-02", "IL-JOB-08", "IL-JOB-20")
                        .of(Bodies.changed(request -> {
                            if ("sample".equals(request.fieldNames().next())) {
                                request.remove("sample");
                            }
                        })),
                fault("sample-outlives-its-job", "a zone goes on with the largest sample that it was asked for")
                        .breaks("IL-SAMPLE-01.forgets*")
                        .mayBreak("IL-SAMPLE-01", "IL-SAMPLE-02", "IL-SAMPLE-03", "IL-SAMPLE-04", "IL-STREAM-02")
                        .of(new LastingSample()));
    }

    /** Of the greatest N some make a number below 1, of which nothing can be drawn: no answer comes then. */
    private static TrialTarget rate(String name, String says, Rate rate) {
        return sample(name, says, "IL-SAMPLE-02", List.of("IL-JOB-25"), (n, random) -> {
            var sampler = new Sampler(rate.of(n), random);
            return (record, now) -> sampler.keepsNext();
        });
    }

    /** Keeps two in N of the values with an even number of bits in their hash, and none of the others. */
    private static TrialTarget biased(String name, String field) {
        return sample(name, "the sample is chosen by `" + field + "`", "IL-SAMPLE-03", (n, random) -> (record, now) -> {
            int hash = Values.of(record, field).asText().hashCode();
            return n == 1 || (Integer.bitCount(hash) % 2 == 0 && random.nextLong(n) < 2);
        });
    }

    private static TrialTarget sample(String name, String says, String breaks, Sampling sampling) {
        return sample(name, says, breaks, List.of(), sampling);
    }

    private static TrialTarget sample(
            String name, String says, String breaks, List<String> mayBreak, Sampling sampling) {
        return fault(name, says)
                .breaks(breaks)
                .mayBreak(
                        Stream.concat(CONSEQUENCES.stream(), mayBreak.stream()).toArray(String[]::new))
                .of(new Parts() {
                    @Override
                    public ClientSample clientSample(long n, SplittableRandom random) {
                        return sampling.of(n, random);
                    }
                });
    }

    /** What N is taken for. */
    private interface Rate {
        long of(long n);
    }

    /** Makes the sample of a session. */
    private interface Sampling {
        ClientSample of(long n, SplittableRandom random);
    }
}
