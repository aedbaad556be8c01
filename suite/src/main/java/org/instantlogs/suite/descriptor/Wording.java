package org.instantlogs.suite.descriptor;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How names and values are put into a one-line message. */
final class Wording {
    private static final int LONGEST_VALUE = 100;

    private Wording() {}

    /** Names and values stand in backticks; what would break the line or flood it is cut out. */
    static String quoted(String text) {
        String line = text.codePoints()
                .limit(LONGEST_VALUE)
                .map(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029 ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "`" + line + (text.codePointCount(0, text.length()) > LONGEST_VALUE ? "…" : "") + "`";
    }

    static String list(Collection<String> names) {
        return names.stream().map(Wording::quoted).collect(Collectors.joining(", "));
    }

    /**
     * The known name that was most likely meant. Case, hyphens and underscores don't count, so {@code deliverWithin}
     * finds {@code deliver-within}; beyond them, a third of the letters may be wrong.
     */
    static Optional<String> nearest(String name, Collection<String> known) {
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(bare(name), bare(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "");
    }

    /** Levenshtein's distance; names longer than 64 letters are cut, they are near to nothing. */
    private static int distance(String left, String right) {
        String from = left.substring(0, Math.min(64, left.length()));
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (from.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[row.length - 1];
    }
}
