package org.instantlogs.suite.descriptor;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a descriptor, in the order found. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Goes on only if nothing is wrong so far.
     *
     * @throws DescriptorException if something is
     */
    void refuseIfAny() {
        if (!lines.isEmpty()) {
            throw DescriptorException.of(lines);
        }
    }
}
