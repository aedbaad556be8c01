package org.instantlogs.suite.oracle;

import java.util.List;
import java.util.stream.Collectors;

/** What holds of both groups. */
final class Group {
    private Group() {}

    /** A copy of the members, refused where the documents give the group no meaning. */
    static List<Filter> members(String name, List<Filter> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException(
                    "`" + name + "` without members means nothing settled; give at least one");
        }
        if (members.stream().anyMatch(Everything.class::isInstance)) {
            throw new IllegalArgumentException("`" + name + "` can't hold the empty filter; leave that member out");
        }
        return List.copyOf(members);
    }

    /** The group as a person would write it. */
    static String text(String name, List<Filter> members) {
        return members.stream().map(Filter::toString).collect(Collectors.joining(" " + name + " ", "(", ")"));
    }
}
