package org.instantlogs.suite.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The identity of a check, for ever: {@code IL-FILTER-03.greater-by-number[field=EdgeResponseStatus,value=404]}, requirement,
 * word, axes in sorted order.
 */
public record CheckId(String requirement, String word, String axes) implements Comparable<CheckId> {
    private static final Pattern DECLARED = Pattern.compile("(IL-[A-Z]+-\\d{2})\\.([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final Pattern AXIS = Pattern.compile("[^\\s,=\\[\\]\\p{Cntrl}]*");

    /**
     * Puts an id together.
     *
     * @param declared requirement and word, as in {@link Check#value()}
     * @param axes may be empty; names and values without blanks, commas, brackets and equals signs
     */
    public static CheckId of(String declared, Map<String, String> axes) {
        var parts = DECLARED.matcher(declared);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "`" + declared + "` is no check; write IL-<AREA>-<nn>.<words-in-kebab-case>");
        }
        axes.forEach((name, value) -> {
            if (name.isEmpty()
                    || !AXIS.matcher(name).matches()
                    || !AXIS.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        declared + ": the axis `" + name + "=" + value + "` has a character that ids can't hold");
            }
        });
        var text = new TreeMap<>(axes)
                .entrySet().stream()
                        .map(axis -> axis.getKey() + "=" + axis.getValue())
                        .collect(Collectors.joining(","));
        return new CheckId(parts.group(1), parts.group(2), text);
    }

    /** The area, such as {@code FILTER}. */
    public String area() {
        return requirement.substring("IL-".length(), requirement.lastIndexOf('-'));
    }

    @Override
    public int compareTo(CheckId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return requirement + "." + word + (axes.isEmpty() ? "" : "[" + axes + "]");
    }
}
