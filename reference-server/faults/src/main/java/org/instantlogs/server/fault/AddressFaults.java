package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;

/** Mistakes in the addresses of jobs. The chance in them is seeded: the fault is theirs, not chance's. */
final class AddressFaults {
    private static final int DIGITS = 32;

    private AddressFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("one-address-a-zone", "a zone's jobs all have the zone's own address")
                        .breaks("IL-JOB-05.gives-each-job-an-address-of-its-own", "IL-JOB-06")
                        .mayBreak("IL-LIMIT-05", "IL-LIMIT-06", "IL-LIMIT-08", "IL-STREAM-07", "IL-FILTER-27")
                        .of(new OfTheZone()),
                fault(
                                "address-of-the-request",
                                "the address is made of the zone and the request: the same request, the same address")
                        .breaks("IL-JOB-05.gives-each-job-an-address-of-its-own")
                        .mayBreak(
                                "IL-JOB-06",
                                "IL-LIMIT-05",
                                "IL-LIMIT-06",
                                "IL-LIMIT-08",
                                "IL-STREAM-07",
                                "IL-FILTER-27")
                        .of(new OfTheRequest()),
                fault("addresses-from-a-pool", "addresses come from a pool of 40 and come back")
                        .breaks("IL-JOB-05.gives-each-job-an-address-of-its-own")
                        .mayBreak("IL-JOB-06", "IL-LIMIT-05", "IL-LIMIT-08")
                        .of(secrets(random -> {
                            var pool = random.ints(40)
                                    .mapToObj(seed -> hex(new SplittableRandom(seed), DIGITS))
                                    .toList();
                            var next = new AtomicLong();
                            return () -> pool.get((int) (next.getAndIncrement() % pool.size()));
                        })),
                fault("address-counts", "the session part is a counter, with zeros before it")
                        .breaks("IL-JOB-06")
                        .of(numbered(count -> "%032x".formatted(count))),
                fault("address-counts-far-up", "the session part is a counter that starts at a random number")
                        .breaks("IL-JOB-06")
                        .of(secrets(random -> {
                            var prefix = hex(random, 16);
                            var next = new AtomicLong(random.nextLong());
                            return () -> prefix + "%016x".formatted(next.getAndIncrement());
                        })),
                fault("address-counts-in-steps", "the session part is a counter times a large odd number")
                        .breaks("IL-JOB-06")
                        .of(numbered(count ->
                                "%016x%016x".formatted(count * 0x9E3779B97F4A7C15L, count * 0xC2B2AE3D27D4EB4FL))),
                fault("address-is-a-digest-of-a-counter", "the session part is the MD5 of a number that counts jobs")
                        .breaks("IL-JOB-06.derives-no-address-from-what-is-no-secret")
                        .of(numbered(count -> UUID.nameUUIDFromBytes(
                                        String.valueOf(count).getBytes(StandardCharsets.US_ASCII))
                                .toString()
                                .replace("-", ""))),
                fault("address-is-short", "the session part has 8 random digits")
                        .breaks("IL-JOB-06")
                        .mayBreak("IL-JOB-05")
                        .of(secrets(random -> () -> hex(random, 8))),
                fault("address-has-112-bits", "the session part has 28 random digits")
                        .breaks("IL-JOB-06")
                        .of(secrets(random -> () -> hex(random, 28))),
                fault("address-has-a-long-prefix", "the first half of the session part is the server's own")
                        .breaks("IL-JOB-06")
                        .of(secrets(random -> {
                            var prefix = hex(random, 16);
                            return () -> prefix + hex(random, 16);
                        })),
                fault("address-has-decimal-digits", "the session part has 32 decimal digits: 106 bits")
                        .breaks("IL-JOB-06")
                        .of(secrets(random -> () -> digits(random, DIGITS))),
                fault("address-has-half-decimal-digits", "the second half of the session part has decimal digits only")
                        .breaks("IL-JOB-06")
                        .of(secrets(random -> () -> hex(random, 16) + digits(random, 16))),
                fault("address-is-a-uuid", "the session part is a UUID of version 4: 122 random bits")
                        .breaks("IL-JOB-06")
                        .of(secrets(random ->
                                () -> UUID.nameUUIDFromBytes(hex(random, DIGITS).getBytes(StandardCharsets.US_ASCII))
                                        .toString())),
                fault("address-is-in-order", "the session part begins with a number that rises, before 128 random bits")
                        .breaks("IL-JOB-06")
                        .of(secrets(random -> {
                            var next = new AtomicLong(0x10000000L);
                            return () ->
                                    "%08x".formatted(next.addAndGet(1 + random.nextInt(9_000))) + hex(random, DIGITS);
                        })),
                fault("address-falls", "the session part begins with a number that falls, before 128 random bits")
                        .breaks("IL-JOB-06")
                        .of(secrets(random -> {
                            var next = new AtomicLong(0xf0000000L);
                            return () ->
                                    "%08x".formatted(next.addAndGet(-1 - random.nextInt(9_000))) + hex(random, DIGITS);
                        })),
                fault(
                                "address-half-used-again",
                                "one session part of a zone in ten has the second half of its one before")
                        .breaks("IL-JOB-06")
                        .of(new HalfAgain()));
    }

    private static Parts numbered(LongFunction<String> secret) {
        return secrets(random -> {
            var next = new AtomicLong();
            return () -> secret.apply(next.incrementAndGet());
        });
    }

    private static Parts secrets(Function<SplittableRandom, Supplier<String>> made) {
        return new Parts() {
            @Override
            public Supplier<String> secrets() {
                var secret = made.apply(new SplittableRandom(20_220_712));
                return () -> {
                    synchronized (secret) {
                        return secret.get();
                    }
                };
            }
        };
    }

    private static String hex(SplittableRandom random, int digits) {
        return text(digits, i -> HexFormat.of().toHexDigits(random.nextInt(16), 1));
    }

    private static String digits(SplittableRandom random, int count) {
        return text(count, i -> String.valueOf(random.nextInt(10)));
    }

    private static String text(int length, IntFunction<String> character) {
        return IntStream.range(0, length).mapToObj(character).collect(Collectors.joining());
    }

    private static final class OfTheZone extends InAZone {
        @Override
        public Supplier<String> secrets() {
            return () -> UUID.nameUUIDFromBytes(zone().getBytes(StandardCharsets.US_ASCII))
                    .toString()
                    .replace("-", "");
        }
    }

    private static final class HalfAgain extends InAZone {
        private final SplittableRandom random = new SplittableRandom(20_220_712);
        private final Map<String, List<String>> made = new HashMap<>();

        @Override
        public Supplier<String> secrets() {
            return this::next;
        }

        private synchronized String next() {
            var before = made.computeIfAbsent(zone(), unseen -> new ArrayList<>());
            var secret = hex(random, DIGITS);
            if (before.size() % 10 == 9) {
                secret = secret.substring(16) + before.get(before.size() - 1).substring(16);
            }
            before.add(secret);
            return secret;
        }
    }

    private static final class OfTheRequest extends InAZone {
        private final ThreadLocal<byte[]> body = ThreadLocal.withInitial(() -> new byte[0]);

        @Override
        public JobReader jobReader() {
            var right = super.jobReader();
            return bytes -> {
                body.set((zone() + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
                return right.read(bytes);
            };
        }

        @Override
        public Supplier<String> secrets() {
            return () -> UUID.nameUUIDFromBytes(body.get()).toString().replace("-", "");
        }
    }
}
