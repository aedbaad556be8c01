package org.instantlogs.suite.matrix;

import java.util.regex.Pattern;

/** Texts without what differs from run to run, or is the target's own. */
final class Masked {
    /** Bodies, lines and lists. */
    private static final Pattern JSON = Pattern.compile("\\{\".*[}…]");

    private static final Pattern ADDRESS = Pattern.compile("(https?|wss?)://[^\\s,;]+");

    /** Of the case's own records. */
    private static final Pattern MARK = Pattern.compile("(?<![.])\\b[0-9a-f]{16}\\b");

    /** Sec-WebSocket-Accept. */
    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/]{27}=");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    /** Counts and durations; a status or a close code is said, not counted. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<!HTTP |answered |status |frame |RFC |UTF-|a |the )\\b\\d+(\\.\\d+)?(E-?\\d+)?");

    private Masked() {}

    static String expected(String text) {
        var line = text.replace("\n", " ");
        line = JSON.matcher(line).replaceAll("{…}");
        line = MARK.matcher(line).replaceAll("<mark>");
        line = HASH.matcher(line).replaceAll("<hash>");
        line = INSTANT.matcher(line).replaceAll("<time>");
        return ADDRESS.matcher(line).replaceAll("$1://…");
    }

    static String actual(String text) {
        return NUMBER.matcher(expected(text)).replaceAll("#");
    }

    /** The key tells what the value is: that differs. */
    static String detail(String text) {
        return actual(text);
    }
}
