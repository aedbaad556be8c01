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

    /** Letters to put in, take out, replace or swap; names longer than 64 letters are cut, they are near to nothing. */
    private static int distance(String left, String right) {
        String from = left.substring(0, Math.min(64, left.length()));
        int[][] costs = new int[from.length() + 1][right.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                costs[row][column] = Math.max(row, column);
                if (row > 0 && column > 0) {
                    boolean same = from.charAt(row - 1) == right.charAt(column - 1);
                    int edited = Math.min(costs[row - 1][column], costs[row][column - 1]) + 1;
                    costs[row][column] = Math.min(edited, costs[row - 1][column - 1] + (same ? 0 : 1));
                    if (row > 1
                            && column > 1
                            && from.charAt(row - 1) == right.charAt(column - 2)
                            && from.charAt(row - 2) == right.charAt(column - 1)) {
                        costs[row][column] = Math.min(costs[row][column], costs[row - 2][column - 2] + 1);
                    }
                }
            }
        }
        return costs[from.length()][right.length()];
    }
}
