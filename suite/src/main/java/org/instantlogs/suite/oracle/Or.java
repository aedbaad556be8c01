package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Lets through what any of its members lets through.
 *
 * @param members at least one, none of them {@link Everything}
 */
public record Or(List<Filter> members) implements Filter {
    public Or {
        members = Group.members("or", members);
    }

    @Override
    public boolean matches(LogRecord record) {
        return members.stream().anyMatch(member -> member.matches(record));
    }

    @Override
    public JsonNode toJson() {
        var array = JsonNodeFactory.instance.arrayNode();
        members.forEach(member -> array.add(member.toJson()));
        return JsonNodeFactory.instance.objectNode().set("or", array);
    }

    @Override
    public boolean isSettled() {
        return members.stream().allMatch(Filter::isSettled);
    }

    @Override
    public String toString() {
        return Group.text("or", members);
    }
}
