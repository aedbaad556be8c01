package org.instantlogs.server.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.instantlogs.server.filter.FilterRefused;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.filter.RecordFilter;
import org.instantlogs.server.record.FieldTable;

/** What a client asks for: a job that can be created as it stands. Immutable. Source page: "Create an Instant Logs Job". */
public final class JobRequest {
    static final String KIND = "instant-logs";

    private static final int BAD_BODY = 1001;
    private static final int BAD_FIELDS = 1002;
    private static final int BAD_SAMPLE = 1003;
    /** The live service's own code and words for a bad filter. */
    private static final int BAD_FILTER = 1004;

    private static final String BAD_FILTER_WORDS = "creating a new instant logs job is not allowed: ";
    private static final int BAD_KIND = 1005;

    private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> fields;
    private final long sample;
    private final String filterText;
    private final RecordFilter filter;

    private JobRequest(List<String> fields, long sample, String filterText, RecordFilter filter) {
        this.fields = fields;
        this.sample = sample;
        this.filterText = filterText;
        this.filter = filter;
    }

    /**
     * Reads the body of a creation.
     *
     * @throws JobRefused if it asks for nothing that can be had
     */
    public static JobRequest read(byte[] body, Filters filters) throws JobRefused {
        var request = parse(body);
        if (!request.isObject()) {
            throw new JobRefused(BAD_BODY, "the body is no JSON object", "");
        }
        checkKind(request.path("kind"));
        var fields = fields(request.path("fields"));
        long sample = sample(request.path("sample"));
        var text = filterText(request.path("filter"));
        return new JobRequest(fields, sample, HALF_A_PAIR.matcher(text).replaceAll("\uFFFD"), filter(text, filters));
    }

    List<String> fields() {
        return fields;
    }

    long sample() {
        return sample;
    }

    String filterText() {
        return filterText;
    }

    RecordFilter filter() {
        return filter;
    }

    private static JsonNode parse(byte[] body) throws JobRefused {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return MAPPER.readTree(text.toString());
        } catch (CharacterCodingException e) {
            throw new JobRefused(BAD_BODY, "the body is not valid UTF-8", "");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var repeated = e.getOriginalMessage().startsWith("Duplicate ");
            throw new JobRefused(
                    BAD_BODY,
                    "the body " + (repeated ? "repeats a key" : "is not valid JSON")
                            + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()),
                    "");
        }
    }

    private static void checkKind(JsonNode kind) throws JobRefused {
        boolean left = kind.isMissingNode() || kind.isNull();
        if (!left && !KIND.equals(kind.textValue())) {
            throw new JobRefused(BAD_KIND, "`kind` is not \"" + KIND + "\"; give that, or leave it out", "/kind");
        }
    }

    private static List<String> fields(JsonNode fields) throws JobRefused {
        if (!fields.isTextual()) {
            throw new JobRefused(
                    BAD_FIELDS,
                    "`fields` is " + (fields.isMissingNode() || fields.isNull() ? "missing" : "no text")
                            + "; give field names separated by commas, such as \"ClientIP,RayID\"",
                    "/fields");
        }
        Set<String> known = new LinkedHashSet<>();
        for (String name : fields.textValue().split(",", -1)) {
            var trimmed = name.strip();
            if (FieldTable.ordinal(trimmed).isPresent()) {
                known.add(trimmed);
            }
        }
        if (known.isEmpty()) {
            throw new JobRefused(BAD_FIELDS, "`fields` names no field of the dataset http_requests", "/fields");
        }
        return List.copyOf(known);
    }

    private static long sample(JsonNode sample) throws JobRefused {
        if (sample.isMissingNode() || sample.isNull()) {
            return 1;
        }
        if (!sample.isIntegralNumber() || !sample.canConvertToLong() || sample.longValue() < 1) {
            throw new JobRefused(
                    BAD_SAMPLE,
                    "`sample` is no integer from 1 to 9223372036854775807; 100 is 1 record in 100",
                    "/sample");
        }
        return sample.longValue();
    }

    private static String filterText(JsonNode filter) throws JobRefused {
        if (filter.isMissingNode() || filter.isNull()) {
            return "";
        }
        if (!filter.isTextual()) {
            throw new JobRefused(
                    BAD_FILTER,
                    BAD_FILTER_WORDS
                            + "bad filter: it is no text; give the filter's JSON as one string, its quotes escaped",
                    "/filter");
        }
        return filter.textValue();
    }

    private static RecordFilter filter(String text, Filters filters) throws JobRefused {
        try {
            return filters.compile(text);
        } catch (FilterRefused e) {
            throw new JobRefused(BAD_FILTER, BAD_FILTER_WORDS + e.getMessage(), "/filter");
        }
    }
}
