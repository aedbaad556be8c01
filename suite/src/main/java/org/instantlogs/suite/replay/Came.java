package org.instantlogs.suite.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a step.
 *
 * @param status that was answered; 0 where none is to be
 * @param texts the answer's body, the messages, or how the connection ended
 * @param remarks where the step could not be done quite as it had been
 */
record Came(int status, List<String> texts, List<String> remarks) {
    private static final int LONGEST = 300;
    private static final int MOST = 20;

    Came {
        texts = List.copyOf(texts);
        remarks = List.copyOf(remarks);
    }

    /** In lines, shortened. */
    List<String> told() {
        var lines = new ArrayList<String>();
        if (status != 0) {
            lines.add("HTTP " + status);
        }
        texts.stream()
                .limit(MOST)
                .filter(text -> !text.isBlank())
                .map(Came::shortened)
                .forEach(lines::add);
        if (texts.size() > MOST) {
            lines.add("… and " + (texts.size() - MOST) + " more");
        }
        return lines;
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text.strip() : text.substring(0, LONGEST) + "…";
    }
}
