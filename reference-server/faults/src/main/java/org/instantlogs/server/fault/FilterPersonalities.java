package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.personality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.FilterCompiler;
import org.instantlogs.server.filter.FilterRefused;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.filter.Predicates;
import org.instantlogs.server.filter.RecordFilter;
import org.instantlogs.server.record.FieldTable;
import org.instantlogs.server.sample.DataRate;
import org.instantlogs.server.session.ClientSample;

/** Servers that read filters, or sample, otherwise than the reference server does, and are in their right. */
final class FilterPersonalities {
    /** More than this the documents don't promise. */
    private static final int LONGEST_FILTER = 1_000;

    private FilterPersonalities() {}

    static List<TrialTarget> all() {
        return List.of(
                personality("of-today", "judged by docs-2024 it knows the fields of that edition and no others")
                        .edition(Edition.DOCS_2024)
                        .touches(
                                "IL-FILTER-09",
                                "IL-FILTER-12",
                                "IL-FILTER-23",
                                "IL-FILTER-24",
                                "IL-FILTER-30",
                                "IL-JOB-07",
                                "IL-JOB-15",
                                "IL-NDJSON-03",
                                "IL-NDJSON-04",
                                "IL-NDJSON-05",
                                "IL-NDJSON-15")
                        .of(new EditionOnly(Edition.DOCS_2024)),
                personality("of-the-page-only", "of filters it takes what the source page shows and no more")
                        .touches("IL-JOB-21")
                        .mayBreak(
                                "IL-FILTER-12",
                                "IL-FILTER-15",
                                "IL-FILTER-19",
                                "IL-FILTER-20",
                                "IL-FILTER-21",
                                "IL-FILTER-24",
                                "IL-FILTER-30")
                        .of(new PageOnly()),
                personality("careless-of-case", "text is compared without regard to case or to blanks around it")
                        .touches("IL-FILTER-16")
                        .mayBreak("IL-FILTER-16")
                        .of(Asked.mistaken(asked -> asked.isOnText() ? careless(asked) : null)),
                personality(
                                "at-ease-with-misfits",
                                "an operator that does not fit compares text, and long filters are refused")
                        .touches("IL-JOB-25", "IL-FILTER-28")
                        .of(new Parts() {
                            @Override
                            public Filters filters() {
                                var right = new FilterCompiler(FilterPersonalities::atEase, groups());
                                return text -> text.length() > LONGEST_FILTER
                                        ? right.compile("{\"where\":\"longer than is taken\"}")
                                        : right.compile(text);
                            }
                        }),
                personality(
                                "by-strides",
                                "each Nth record is delivered, and `sampleInterval` counts the client's share too")
                        .touches("IL-SAMPLE-02", "IL-SAMPLE-03", "IL-SAMPLE-04", "IL-SAMPLE-06")
                        .of(new Strides()),
                personality(
                                "sampled-first",
                                "records are sampled before they are filtered, and above the maximum each by a chance of "
                                        + "its own")
                        .touches("IL-SAMPLE-02", "IL-SAMPLE-04", "IL-SAMPLE-05", "IL-SAMPLE-07")
                        .of(new SampledFirst()));
    }

    private static RecordFilter careless(Asked asked) {
        var value = careless(asked.text());
        var several =
                asked.several().stream().map(FilterPersonalities::careless).toList();
        return record -> {
            var text = careless(record.text(asked.ordinal()));
            return switch (asked.operator()) {
                case "eq" -> text.equals(value);
                case "neq", "!eq" -> !text.equals(value);
                case "startsWith" -> text.startsWith(value);
                case "!startsWith" -> !text.startsWith(value);
                case "endsWith" -> text.endsWith(value);
                case "!endsWith" -> !text.endsWith(value);
                case "contains" -> text.contains(value);
                case "!contains" -> !text.contains(value);
                case "!in" -> !several.contains(text);
                default -> several.contains(text);
            };
        };
    }

    private static String careless(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** What the reference server refuses for its operator is compared as text. */
    private static RecordFilter atEase(JsonNode key, JsonNode operator, JsonNode value) throws FilterRefused {
        try {
            return Predicates.BY_TYPE.compile(key, operator, value);
        } catch (FilterRefused refused) {
            var ordinal = FieldTable.ordinal(key.asText());
            if (ordinal.isEmpty() || !String.valueOf(refused.getMessage()).contains("is not supported on")) {
                throw refused;
            }
            var name = key.asText();
            var wanted = value.asText();
            return record -> {
                var shown = Values.of(record, name);
                var text = shown.isArray() ? shown.toString() : shown.asText();
                return switch (operator.asText()) {
                    case "gt", "geq" -> text.compareTo(wanted) > 0;
                    case "lt", "leq" -> text.compareTo(wanted) < 0;
                    case "startsWith" -> text.startsWith(wanted);
                    case "endsWith" -> text.endsWith(wanted);
                    case "contains" -> text.contains(wanted);
                    case "in" -> Arrays.asList(wanted.split(",", -1)).contains(text);
                    default -> text.equals(wanted);
                };
            };
        }
    }

    /** Counts records and counts the client's share. */
    private static final class Strides implements Parts {
        private final ThreadLocal<Long> share = ThreadLocal.withInitial(() -> 1L);

        @Override
        public ClientSample clientSample(long n, SplittableRandom random) {
            share.set(n);
            var seen = new long[1];
            return (record, now) -> seen[0]++ % n == 0;
        }

        @Override
        public DataRate dataRate(int recordsPerSecond, SplittableRandom random) {
            long times = share.get();
            var right = Parts.super.dataRate(recordsPerSecond, random);
            return (now, lines, bytes) -> times * right.weigh(now, lines, bytes);
        }
    }
}
