package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Lets through what all of its members let through.
 *
 * @param members at least one, none of them {@link Everything}
 */
public record And(List<Filter> members) implements Filter {
    public And {
        members = Group.members("and", members);
    }

    @Override
    public boolean matches(LogRecord record) {
        return members.stream().allMatch(member -> member.matches(record));
    }

    @Override
    public JsonNode toJson() {
        var array = JsonNodeFactory.instance.arrayNode();
        members.forEach(member -> array.add(member.toJson()));
        return JsonNodeFactory.instance.objectNode().set("and", array);
    }

    @Override
    public boolean isSettled() {
        return members.stream().allMatch(Filter::isSettled);
    }

    @Override
    public String toString() {
        return Group.text("and", members);
    }
}
