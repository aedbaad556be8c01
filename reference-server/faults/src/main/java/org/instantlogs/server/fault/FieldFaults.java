package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.record.Encoder;
import org.instantlogs.server.session.Job;
import org.instantlogs.server.session.JobRequest;
import org.instantlogs.server.session.SessionRegistry;
import org.instantlogs.server.session.Settings;
import org.instantlogs.server.time.Timers;

/** Lines that hold other members than were asked for. */
final class FieldFaults {
    private static final String INTERVAL = "sampleInterval";

    private FieldFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("more-fields-in-a-later-connection", "who connects again gets a field that he has not asked for")
                        .breaks("IL-NDJSON-03.holds-few-requested-fields-in-a-later-connection")
                        .mayBreak("IL-NDJSON-03", "IL-NDJSON-05", "IL-STREAM-02")
                        .of(new LaterLines(line -> line.replaceFirst("\\}$", ",\"EdgeColoCode\":\"AMS\"}"), "")),
                fault("filter-keys-shown", "the key of a filter is shown though it was not asked for")
                        .breaks("IL-NDJSON-03.holds-few-requested-fields-behind-a-filter")
                        .mayBreak(Rules.ANY)
                        .of(new KeysShown()),
                fault("last-field-forgotten", "where more than 60 fields are asked for, the last is forgotten")
                        .breaks("IL-NDJSON-03")
                        .mayBreak("IL-NDJSON-15")
                        .of(encoders(fields -> fields.size() > 60 ? fields.subList(0, fields.size() - 1) : fields)),
                fault("another-field-as-well", "every line holds the RayID too")
                        .breaks("IL-NDJSON-03")
                        .of(encoders(fields -> with(fields, List.of("RayID")))),
                fault("zone-name-of-one-field", "a line of one field holds the zone's name as well")
                        .breaks("IL-NDJSON-03.holds-the-requested-fields-and-no-others")
                        .of(encoders(fields -> fields.size() == 1 ? with(fields, List.of("ZoneName")) : fields)),
                fault("empty-values-omitted", "values that are empty are left out, as encoders can be told to")
                        .breaks("IL-NDJSON-03.holds-fields-whose-value-is-empty")
                        .mayBreak("IL-NDJSON-15")
                        .of(LineChange.members((record, line) -> removeIf(line, FieldFaults::isEmpty))
                                .parts()),
                fault("empty-lists-omitted", "empty lists are left out")
                        .breaks("IL-NDJSON-03.holds-fields-whose-value-is-empty")
                        .mayBreak("IL-NDJSON-15")
                        .of(LineChange.members(
                                        (record, line) -> removeIf(line, value -> value.isArray() && value.isEmpty()))
                                .parts()),
                fault("status-omitted-at-the-edge", "a redirect's record through the edge has no status")
                        .breaks("IL-NDJSON-03.holds-what-every-request-through-the-edge-has")
                        .mayBreak("IL-NDJSON-13")
                        .of(LineChange.members((record, line) -> line.remove("EdgeResponseStatus"))
                                .where(record ->
                                        Records.byEdge(record) && Records.integer(record, "EdgeResponseStatus") == 301)
                                .parts()),
                fault("fields-of-before-linger", "a session also shows the fields of the zone's session before it")
                        .breaks("IL-NDJSON-03.the-fields-of-a-session-of-before-do-not-linger")
                        .mayBreak("IL-NDJSON-03", "IL-NDJSON-14")
                        .of(new Lingering()),
                fault("unknown-name-as-null", "an unknown name that was asked for is there, as null")
                        .breaks("IL-NDJSON-03.makes-nothing-up-for-an-odd-list-of-fields")
                        .of(new AsAsked(names -> names.contains("NoSuchField") ? "\"NoSuchField\":null," : "")),
                fault("inherited-names-are-fields", "names that every object of the server's language has are fields")
                        .breaks("IL-NDJSON-03.makes-nothing-up-for-an-odd-list-of-fields[fields=inherited-names]")
                        .of(new AsAsked(names -> names.contains("constructor") ? "\"constructor\":{}," : "")),
                fault("sample-interval-twice", "sampleInterval is there twice where it is asked for")
                        .breaks("IL-NDJSON-03.makes-nothing-up-for-an-odd-list-of-fields")
                        .of(new AsAsked(names -> names.contains(INTERVAL) ? "\"sampleInterval\":1," : "")),
                fault("repeated-name-twice", "a name that was asked for twice is a key twice")
                        .breaks("IL-NDJSON-03.makes-nothing-up-for-an-odd-list-of-fields")
                        .of(new AsAsked(
                                names -> names.indexOf("RayID") < names.lastIndexOf("RayID") ? "\"RayID\":\"\"," : "")),
                fault("sample-interval-on-request", "sampleInterval is there only in lines of more than one field")
                        .breaks("IL-NDJSON-05.sample-interval-is-there-beside-one-field")
                        .mayBreak(Sampled.RULES)
                        .of(LineChange.members((record, line) -> {
                                    if (line.size() == 2) {
                                        line.remove(INTERVAL);
                                    }
                                })
                                .parts()),
                fault("sample-interval-beside-75-fields-at-most", "lines of more than 75 fields have no sampleInterval")
                        .breaks("IL-NDJSON-05.sample-interval-is-there-beside-all-fields")
                        .mayBreak("IL-NDJSON-05")
                        .of(LineChange.members((record, line) -> {
                                    if (line.size() > 76) {
                                        line.remove(INTERVAL);
                                    }
                                })
                                .parts()),
                fault("lists-lost-after-a-reconnect", "who connects again gets lines without lists")
                        .breaks("IL-NDJSON-03.holds-the-requested-fields-in-a-later-connection")
                        .mayBreak("IL-NDJSON-03")
                        .of(DeliveryFaults.again(reader -> new PassingReader(reader) {
                            @Override
                            public void deliver(List<byte[]> lines) {
                                super.deliver(lines.stream()
                                        .map(FieldFaults::withoutLists)
                                        .toList());
                            }
                        })),
                fault("values-of-before-linger", "a field without a value keeps that of the session's record before")
                        .breaks("IL-NDJSON-15.a-field-without-a-value-is-empty")
                        .mayBreak("IL-NDJSON-15")
                        .of(new OneBuffer()),
                fault("sample-interval-in-the-first-line", "only the first line has a sampleInterval")
                        .breaks("IL-NDJSON-05")
                        .mayBreak(Sampled.RULES)
                        .of(((LineChange) (record, line, number) -> number == 1
                                        ? line
                                        : LineChange.members((same, members) -> members.remove(INTERVAL))
                                                .of(record, line, number))
                                .parts()),
                fault("sample-interval-as-text", "sampleInterval is a text")
                        .breaks("IL-NDJSON-05")
                        .mayBreak(Sampled.RULES)
                        .of(LineChange.members((record, line) ->
                                        line.put(INTERVAL, line.get(INTERVAL).asText()))
                                .parts()),
                fault("sample-interval-zero", "sampleInterval is 0 where nothing was sampled")
                        .breaks("IL-NDJSON-05")
                        .mayBreak(Sampled.RULES)
                        .of(LineChange.members((record, line) ->
                                        line.put(INTERVAL, line.get(INTERVAL).asLong() - 1))
                                .parts()),
                fault("sample-interval-as-a-rate", "sampleInterval is the share that is shown")
                        .breaks("IL-NDJSON-05.sample-interval-is-there-under-a-sample")
                        .mayBreak(Sampled.RULES)
                        .of(new Parts() {
                            @Override
                            public org.instantlogs.server.session.ClientSample clientSample(
                                    long n, java.util.SplittableRandom random) {
                                Sampled.RATE.set(n);
                                return Parts.super.clientSample(n, random);
                            }

                            @Override
                            public Encoder encoder(List<String> fields) {
                                long n = Sampled.RATE.get();
                                return LineChange.members((record, line) -> {
                                            if (n > 1) {
                                                line.put(INTERVAL, 1.0 / n);
                                            }
                                        })
                                        .parts()
                                        .encoder(fields);
                            }
                        }));
    }

    /** What is known of a session while it is made, on the thread that makes it. */
    private static final class Sampled {
        static final String[] RULES = {"IL-SAMPLE-05", "IL-SAMPLE-06", "IL-SAMPLE-07", "IL-SAMPLE-08"};
        static final ThreadLocal<Long> RATE = ThreadLocal.withInitial(() -> 1L);
    }

    private static Parts encoders(Function<List<String>, List<String>> change) {
        return new Parts() {
            @Override
            public Encoder encoder(List<String> fields) {
                return Parts.super.encoder(change.apply(fields));
            }
        };
    }

    private static List<String> with(Collection<String> fields, Collection<String> more) {
        var all = new LinkedHashSet<>(fields);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static void removeIf(ObjectNode line, Predicate<JsonNode> some) {
        var gone = new ArrayList<String>();
        line.properties().forEach(member -> {
            if (some.test(member.getValue())) {
                gone.add(member.getKey());
            }
        });
        line.remove(gone);
    }

    private static boolean isEmpty(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue().isEmpty();
            case NUMBER -> value.decimalValue().signum() == 0;
            case BOOLEAN -> !value.booleanValue();
            case ARRAY, OBJECT -> value.isEmpty();
            default -> false;
        };
    }

    /** Takes the names as they were asked for to the lines. */
    private static final class AsAsked implements Parts {
        private final ThreadLocal<List<String>> asked = ThreadLocal.withInitial(List::of);
        private final Function<List<String>, String> addition;

        /**
         * @param addition what stands first in each line, by the names that were asked for
         */
        AsAsked(Function<List<String>, String> addition) {
            this.addition = addition;
        }

        @Override
        public JobReader jobReader() {
            var right = Parts.super.jobReader();
            return body -> {
                var request = right.read(body);
                try {
                    var names = LineChange.JSON.readTree(body).path("fields").asText();
                    asked.set(Arrays.asList(names.split(",")));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return request;
            };
        }

        @Override
        public Encoder encoder(List<String> fields) {
            var more = addition.apply(asked.get());
            return LineChange.text(line -> "{" + more + line.substring(1))
                    .parts()
                    .encoder(fields);
        }
    }

    private static byte[] withoutLists(byte[] line) {
        var members = Json.object(line).orElseThrow();
        removeIf(members, JsonNode::isArray);
        return Json.bytes(members);
    }

    /** Writes all records of a session into the same place. */
    private static final class OneBuffer implements Parts {
        @Override
        public Encoder encoder(List<String> fields) {
            Map<String, JsonNode> before = new ConcurrentHashMap<>();
            return LineChange.members((record, line) -> {
                        for (String field : fields) {
                            if (Records.has(record, field)) {
                                before.put(field, line.get(field));
                            } else if (before.containsKey(field)) {
                                line.set(field, before.get(field));
                            }
                        }
                    })
                    .parts()
                    .encoder(fields);
        }
    }

    /** Keeps each zone's fields from one session to the next. */
    private static final class Lingering implements Parts {
        private final ThreadLocal<String> zone = new ThreadLocal<>();
        private final Map<String, List<String>> before = new ConcurrentHashMap<>();

        @Override
        public SessionRegistry sessions(Collection<String> zoneIds, Settings settings, Timers realTime) {
            return new PassingSessions(Parts.super.sessions(zoneIds, settings, realTime)) {
                @Override
                public Job create(String zoneId, JobRequest request) {
                    zone.set(zoneId);
                    return super.create(zoneId, request);
                }
            };
        }

        @Override
        public Encoder encoder(List<String> fields) {
            var older = before.put(zone.get(), fields);
            return Parts.super.encoder(older == null ? fields : with(fields, older));
        }
    }

    /** Adds the country to what a job with a filter by it asks for. */
    private static final class KeysShown extends OfSomeJobs {
        private static final String KEY = "ClientCountry";

        KeysShown() {
            super(request -> request.path("filter").asText().contains(KEY));
        }

        @Override
        public Encoder encoder(List<String> fields) {
            var shown = new ArrayList<>(fields);
            if (isOne() && !shown.contains(KEY)) {
                shown.add(KEY);
            }
            return super.encoder(shown);
        }
    }
}
