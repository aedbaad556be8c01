package org.instantlogs.suite.ndjson;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a message into its lines and reads each. Rules IL-NDJSON-01 and IL-NDJSON-07.
 *
 * <p>A newline (U+000A) ends a line; the last one needs none. Lines of no bytes, or of a carriage return alone, are
 * passed over: the rule is about the others. Takes linear time.
 */
public final class MessageReader {
    private MessageReader() {}

    /** The lines of a message's payload, in order; none where it is empty. */
    public static List<Line> read(byte[] payload) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (int i = 0; i <= payload.length; i++) {
            if (i == payload.length || payload[i] == '\n') {
                if (!isEmpty(payload, start, i)) {
                    lines.add(Line.of(payload, start, i));
                }
                start = i + 1;
            }
        }
        return List.copyOf(lines);
    }

    private static boolean isEmpty(byte[] payload, int start, int end) {
        return start == end || (end - start == 1 && payload[start] == '\r');
    }
}
