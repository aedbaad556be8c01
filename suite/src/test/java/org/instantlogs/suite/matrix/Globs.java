package org.instantlogs.suite.matrix;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Names with {@code *} for anything. */
final class Globs {
    private Globs() {}

    static boolean matches(String glob, String name) {
        var pattern = Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(joining(".*"));
        return Pattern.matches(pattern, name);
    }
}
