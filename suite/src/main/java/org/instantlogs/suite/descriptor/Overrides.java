package org.instantlogs.suite.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that system properties and environment variables put in place of the file's, lowest precedence first.
 *
 * @param entries one a setting
 */
record Overrides(List<Entry> entries) {
    private static final String PREFIX = "target.";

    private static final Map<String, String> SHORTHANDS =
            Map.of("url", "api", "zone", "zones.0.id", "token", "auth.token", "email", "auth.email", "key", "auth.key");

    Overrides {
        entries = List.copyOf(entries);
    }

    /**
     * One setting.
     *
     * @param path segments joined by dots, {@code zones.0.id}
     * @param text the value; empty or {@code null} takes the file's value away
     * @param origin where it comes from, as messages name it
     */
    record Entry(String path, String text, String origin) {
        /** The path with indexes of equal length, so that zone 10 comes after zone 9. */
        String inOrder() {
            return Pattern.compile("[0-9]+")
                    .matcher(path)
                    .replaceAll(index ->
                            "0".repeat(4 - Math.min(4, index.group().length())) + index.group());
        }

        @Override
        public String toString() {
            return path + " from " + origin;
        }
    }

    static Overrides of(Properties properties, Map<String, String> environment, Problems problems) {
        List<Entry> entries = new ArrayList<>();
        entries.addAll(layer(fromEnvironment(environment), problems));
        entries.addAll(layer(fromProperties(properties, problems), problems));
        return new Overrides(entries);
    }

    /** Unknown names are refused: nobody else has a reason to use the prefix in this JVM. */
    private static List<Entry> fromProperties(Properties properties, Problems problems) {
        List<Entry> entries = new ArrayList<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                String given = name.substring(PREFIX.length());
                String path = SHORTHANDS.getOrDefault(given, given.replaceAll("\\[([0-9]+)]", ".$1"));
                Optional<String> refusal = refusal(path);
                refusal.ifPresent(text -> problems.add(text + " (system property " + Wording.quoted(name) + ")"));
                if (refusal.isEmpty()) {
                    entries.add(new Entry(path, properties.getProperty(name, ""), "system property `" + name + "`"));
                }
            }
        }
        return entries;
    }

    private static Optional<String> refusal(String path) {
        Shape shape = Shape.descriptor();
        String walked = "";
        for (String segment : path.split("\\.", -1)) {
            Optional<Shape> part = shape.part(segment);
            if (part.isEmpty()) {
                if (shape instanceof Shape.Section section) {
                    return Optional.of(section.unknown(walked, segment));
                }
                return Optional.of(Wording.quoted(Shape.below(walked, segment)) + " is no property of a descriptor; "
                        + (shape instanceof Shape.Many
                                ? "entries of `" + walked + "` are counted from 0, as in `" + walked + "[0]`"
                                : "`" + walked + "` is a single value"));
            }
            walked = Shape.below(walked, segment);
            shape = part.get();
        }
        return Optional.empty();
    }

    /**
     * Unknown names are left alone: other programs use the prefix {@code TARGET_} as well, and a build machine's
     * environment is not the user's to clean. Empty variables count as not set, as is usual there.
     */
    private static List<Entry> fromEnvironment(Map<String, String> environment) {
        Map<Pattern, String> known = new LinkedHashMap<>();
        SHORTHANDS.forEach((name, path) -> known.put(Pattern.compile(variable(name)), path));
        Shape.descriptor()
                .paths("")
                .forEach(path -> known.put(Pattern.compile(variable(path).replace("_0_", "_([0-9]{1,4})_")), path));
        List.of("limits.connects", "pace.api", "pace.connects")
                .forEach(path -> known.put(Pattern.compile(variable(path)), path));
        List<Entry> entries = new ArrayList<>();
        environment.forEach((name, text) -> known.forEach((pattern, path) -> {
            Matcher matcher = pattern.matcher(name);
            if (!text.isEmpty() && matcher.matches()) {
                String indexed = matcher.groupCount() == 0 ? path : path.replace(".0.", "." + matcher.group(1) + ".");
                entries.add(new Entry(indexed, text, "environment variable `" + name + "`"));
            }
        }));
        return entries;
    }

    private static String variable(String path) {
        return "TARGET_" + path.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** Sections before their parts; two names of one property must agree. */
    private static List<Entry> layer(List<Entry> entries, Problems problems) {
        Map<String, Entry> byPath = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(Entry::inOrder).thenComparing(Entry::origin))
                .forEach(entry -> {
                    Entry other = byPath.putIfAbsent(entry.path(), entry);
                    if (other != null && !other.text().equals(entry.text())) {
                        problems.add(other.origin() + " and " + entry.origin()
                                + " are two names of one property and differ; give one of them");
                    }
                });
        return List.copyOf(byPath.values());
    }

    /** Puts all of them into the tree, and returns where each changed value comes from, by its path in messages. */
    Map<String, String> applyTo(ObjectNode root, Problems problems) {
        Map<String, String> origins = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String shown = put(root, entry, problems);
            origins.put(shown, entry.origin());
        }
        return origins;
    }

    private static String put(ObjectNode root, Entry entry, Problems problems) {
        JsonNode at = root;
        Shape shape = Shape.descriptor();
        String shown = "";
        String[] segments = entry.path().split("\\.", -1);
        for (int depth = 0; depth < segments.length; depth++) {
            String segment = segments[depth];
            Shape part = shape.part(segment).orElseThrow();
            shown = Shape.below(shown, segment);
            boolean last = depth == segments.length - 1;
            JsonNode old = at.isArray() ? at.path(Integer.parseInt(segment)) : at.path(segment);
            JsonNode next = last ? value(part, entry) : old.isContainerNode() ? old : empty(part);
            if (at instanceof ObjectNode section) {
                section.set(segment, next);
            } else if (at instanceof ArrayNode list) {
                int index = Integer.parseInt(segment);
                if (index > list.size()) {
                    problems.add("`" + shown + "` (" + entry.origin() + ") comes after a gap; there "
                            + (list.size() == 1 ? "is 1 entry" : "are " + list.size() + " entries")
                            + ", so the next is `" + shown.substring(0, shown.lastIndexOf('[')) + "[" + list.size()
                            + "]`");
                    return shown;
                }
                if (index == list.size()) {
                    list.add(next);
                } else {
                    list.set(index, next);
                }
            }
            at = next;
            shape = part;
        }
        return shown;
    }

    private static JsonNode empty(Shape shape) {
        return shape instanceof Shape.Many
                ? JsonNodeFactory.instance.arrayNode()
                : JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode value(Shape shape, Entry entry) {
        if (entry.text().isEmpty() || entry.text().equals("null")) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (shape instanceof Shape.Value) {
            return JsonNodeFactory.instance.textNode(entry.text());
        }
        JsonNode tree = new YamlText(entry.origin()).tree(entry.text());
        return tree.isMissingNode() ? JsonNodeFactory.instance.nullNode() : tree;
    }
}
