package org.instantlogs.suite.matrix;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Names with {@code *} for anything. */
final class Globs {
    /** A matrix asks for the same globs thousands of times each. */
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Globs() {}

    static boolean matches(String glob, String name) {
        return COMPILED.computeIfAbsent(glob, Globs::compiled).matcher(name).matches();
    }

    private static Pattern compiled(String glob) {
        return Pattern.compile(
                Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(joining(".*")));
    }
}
