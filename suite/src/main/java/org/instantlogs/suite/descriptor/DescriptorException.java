package org.instantlogs.suite.descriptor;

import java.util.List;

/**
 * A descriptor that can't be used: one line that names the property, the value (never a credential), the rule and the
 * way out.
 */
public final class DescriptorException extends RuntimeException {

    /** The single problem of that line. */
    public DescriptorException(String line) {
        super(line);
    }

    /** The problems in the order found; the message is the first, and says how many more there are. */
    static DescriptorException of(List<String> problems) {
        String first = problems.get(0);
        return new DescriptorException(
                problems.size() == 1 ? first : first + " (and " + (problems.size() - 1) + " more)");
    }
}
