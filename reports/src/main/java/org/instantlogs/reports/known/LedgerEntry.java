package org.instantlogs.reports.known;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.instantlogs.reports.Known;

/**
 * One known deviation, of one check or of several.
 *
 * @param told what readers of a report are told of it
 * @param fingerprints the ways in which the target is known to deviate; sorted, each once
 */
record LedgerEntry(Known.Entry told, List<String> fingerprints) {

    LedgerEntry {
        fingerprints = List.copyOf(new TreeSet<>(fingerprints));
    }

    String check() {
        return told.check();
    }

    /** Says whether the entry is about this check. */
    boolean matches(String id) {
        return matches(check(), id);
    }

    /**
     * Says whether a pattern names a check: by its id, by its id without the axes (then all its variants), or as a glob of
     * either with {@code *} and {@code ?}, everything else being literal.
     */
    static boolean matches(String pattern, String id) {
        var axes = id.indexOf('[');
        return glob(pattern).matcher(id).matches()
                || (axes >= 0 && glob(pattern).matcher(id.substring(0, axes)).matches());
    }

    /** Says whether a pattern is a glob, so that somebody has written it by hand. */
    static boolean isGlob(String pattern) {
        return pattern.contains("*") || pattern.contains("?");
    }

    private static Pattern glob(String pattern) {
        var regex = new StringBuilder();
        pattern.codePoints().forEach(character -> {
            switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(character)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
