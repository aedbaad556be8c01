package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;

/** Records that get lost, come twice or come late. */
final class DeliveryFaults {
    private static final String MANY = "IL-STREAM-02.delivers-each-of-many-records-once";
    private static final int BURST = 100;

    private DeliveryFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("full-buffer-drops", "while 64 KiB wait for a reader, what comes for him is dropped")
                        .breaks("IL-STREAM-02.delivers-a-burst-of-long-records")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.readers(reader -> new PassingReader(reader) {
                            private static final long MOST = 64 * 1024;
                            private long taken;

                            @Override
                            public void deliver(List<byte[]> lines) {
                                taken = backlogBytes() == 0 ? 0 : taken;
                                for (byte[] line : lines) {
                                    if (taken < MOST) {
                                        taken += line.length;
                                        super.deliver(List.of(line));
                                    }
                                }
                            }
                        })),
                fault("no-agent-no-record", "a request without a user agent leaves no record")
                        .breaks("IL-STREAM-02.delivers-requests-of-each-kind-through-the-edge")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.parts(right -> new PassingSessions(right) {
                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                super.publish(
                                        zoneId,
                                        records.stream()
                                                .filter(record -> !Records.byEdge(record)
                                                        || !Records.text(record, "ClientRequestUserAgent")
                                                                .isEmpty())
                                                .toList());
                            }
                        })),
                fault("one-in-hundreds-lost", "every 300th record of a session is lost")
                        .breaks(MANY)
                        .mayBreak("IL-NDJSON-06", "IL-SAMPLE-05", "IL-SAMPLE-01", "IL-SAMPLE-07", "IL-FILTER-27")
                        .of(keeping((number, line) -> number % 300 != 0)),
                fault("one-in-hundreds-twice", "every 400th record of a session comes twice")
                        .breaks(MANY)
                        .mayBreak("IL-SAMPLE-05", "IL-SAMPLE-01", "IL-SAMPLE-07", "IL-FILTER-27", "IL-SAMPLE-02")
                        .of(counted((number, lines) -> number % 400 == 0 ? twice(lines) : lines)),
                fault("last-of-a-burst-lost", "of a burst the last record stays in the buffer")
                        .breaks(MANY)
                        .mayBreak(
                                "IL-FILTER-27",
                                "IL-NDJSON-06",
                                "IL-SAMPLE-05",
                                "IL-NDJSON-09",
                                "IL-SAMPLE-01",
                                "IL-SAMPLE-07",
                                "IL-FILTER-02",
                                "IL-FILTER-16",
                                "IL-FILTER-17")
                        .of(batches(lines -> lines.size() < BURST ? lines : lines.subList(0, lines.size() - 1))),
                fault("first-of-a-burst-lost", "of a burst the first record is overwritten")
                        .breaks(MANY)
                        .mayBreak(
                                "IL-FILTER-27",
                                "IL-NDJSON-06",
                                "IL-SAMPLE-05",
                                "IL-NDJSON-09",
                                "IL-SAMPLE-01",
                                "IL-SAMPLE-07",
                                "IL-FILTER-02",
                                "IL-FILTER-16",
                                "IL-FILTER-17")
                        .of(batches(lines -> lines.size() < BURST ? lines : lines.subList(1, lines.size()))),
                fault("full-queue-forgets", "of a burst what comes behind the 150th record is dropped")
                        .breaks(MANY)
                        .mayBreak("IL-NDJSON-06", "IL-SAMPLE-05", "IL-SAMPLE-01", "IL-SAMPLE-07", "IL-NDJSON-10")
                        .of(batches(lines -> lines.subList(0, Math.min(150, lines.size())))),
                fault("burst-retried", "of a burst the last ten records are written once more")
                        .breaks(MANY)
                        .mayBreak(
                                "IL-FILTER-27",
                                "IL-SAMPLE-02",
                                "IL-SAMPLE-05",
                                "IL-SAMPLE-01",
                                "IL-SAMPLE-07",
                                "IL-FILTER-02",
                                "IL-FILTER-16",
                                "IL-FILTER-17")
                        .of(batches(lines -> {
                            List<byte[]> more = new ArrayList<>(lines);
                            if (lines.size() >= BURST) {
                                more.addAll(lines.subList(lines.size() - 10, lines.size()));
                            }
                            return more;
                        })),
                fault("equal-records-once", "a record whose line equals one of before is taken for a repetition")
                        .breaks("IL-STREAM-02.delivers-equal-records-each")
                        .mayBreak("IL-NDJSON-05", "IL-SAMPLE-01", "IL-SAMPLE-05", "IL-SAMPLE-07", "IL-SAMPLE-08")
                        .of(PassingSessions.readers(reader -> new PassingReader(reader) {
                            private final Set<String> seen = new HashSet<>();

                            @Override
                            public void deliver(List<byte[]> lines) {
                                super.deliver(lines.stream()
                                        .filter(line -> seen.add(Arrays.toString(line)))
                                        .toList());
                            }
                        })),
                fault(
                                "no-body-no-record",
                                "a request through the edge that is answered without a body leaves no record")
                        .breaks("IL-STREAM-02.delivers-each-request-through-the-edge-once")
                        .mayBreak("IL-NDJSON-13", "IL-STREAM-02")
                        .of(served(record ->
                                Records.byEdge(record) && Records.integer(record, "EdgeResponseStatus") == 204)),
                fault("not-modified-not-logged", "a request through the edge that is answered 304 leaves no record")
                        .breaks("IL-STREAM-02.delivers-requests-of-each-kind-through-the-edge")
                        .of(served(record ->
                                Records.byEdge(record) && Records.integer(record, "EdgeResponseStatus") == 304)),
                fault("preflights-not-logged", "an OPTIONS request through the edge leaves no record")
                        .breaks("IL-STREAM-02.delivers-requests-of-each-kind-through-the-edge")
                        .of(served(record -> Records.byEdge(record)
                                && Records.text(record, "ClientRequestMethod").equals("OPTIONS"))),
                fault("puts-not-logged", "a PUT through the edge leaves no record")
                        .breaks("IL-STREAM-02.delivers-each-request-through-the-edge-once")
                        .mayBreak("IL-FILTER-02", "IL-FILTER-10", "IL-NDJSON-13", "IL-FILTER-23", "IL-STREAM-02")
                        .of(served(record -> Records.byEdge(record)
                                && Records.text(record, "ClientRequestMethod").equals("PUT"))),
                fault("errors-shown-with-a-retry", "a request through the edge that is answered 503 is shown twice")
                        .breaks("IL-STREAM-02.delivers-each-request-through-the-edge-once")
                        .mayBreak("IL-FILTER-03", "IL-FILTER-04", "IL-FILTER-14", "IL-STREAM-02")
                        .of(PassingSessions.parts(right -> new PassingSessions(right) {
                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                super.publish(zoneId, records);
                                super.publish(
                                        zoneId,
                                        records.stream()
                                                .filter(record -> Records.byEdge(record)
                                                        && Records.integer(record, "EdgeResponseStatus") == 503)
                                                .toList());
                            }
                        })),
                fault("first-after-a-reconnect-lost", "after connecting again the first record is lost")
                        .breaks("IL-STREAM-15.delivers-each-record-once-after-a-reconnect")
                        .mayBreak("IL-FILTER-27", "IL-LIMIT-09", "IL-STREAM-15", "IL-STREAM-14")
                        .of(again(reader -> new PassingReader(reader) {
                            private boolean lost;

                            @Override
                            public void deliver(List<byte[]> lines) {
                                super.deliver(lost ? lines : lines.subList(1, lines.size()));
                                lost = true;
                            }
                        })),
                fault("twice-after-a-reconnect", "after connecting again every record comes twice")
                        .breaks("IL-STREAM-15.delivers-each-record-once-after-a-reconnect")
                        .mayBreak("IL-FILTER-27", "IL-SAMPLE-02")
                        .of(again(reader -> new PassingReader(reader) {
                            @Override
                            public void deliver(List<byte[]> lines) {
                                super.deliver(twice(lines));
                            }
                        })),
                fault("silent-after-a-reconnect", "who connects again gets a connection and no records")
                        .breaks("IL-STREAM-15.streams-again-after-the-connection-was-lost")
                        .mayBreak("IL-HTTP-07", "IL-STREAM-15", "IL-LIMIT-09")
                        .of(again(reader -> new PassingReader(reader) {
                            @Override
                            public void deliver(List<byte[]> lines) {}
                        })),
                fault("pairs-only", "a record waits for the next one")
                        .breaks("IL-STREAM-03")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.readers(reader -> new Buffered(reader, 2))),
                fault("tens-only", "records go out when there are ten")
                        .breaks("IL-STREAM-03.arrives-within-the-time-to-deliver")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.readers(reader -> new Buffered(reader, 10))),
                fault("late", "a record takes four seconds")
                        .breaks("IL-STREAM-03.each-arrives-before-the-next-is-made")
                        .mayBreak(Rules.ANY)
                        .of(late(4_000)));
    }

    /** Lines one by one with their number in the session's connection, from 1. */
    private static Parts counted(java.util.function.BiFunction<Long, List<byte[]>, List<byte[]>> change) {
        return PassingSessions.readers(reader -> new PassingReader(reader) {
            private final AtomicLong number = new AtomicLong();

            @Override
            public void deliver(List<byte[]> lines) {
                super.deliver(lines.stream()
                        .flatMap(line -> change.apply(number.incrementAndGet(), List.of(line)).stream())
                        .toList());
            }
        });
    }

    private static Parts keeping(BiPredicate<Long, byte[]> some) {
        return counted((number, lines) -> some.test(number, lines.get(0)) ? lines : List.of());
    }

    private static Parts batches(UnaryOperator<List<byte[]>> change) {
        return PassingSessions.readers(reader -> new PassingReader(reader) {
            @Override
            public void deliver(List<byte[]> lines) {
                super.deliver(change.apply(lines));
            }
        });
    }

    /** Some records are never taken in. */
    private static Parts served(java.util.function.Predicate<LogRecord> lost) {
        return PassingSessions.parts(right -> new PassingSessions(right) {
            @Override
            public void publish(String zoneId, List<LogRecord> records) {
                super.publish(zoneId, records.stream().filter(lost.negate()).toList());
            }
        });
    }

    /** Another reader from the second connection to an address on. */
    static Parts again(Function<Reader, Reader> second) {
        Map<String, Boolean> connected = new ConcurrentHashMap<>();
        return PassingSessions.parts(right -> new PassingSessions(right) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                return super.attach(secret, connected.put(secret, true) == null ? reader : second.apply(reader));
            }
        });
    }

    private static Parts late(long millis) {
        var later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
        return PassingSessions.readers(reader -> new PassingReader(reader) {
            @Override
            public void deliver(List<byte[]> lines) {
                later.execute(() -> super.deliver(lines));
            }
        });
    }

    private static List<byte[]> twice(List<byte[]> lines) {
        return lines.stream().flatMap(line -> List.of(line, line).stream()).toList();
    }

    /** Holds records back until there are so many. */
    private static final class Buffered extends PassingReader {
        private final int full;
        private final List<byte[]> held = new ArrayList<>();

        Buffered(Reader reader, int full) {
            super(reader);
            this.full = full;
        }

        @Override
        public void deliver(List<byte[]> lines) {
            held.addAll(lines);
            int out = held.size() - held.size() % full;
            super.deliver(List.copyOf(held.subList(0, out)));
            held.subList(0, out).clear();
        }
    }
}
