package org.instantlogs.server.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a filter's text into a {@link RecordFilter}. Source page: "Create an Instant Logs Job", Filters.
 *
 * <p>A node is a group ({@code and} or {@code or} over one node or more) or a predicate ({@code key}, {@code operator},
 * {@code value}) and nothing beside; {@code where} holds one. What could never be right is refused here, so that no filter
 * silently drops or lets through everything.
 */
public final class FilterCompiler implements Filters {
    private static final int LONGEST_TEXT_BYTES = 16 * 1024;
    private static final int MOST_PREDICATES = 200;
    private static final int DEEPEST_GROUPS = 32;
    private static final Set<String> PREDICATE = Set.of("key", "operator", "value");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4 * DEEPEST_GROUPS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // A refusal quotes a value as it was sent.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Predicates predicates;
    private final Groups groups;

    /** Filters of these predicates, grouped that way. */
    public FilterCompiler(Predicates predicates, Groups groups) {
        this.predicates = predicates;
        this.groups = groups;
    }

    @Override
    public RecordFilter compile(String filterText) throws FilterRefused {
        if (filterText.isEmpty()) {
            return record -> true;
        }
        if (filterText.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT_BYTES) {
            throw new FilterRefused("bad filter: it is longer than " + LONGEST_TEXT_BYTES + " bytes");
        }
        var filter = parse(filterText);
        if (!filter.isObject()) {
            throw new FilterRefused("bad filter: it is no JSON object; give {\"where\":{…}}");
        }
        var where = filter.get("where");
        if (where == null) {
            throw new FilterRefused("bad filter: `where` is missing; give {\"where\":{…}}");
        }
        if (filter.size() > 1) {
            throw new FilterRefused("bad filter: there is something beside `where`");
        }
        return new Tree().node(where, "`where`", 0);
    }

    private static JsonNode parse(String filterText) throws FilterRefused {
        try {
            return MAPPER.readTree(filterText);
        } catch (NumberFormatException e) {
            throw new FilterRefused("bad filter: it holds a number with an exponent beyond reason");
        } catch (JsonProcessingException e) {
            var column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            var repeated = e.getOriginalMessage().startsWith("Duplicate ");
            throw new FilterRefused(
                    "bad filter: it " + (repeated ? "repeats a key" : "is not valid JSON") + " at column " + column);
        }
    }

    /** One filter being made: counts its predicates. */
    private final class Tree {
        private int count;

        RecordFilter node(JsonNode node, String place, int depth) throws FilterRefused {
            if (!node.isObject() || node.isEmpty()) {
                throw new FilterRefused("bad filter: " + place + " holds no predicate and no group");
            }
            boolean isAnd = node.has("and");
            if (isAnd || node.has("or")) {
                if (node.size() > 1) {
                    throw new FilterRefused(
                            "bad filter: there is something beside `" + (isAnd ? "and" : "or") + "` in " + place);
                }
                return isAnd ? groups.and(members(node, "and", depth)) : groups.or(members(node, "or", depth));
            }
            return predicate(node);
        }

        private List<RecordFilter> members(JsonNode node, String name, int depth) throws FilterRefused {
            if (depth == DEEPEST_GROUPS) {
                throw new FilterRefused("bad filter: groups are nested deeper than " + DEEPEST_GROUPS);
            }
            var group = node.get(name);
            if (!group.isArray() || group.isEmpty()) {
                throw new FilterRefused("bad filter: `" + name + "` is no list of at least one predicate or group");
            }
            List<RecordFilter> members = new ArrayList<>();
            for (JsonNode member : group) {
                members.add(node(member, "`" + name + "`", depth + 1));
            }
            return members;
        }

        private RecordFilter predicate(JsonNode node) throws FilterRefused {
            if (++count > MOST_PREDICATES) {
                throw new FilterRefused("bad filter: there are more than " + MOST_PREDICATES + " predicates");
            }
            for (String member : List.of("key", "operator", "value")) {
                if (!node.hasNonNull(member)) {
                    throw new FilterRefused("bad predicate: `" + member + "` is missing");
                }
            }
            if (node.size() > PREDICATE.size()) {
                throw new FilterRefused("bad predicate: there is something beside `key`, `operator` and `value`");
            }
            return predicates.compile(node.get("key"), node.get("operator"), node.get("value"));
        }
    }
}
