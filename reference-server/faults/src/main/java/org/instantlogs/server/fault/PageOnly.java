package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.FilterCompiler;
import org.instantlogs.server.filter.FilterRefused;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.filter.Predicates;
import org.instantlogs.server.filter.RecordFilter;
import org.instantlogs.server.record.FieldTable;

/**
 * A server whose filters hold what the source page shows: its keys under their field names, its operators, values as text, one
 * {@code and}.
 */
final class PageOnly implements Parts {
    private static final Set<String> OPERATORS =
            Set.of("eq", "neq", "gt", "geq", "lt", "leq", "startsWith", "endsWith", "contains", "in");

    @Override
    public Predicates predicates() {
        return PageOnly::compile;
    }

    @Override
    public Filters filters() {
        var right = new FilterCompiler(predicates(), groups());
        return text -> {
            var filter = right.compile(text);
            return text.isEmpty() || isPlain(text) ? filter : right.compile("{\"where\":\"more than one `and`\"}");
        };
    }

    private static RecordFilter compile(JsonNode key, JsonNode operator, JsonNode value) throws FilterRefused {
        var right = Predicates.BY_TYPE.compile(key, operator, value);
        var ordinal = FieldTable.ordinal(key.asText());
        boolean isOfThePage = ordinal.isPresent()
                && FieldTable.field(ordinal.getAsInt()).filterKey()
                && OPERATORS.contains(operator.asText())
                && value.isTextual();
        return isOfThePage ? right : Predicates.BY_TYPE.compile(key, new TextNode("none of the page's"), value);
    }

    private static boolean isPlain(String text) {
        var where = Where.of(text);
        return where.has("and") && Where.members(where).stream().noneMatch(Where::isGroup);
    }
}
