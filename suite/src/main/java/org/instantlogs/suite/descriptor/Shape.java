package org.instantlogs.suite.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which properties a descriptor may have, and whether each is one value, a section or a list. */
sealed interface Shape {

    /** Finds unknown names and wrong kinds at and below {@code path}. */
    void check(JsonNode node, String path, Problems problems);

    /** The part of that name or index, if there is one. */
    Optional<Shape> part(String segment);

    /** All values below, as paths with {@code 0} for any index: {@code zones.0.id}. */
    List<String> paths(String path);

    /** Everything below {@code contract: 1}: target contract, section 1. */
    static Section descriptor() {
        Value value = new Value();
        Section login = section("email", value, "key", value, "token", value);
        Section rate = section("count", value, "per", value);
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("contract", value);
        parts.put("name", value);
        parts.put("profile", value);
        parts.put("api", value);
        parts.put("auth", login);
        parts.put("stranger", login);
        parts.put("tls", section("trust", value, "insecure", value));
        parts.put("zones", new Many(section("id", value, "host", value, "edge", value)));
        parts.put("traffic", section("inject", value));
        parts.put("clock", section("advance", value, "scope", value));
        parts.put("reset", value);
        parts.put("limits", section("session", value, "idle", value, "connects", rate, "records-per-second", value));
        parts.put("plaintext", value);
        parts.put("stream", section("settle", value, "ordered", value, "deliver-within", value));
        parts.put("pace", section("api", rate, "connects", rate));
        return new Section(parts);
    }

    private static Section section(Object... namesAndShapes) {
        Map<String, Shape> parts = new LinkedHashMap<>();
        for (int at = 0; at < namesAndShapes.length; at += 2) {
            parts.put((String) namesAndShapes[at], (Shape) namesAndShapes[at + 1]);
        }
        return new Section(parts);
    }

    /** The path one step down, written as in messages: {@code zones[0].id}. */
    static String below(String path, String segment) {
        if (path.isEmpty()) {
            return segment;
        }
        return Digits.ONLY.matcher(segment).matches() ? path + "[" + segment + "]" : path + "." + segment;
    }

    /** One value, kept as its text until it is read. */
    record Value() implements Shape {
        @Override
        public void check(JsonNode node, String path, Problems problems) {
            if (node.isContainerNode()) {
                problems.add("`" + path + "` is a " + (node.isArray() ? "list" : "section") + "; give a single value");
            }
        }

        @Override
        public Optional<Shape> part(String segment) {
            return Optional.empty();
        }

        @Override
        public List<String> paths(String path) {
            return List.of(path);
        }
    }

    /** Named parts. */
    record Section(Map<String, Shape> parts) implements Shape {
        @Override
        public void check(JsonNode node, String path, Problems problems) {
            if (node.isNull()) {
                return;
            }
            if (!(node instanceof ObjectNode object)) {
                problems.add((path.isEmpty() ? "the descriptor" : "`" + path + "`") + " is a "
                        + (node.isArray() ? "list" : "single value") + "; give a section with "
                        + Wording.list(parts.keySet()));
                return;
            }
            object.properties()
                    .forEach(entry -> part(entry.getKey())
                            .ifPresentOrElse(
                                    shape -> shape.check(entry.getValue(), below(path, entry.getKey()), problems),
                                    () -> problems.add(unknown(path, entry.getKey()))));
        }

        @Override
        public Optional<Shape> part(String segment) {
            return Optional.ofNullable(parts.get(segment));
        }

        @Override
        public List<String> paths(String path) {
            List<String> paths = new ArrayList<>();
            parts.forEach((name, shape) -> paths.addAll(shape.paths(path.isEmpty() ? name : path + "." + name)));
            return paths;
        }

        /** The refusal of a name that is none of the parts, with the one most likely meant. */
        String unknown(String path, String name) {
            String refused =
                    Wording.quoted(path.isEmpty() ? name : path + "." + name) + " is no property of a descriptor";
            return elsewhere(name)
                    .or(() -> Wording.nearest(name, parts.keySet()).map(near -> below(path, near)))
                    .or(() -> Wording.nearest(name, lastNames()).flatMap(Section::elsewhere))
                    .map(near -> refused + "; did you mean " + Wording.quoted(near) + "?")
                    .orElseGet(() -> refused + "; known here are " + Wording.list(parts.keySet()));
        }

        /** A name that is right, but in another section. */
        private static Optional<String> elsewhere(String name) {
            return descriptor().paths("").stream()
                    .filter(path -> path.endsWith("." + name))
                    .findFirst()
                    .map(path -> path.replace("zones.0", "zones[0]"));
        }

        private static List<String> lastNames() {
            return descriptor().paths("").stream()
                    .map(path -> path.substring(path.lastIndexOf('.') + 1))
                    .toList();
        }
    }

    /** A list of equal parts. */
    record Many(Shape each) implements Shape {
        @Override
        public void check(JsonNode node, String path, Problems problems) {
            if (node.isNull()) {
                return;
            }
            if (!node.isArray()) {
                problems.add("`" + path + "` is a " + (node.isObject() ? "section" : "single value")
                        + "; give a list, each entry with a `- ` of its own");
                return;
            }
            for (int index = 0; index < node.size(); index++) {
                each.check(node.get(index), below(path, Integer.toString(index)), problems);
            }
        }

        @Override
        public Optional<Shape> part(String segment) {
            return Digits.ONLY.matcher(segment).matches() ? Optional.of(each) : Optional.empty();
        }

        @Override
        public List<String> paths(String path) {
            return each.paths(path + ".0");
        }
    }
}
