package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.LogRecord;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** Records that come to another zone, and addresses that lead to sessions which are not theirs. */
final class StrayFaults {
    /** Judged by all the records of a zone, which more than the maximum data rate thins out. */
    private static final String[] CROWDED = {
        "IL-STREAM-06", "IL-STREAM-02", "IL-SAMPLE-02", "IL-SAMPLE-03", "IL-SAMPLE-04", "IL-SAMPLE-05", "IL-SAMPLE-07"
    };

    private StrayFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("zone-by-the-records-host", "a record goes to the zone whose host name it has, if there is one")
                        .breaks("IL-STREAM-06.tells-zones-apart-whatever-the-host")
                        .mayBreak(Rules.ANY)
                        .of(new ByHost()),
                fault("records-to-all-zones", "every record goes to all zones")
                        .breaks("IL-STREAM-06")
                        .mayBreak(Rules.ANY)
                        .of(PassingSessions.parts(Everywhere::new)),
                fault("one-in-hundreds-to-all-zones", "every 200th record goes to all zones")
                        .breaks("IL-STREAM-06")
                        .mayBreak("IL-SAMPLE-05")
                        .of(PassingSessions.parts(right -> new Zones(right) {
                            private final AtomicLong number = new AtomicLong();

                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                super.publish(zoneId, records);
                                records.stream()
                                        .filter(record -> number.incrementAndGet() % 200 == 0)
                                        .forEach(record ->
                                                others(zoneId).forEach(other -> right.publish(other, List.of(record))));
                            }
                        })),
                fault("zones-by-host", "a record goes to all zones that have had requests for its host")
                        .breaks("IL-STREAM-06.tells-zones-apart-with-equal-hosts")
                        .mayBreak(
                                "IL-STREAM-06",
                                "IL-STREAM-02",
                                "IL-FILTER-31",
                                "IL-SAMPLE-02",
                                "IL-SAMPLE-03",
                                "IL-SAMPLE-04",
                                "IL-SAMPLE-05",
                                "IL-SAMPLE-07")
                        .of(PassingSessions.parts(right -> new Zones(right) {
                            private final Map<String, Set<String>> zones = new ConcurrentHashMap<>();

                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                super.publish(zoneId, records);
                                for (LogRecord record : records) {
                                    var host = Records.text(record, "ClientRequestHost");
                                    if (!host.isEmpty()) {
                                        var all = zones.computeIfAbsent(host, unseen -> ConcurrentHashMap.newKeySet());
                                        all.add(zoneId);
                                        all.stream()
                                                .filter(other -> !other.equals(zoneId))
                                                .forEach(other -> right.publish(other, List.of(record)));
                                    }
                                }
                            }
                        })),
                fault("edge-knows-one-zone", "what comes in by the edge goes to the zone whose session is the newest")
                        .breaks("IL-STREAM-06.*edge*")
                        .mayBreak(Consequences.ofFilters())
                        .mayBreak("IL-NDJSON-06", "IL-STREAM-02", "IL-NDJSON-13", "IL-NDJSON-14")
                        .of(PassingSessions.parts(right -> new Zones(right) {
                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                super.publish(records.stream().anyMatch(Records::byEdge) ? newest() : zoneId, records);
                            }
                        })),
                fault(
                                "listener-of-an-ended-session-elsewhere",
                                "once a zone's session has ended, its records go to the others")
                        .breaks("IL-STREAM-06.a-later-session-holds-nothing-of-another-zone")
                        .mayBreak("IL-STREAM-06")
                        .of(PassingSessions.parts(right -> new Zones(right) {
                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                super.publish(zoneId, records);
                                if (right.list(zoneId).isEmpty()) {
                                    others(zoneId).forEach(other -> right.publish(other, records));
                                }
                            }
                        })),
                fault(
                                "unheard-zones-heard-elsewhere",
                                "while nobody listens to a zone's session, its records go to the others")
                        .breaks("IL-STREAM-06.holds-nothing-of-a-zone-nobody-listens-to")
                        .mayBreak(CROWDED)
                        .of(PassingSessions.parts(Unheard::new)),
                fault("third-job-heard-everywhere", "from a zone's third job on its records go to the others as well")
                        .breaks("IL-STREAM-06.a-fifth-job-holds-nothing-of-another-zone")
                        .mayBreak(CROWDED)
                        .of(PassingSessions.parts(right -> new Zones(right) {
                            private final Map<String, Integer> jobs = new ConcurrentHashMap<>();

                            @Override
                            public Job create(String zoneId, JobRequest request) {
                                jobs.merge(zoneId, 1, Integer::sum);
                                return super.create(zoneId, request);
                            }

                            @Override
                            public void reset(String zoneId) {
                                jobs.remove(zoneId);
                                super.reset(zoneId);
                            }

                            @Override
                            public void publish(String zoneId, List<LogRecord> records) {
                                super.publish(zoneId, records);
                                if (jobs.getOrDefault(zoneId, 0) >= 3) {
                                    others(zoneId).forEach(other -> right.publish(other, records));
                                }
                            }
                        })),
                address(
                        "address-by-its-first-half",
                        "an address is looked up by the first half of its secret",
                        "changed-near-its-end",
                        (given, known) -> given.length() >= 16 && known.startsWith(given.substring(0, 16))),
                address(
                        "address-by-its-second-half",
                        "an address is looked up by the second half of its secret",
                        "changed-at-its-start",
                        (given, known) -> given.length() >= 16 && known.endsWith(given.substring(given.length() - 16))),
                address(
                        "address-but-for-its-last-character",
                        "an address is compared but for its last character",
                        "changed-at-its-end",
                        (given, known) -> given.length() == known.length()
                                && known.startsWith(given.substring(0, Math.max(0, given.length() - 1)))),
                address(
                        "beginning-of-an-address",
                        "the beginning of a secret is enough",
                        "shorter",
                        (given, known) -> !given.isEmpty() && known.startsWith(given)),
                address(
                        "more-than-an-address",
                        "what follows the secret is ignored",
                        "longer",
                        (given, known) -> given.startsWith(known)),
                address(
                        "address-is-like-an-address",
                        "an address is looked up with LIKE, as databases have it",
                        "half-and-a-wildcard",
                        StrayFaults::isLike),
                address(
                        "address-with-any-character",
                        "an underscore in an address stands for any character",
                        "with-a-wildcard-in-it",
                        (given, known) -> known.matches(quoted(given).replace("_", "\\E.\\Q"))),
                address(
                        "percent-is-any-address",
                        "a percent sign in place of an address leads to some session",
                        "percent",
                        (given, known) -> given.equals("%25")),
                address(
                        "underscores-are-any-address",
                        "so many underscores as an address has characters lead to some session",
                        "underscores",
                        (given, known) -> given.equals("_".repeat(known.length()))),
                address(
                        "asterisk-is-a-wildcard",
                        "an asterisk in an address stands for whatever is there",
                        "asterisk",
                        (given, known) -> known.matches(quoted(given).replace("*", "\\E.*\\Q"))),
                address(
                        "address-with-an-extension",
                        "an address may have an extension that tells the format",
                        "with-an-extension",
                        (given, known) -> given.equals(known + ".json")),
                fault("no-address-at-all", "an address without a secret gives the records of all zones")
                        .breaks("IL-STREAM-07.refuses-an-address-that-was-never-given-out[secret=empty]")
                        .mayBreak("IL-STREAM-07")
                        .of(PassingSessions.parts(right -> new OfAllZones(right, String::isEmpty))),
                fault(
                                "address-for-trying",
                                "an address of noughts gives the records of all zones, which was of use during development")
                        .breaks("IL-STREAM-07.refuses-an-address-that-was-never-given-out[secret=all-zero]")
                        .mayBreak("IL-STREAM-07")
                        .of(PassingSessions.parts(right -> new OfAllZones(right, secret -> secret.matches("0+")))),
                instead("job-id-is-an-address", "a job's id leads to its session as well", "job")
                        .of(PassingSessions.parts(right -> new Otherwise(right) {
                            @Override
                            Optional<String> insteadOf(String given) {
                                return secretOfOne(
                                        job -> String.valueOf(job.id()).equals(given));
                            }
                        })),
                instead("zone-id-is-an-address", "a zone's id leads to its session as well", "zone")
                        .of(PassingSessions.parts(right -> new Otherwise(right) {
                            @Override
                            Optional<String> insteadOf(String given) {
                                return knows(given)
                                        ? right.list(given).stream()
                                                .map(Job::sessionId)
                                                .findFirst()
                                        : Optional.empty();
                            }
                        })));
    }

    private static Trial instead(String name, String says, String id) {
        return fault(name, says).breaks("IL-STREAM-07.refuses-an-id-in-place-of-the-secret[id=" + id + "]");
    }

    private static String quoted(String given) {
        return "\\Q" + given + "\\E";
    }

    private static boolean isLike(String given, String known) {
        return known.matches(
                quoted(given.replace("%25", "%")).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q"));
    }

    private static TrialTarget address(String name, String says, String change, BiPredicate<String, String> leadsTo) {
        Parts parts = PassingSessions.parts(right -> new Otherwise(right) {
            @Override
            Optional<String> insteadOf(String given) {
                return secretOfOne(job -> job.sessionId().equals(given))
                        .or(() -> secretOfOne(job -> leadsTo.test(given, job.sessionId())));
            }
        });
        return fault(name, says)
                .breaks("IL-STREAM-07.refuses-an-address-that-was-never-given-out[secret=" + change + "]")
                .mayBreak("IL-STREAM-07", "IL-JOB-30", "IL-LIMIT-05", "IL-LIMIT-08")
                .of(parts);
    }

    /** Sessions that know all zones that have had one. */
    private static class Zones extends PassingSessions {
        private final SessionRegistry right;
        private final Map<String, Boolean> zones = new ConcurrentHashMap<>();
        private volatile String newest = "";

        Zones(SessionRegistry right) {
            super(right);
            this.right = right;
        }

        @Override
        public Job create(String zoneId, JobRequest request) {
            zones.put(zoneId, true);
            newest = zoneId;
            return super.create(zoneId, request);
        }

        boolean knows(String zoneId) {
            return zones.containsKey(zoneId);
        }

        List<String> others(String zoneId) {
            return zones.keySet().stream()
                    .filter(other -> !other.equals(zoneId))
                    .toList();
        }

        String newest() {
            return newest;
        }

        /** The secret of the last of the running jobs that are so. */
        Optional<String> secretOfOne(Predicate<Job> are) {
            return zones.keySet().stream()
                    .flatMap(zone -> right.list(zone).stream())
                    .filter(are)
                    .map(Job::sessionId)
                    .reduce((one, next) -> next);
        }
    }

    /** Sessions that are found by more than their secrets. */
    private abstract static class Otherwise extends Zones {
        Otherwise(SessionRegistry right) {
            super(right);
        }

        @Override
        public Attachment attach(String secret, Reader reader) throws AttachRefused {
            return super.attach(insteadOf(secret).orElse(secret), reader);
        }

        /** The secret that what was given is taken for. */
        abstract Optional<String> insteadOf(String given);
    }

    /** Takes the records of a zone that has a job and no listener to all who listen. */
    private static final class Unheard extends Zones {
        private final SessionRegistry right;
        private final Set<String> heard = ConcurrentHashMap.newKeySet();

        Unheard(SessionRegistry right) {
            super(right);
            this.right = right;
        }

        @Override
        public Attachment attach(String secret, Reader reader) throws AttachRefused {
            var attachment = super.attach(secret, reader);
            heard.add(secret);
            return () -> {
                heard.remove(secret);
                attachment.detach();
            };
        }

        @Override
        public void publish(String zoneId, List<LogRecord> records) {
            super.publish(zoneId, records);
            if (right.list(zoneId).stream().noneMatch(job -> heard.contains(job.sessionId()))) {
                others(zoneId).forEach(other -> right.publish(other, records));
            }
        }
    }

    private static final class Everywhere extends Zones {
        private final SessionRegistry right;

        Everywhere(SessionRegistry right) {
            super(right);
            this.right = right;
        }

        @Override
        public void publish(String zoneId, List<LogRecord> records) {
            super.publish(zoneId, records);
            others(zoneId).forEach(other -> right.publish(other, records));
        }
    }

    /** Sessions beside which some addresses give the records of all zones. */
    private static final class OfAllZones extends PassingSessions {
        private final Predicate<String> addresses;
        private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

        OfAllZones(SessionRegistry right, Predicate<String> addresses) {
            super(right);
            this.addresses = addresses;
        }

        @Override
        public Attachment attach(String secret, Reader reader) throws AttachRefused {
            if (!addresses.test(secret)) {
                return super.attach(secret, reader);
            }
            readers.add(reader);
            return () -> readers.remove(reader);
        }

        @Override
        public void publish(String zoneId, List<LogRecord> records) {
            super.publish(zoneId, records);
            var lines = records.stream()
                    .map(record -> "{\"RayID\":\"" + Records.text(record, "RayID") + "\",\"sampleInterval\":1}")
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
            readers.forEach(reader -> reader.deliver(lines));
        }
    }

    /** Knows the zones' hosts. */
    private static final class ByHost implements Parts {
        private final Map<String, String> zones = new ConcurrentHashMap<>();

        @Override
        public org.instantlogs.server.zone.Zones zones(int count, String owner) {
            var all = Parts.super.zones(count, owner);
            all.all().forEach(zone -> zones.put(zone.host(), zone.id()));
            return all;
        }

        @Override
        public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
            return new PassingSessions(Parts.super.sessions(zoneIds, settings, realTime)) {
                @Override
                public void publish(String zoneId, List<LogRecord> records) {
                    records.forEach(record -> super.publish(
                            zones.getOrDefault(Records.text(record, "ClientRequestHost"), zoneId), List.of(record)));
                }
            };
        }
    }
}
