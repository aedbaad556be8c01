package org.instantlogs.suite.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The values of a descriptor by their paths, as texts, durations, counts and flags. What can't be read is added to the
 * problems and counts as left out, so that one reading finds all problems.
 *
 * @param root the tree, its shape checked
 * @param origins where overridden values come from
 * @param environment what <code>${NAME}</code> stands for
 * @param problems what is wrong so far
 */
record Values(JsonNode root, Map<String, String> origins, Map<String, String> environment, Problems problems) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)(}?)");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,10}");
    private static final Duration LONGEST = Duration.ofDays(366);

    @Override
    public String toString() {
        return "Values[redacted]";
    }

    boolean given(String path) {
        JsonNode node = at(path);
        return !node.isMissingNode() && !node.isNull();
    }

    /** Whether an environment variable gives that value. */
    boolean ofEnvironment(String path) {
        return origins.getOrDefault(path, "").startsWith("environment");
    }

    int size(String path) {
        return at(path).size();
    }

    /** The text, with environment variables put in; one line, not blank. */
    Optional<String> text(String path) {
        if (!given(path)) {
            return Optional.empty();
        }
        // What the environment itself says is taken literally: a secret may hold any character.
        boolean literal = ofEnvironment(path);
        Optional<String> text = literal ? Optional.of(at(path).asText()) : expanded(path, at(path).asText());
        if (text.isPresent() && text.get().isBlank()) {
            problems.add(name(path) + " is empty; give a value or leave the property out");
            return Optional.empty();
        }
        if (text.isPresent() && text.get().codePoints().anyMatch(Character::isISOControl)) {
            problems.add(name(path) + " holds a line break or another control character; give one line of text");
            return Optional.empty();
        }
        return text;
    }

    private Optional<String> expanded(String path, String text) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (reference.find()) {
            String variable = reference.group(1);
            if (reference.group(2).isEmpty() || !VARIABLE.matcher(variable).matches()) {
                problems.add(
                        name(path)
                                + " has a `${` that is not followed by the name of an environment variable and `}`; write `${NAME}`");
                return Optional.empty();
            }
            String value = environment.getOrDefault(variable, "");
            if (value.isEmpty()) {
                problems.add(name(path) + " refers to the environment variable `" + variable
                        + "`, which is not set; set it, or give the value itself");
                return Optional.empty();
            }
            reference.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return Optional.of(reference.appendTail(result).toString());
    }

    /** A positive length of time, at most 366 days, written as ISO 8601 does: {@code PT0.5S}. */
    Optional<Duration> duration(String path, String example) {
        return text(path).flatMap(text -> {
            try {
                Duration duration = Duration.parse(text);
                if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0) {
                    return Optional.of(duration);
                }
                return refused(path, text, "give a duration above zero and up to 366 days, such as `" + example + "`");
            } catch (DateTimeParseException noDuration) {
                return refused(path, text, "give an ISO 8601 duration such as `" + example + "`");
            }
        });
    }

    /** A whole number from 1 to 2,147,483,647. */
    Optional<Integer> count(String path) {
        return text(path).flatMap(text -> {
            long count = COUNT.matcher(text).matches() ? Long.parseLong(text) : 0;
            return count >= 1 && count <= Integer.MAX_VALUE
                    ? Optional.of((int) count)
                    : refused(path, text, "give a whole number from 1 to " + Integer.MAX_VALUE);
        });
    }

    boolean flag(String path) {
        Optional<String> text = text(path);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            refused(path, text.get(), "give `true` or `false`");
        }
        return text.isPresent() && text.get().equals("true");
    }

    /** So many per so long; both parts are needed where one is given. */
    Optional<Descriptor.Rate> rate(String path) {
        if (!given(path)) {
            return Optional.empty();
        }
        Optional<Integer> count = count(path + ".count");
        Optional<Duration> per = duration(path + ".per", "PT1M");
        for (String part : new String[] {path + ".count", path + ".per"}) {
            if (!given(part)) {
                problems.add(name(part) + " is missing; give both, such as `" + path + ": {count: 30, per: PT1M}`");
            }
        }
        return count.flatMap(many -> per.map(time -> new Descriptor.Rate(many, time)));
    }

    /** Adds a problem of the usual form, and is nothing. */
    <T> Optional<T> refused(String path, String value, String wayOut) {
        problems.add(name(path) + " is " + Wording.quoted(value) + "; " + wayOut);
        return Optional.empty();
    }

    /** The path as messages show it, with the origin of an overridden value. */
    String name(String path) {
        String origin = origins.get(path);
        return "`" + path + "`" + (origin == null ? "" : " (" + origin + ")");
    }

    private JsonNode at(String path) {
        JsonNode node = root;
        for (String segment : path.replace("]", "").split("[.\\[]", -1)) {
            node = node.isArray() ? node.path(Integer.parseInt(segment)) : node.path(segment);
        }
        return node;
    }

    /** The paths of a list's entries. */
    List<String> entries(String path) {
        return IntStream.range(0, size(path))
                .mapToObj(index -> path + "[" + index + "]")
                .toList();
    }
}
