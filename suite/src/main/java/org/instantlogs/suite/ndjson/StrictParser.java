package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.ndjson.Defect.Kind;

/**
 * Reads one JSON text of UTF-8 bytes by RFC 8259, once.
 *
 * <p>The containers that are open are kept on a stack of its own, never on the thread's: no text can overflow it. The
 * bounds on depth and on the number of values keep the tree within a small multiple of the text.
 */
final class StrictParser {
    private static final int MOST_VALUES = 1_000_000;

    private final Input input;
    private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
    private final Deque<String> keys = new ArrayDeque<>();
    private final Map<String, String> numberLiterals = new HashMap<>();
    private int values;

    StrictParser(byte[] utf8) {
        this.input = new Input(utf8);
    }

    /** The numbers directly in the outermost object, as they stood there. */
    Map<String, String> numberLiterals() {
        return numberLiterals;
    }

    /** Reads the text as an object; another value is a defect. */
    Reading readObject() {
        var reading = readValue();
        var other = reading.value().filter(value -> !value.isObject());
        if (other.isEmpty()) {
            return reading;
        }
        input.report(
                Kind.NOT_AN_OBJECT,
                0,
                "the line is of type " + other.get().getNodeType().name().toLowerCase(Locale.ROOT) + ", not an object");
        return reading(Optional.empty());
    }

    /** Reads the text as any value. */
    Reading readValue() {
        try {
            input.checkBytes();
            var value = value();
            input.checkEnd();
            return reading(Optional.of(value));
        } catch (UnreadableException e) {
            input.report(e.defect());
            return reading(Optional.empty());
        }
    }

    private Reading reading(Optional<JsonNode> value) {
        return new Reading(value, input.defects(), input.remarks());
    }

    private JsonNode value() throws UnreadableException {
        while (true) {
            input.skipBlanks();
            var value = scalarOrEmpty();
            while (value.isPresent()) {
                if (open.isEmpty()) {
                    return value.get();
                }
                attach(value.get());
                value = closedOrNext();
            }
        }
    }

    /** A whole value; or empty after the opening of a container whose first value is next. */
    private Optional<JsonNode> scalarOrEmpty() throws UnreadableException {
        if (++values > MOST_VALUES) {
            throw input.unreadable(Kind.TOO_MANY_VALUES, "more than " + MOST_VALUES + " values in one text");
        }
        int first = input.peek("a value");
        return switch (first) {
            case '{' -> opened(JsonNodeFactory.instance.objectNode(), '}');
            case '[' -> opened(JsonNodeFactory.instance.arrayNode(), ']');
            case '"' -> Optional.of(TextNode.valueOf(StringLiteral.read(input)));
            case 't' -> word("true", BooleanNode.TRUE);
            case 'f' -> word("false", BooleanNode.FALSE);
            case 'n' -> word("null", NullNode.getInstance());
            default -> Optional.of(number());
        };
    }

    private Optional<JsonNode> word(String word, JsonNode meaning) throws UnreadableException {
        input.expectWord(word);
        return Optional.of(meaning);
    }

    private JsonNode number() throws UnreadableException {
        var literal = NumberLiteral.read(input);
        if (open.size() == 1 && open.peek() instanceof ObjectNode) {
            numberLiterals.put(keys.element(), literal.text());
        }
        return literal.toNode();
    }

    private Optional<JsonNode> opened(ContainerNode<?> container, int end) throws UnreadableException {
        if (open.size() == StrictJson.DEEPEST) {
            throw input.unreadable(Kind.TOO_DEEP, "more than " + StrictJson.DEEPEST + " levels of nesting");
        }
        input.next();
        input.skipBlanks();
        if (input.accept(end)) {
            return Optional.of(container);
        }
        open.push(container);
        if (container instanceof ObjectNode) {
            key();
        }
        return Optional.empty();
    }

    /** The container that ends here; or empty after a comma, where its next value is due. */
    private Optional<JsonNode> closedOrNext() throws UnreadableException {
        boolean isObject = open.peek() instanceof ObjectNode;
        input.skipBlanks();
        if (input.accept(',')) {
            if (isObject) {
                input.skipBlanks();
                key();
            }
            return Optional.empty();
        }
        if (input.accept(isObject ? '}' : ']')) {
            return Optional.of(open.pop());
        }
        throw input.unexpected(isObject ? "`,` or `}`" : "`,` or `]`");
    }

    private void key() throws UnreadableException {
        int start = input.position();
        if (input.peek("a key in quotes") != '"') {
            throw input.unexpected("a key in quotes");
        }
        var key = StringLiteral.read(input);
        if (open.peek() instanceof ObjectNode object && object.has(key)) {
            input.report(Kind.DUPLICATE_KEY, start, "the key `" + Input.shortened(key) + "` a second time");
            if (open.size() == 1) {
                numberLiterals.remove(key);
            }
        }
        keys.push(key);
        input.skipBlanks();
        if (!input.accept(':')) {
            throw input.unexpected("`:`");
        }
    }

    private void attach(JsonNode value) {
        if (open.peek() instanceof ObjectNode object) {
            object.set(keys.pop(), value);
        } else if (open.peek() instanceof ArrayNode array) {
            array.add(value);
        }
    }
}
