package org.instantlogs.reports.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object within a file to replay; each refusal names the member and what it has to be. */
record ReplayNode(JsonNode node, String where) {

    private String path(String member) {
        return where.isEmpty() ? member : where + "." + member;
    }

    boolean has(String member) {
        return node.has(member);
    }

    List<String> names() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    String text(String member) {
        return optional(member).orElseThrow(() -> wrong(member, "a text"));
    }

    Optional<String> optional(String member) {
        if (!node.has(member)) {
            return Optional.empty();
        }
        if (!node.path(member).isTextual()) {
            throw wrong(member, "a text");
        }
        return Optional.of(node.path(member).textValue());
    }

    int number(String member) {
        if (!node.path(member).isInt()) {
            throw wrong(member, "a whole number");
        }
        return node.path(member).intValue();
    }

    ReplayNode object(String member) {
        if (!node.path(member).isObject()) {
            throw wrong(member, "an object");
        }
        return new ReplayNode(node.path(member), path(member));
    }

    List<ReplayNode> objects(String member) {
        var objects = new ArrayList<ReplayNode>();
        for (var element : array(member)) {
            if (!element.isObject()) {
                throw wrong(member, "an array of objects");
            }
            objects.add(new ReplayNode(element, path(member) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    List<String> texts(String member) {
        var texts = new ArrayList<String>();
        for (var element : array(member)) {
            if (!element.isTextual()) {
                throw wrong(member, "an array of texts");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private JsonNode array(String member) {
        if (!node.path(member).isArray()) {
            throw wrong(member, "an array");
        }
        return node.path(member);
    }

    private IllegalArgumentException wrong(String member, String right) {
        return new IllegalArgumentException(
                "`" + path(member) + "` is " + (node.has(member) ? "something else" : "missing") + "; it is " + right);
    }
}
