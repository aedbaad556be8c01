package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.fixtures.TrialTarget;

/** Text that does not come out as it went in. */
final class TextValueFaults {
    private TextValueFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                of("text-cut-at-8-kib", "text is cut after 8,192 characters", "20-kib", text -> cut(text, 8_192)),
                fault("text-cut-at-64-kib", "text is cut after 65,536 characters")
                        .breaks("IL-NDJSON-06")
                        .of(texts(text -> cut(text, 65_536))),
                fault("paths-cut-at-32-kib", "a path is cut after 32,768 characters")
                        .breaks("IL-NDJSON-06")
                        .of(TypeFaults.changed(
                                field -> field.name().equals("ClientRequestPath"),
                                value -> changed(value, text -> cut(text, 32_768)))),
                of("text-ends-at-nul", "text ends at a NUL, as in C", "nul", text -> text.split("\0", 2)[0]),
                of("text-trimmed", "blanks round a text are dropped", "blanks", String::strip),
                of(
                        "text-composed",
                        "text is brought to Unicode's composed form",
                        "nfd",
                        text -> Normalizer.normalize(text, Normalizer.Form.NFC)),
                of("percent-decoded", "percent-encoded characters are decoded", "percent", TextValueFaults::decoded),
                of(
                        "html-escaped",
                        "`<`, `>` and `&` are written as HTML has it",
                        "html",
                        text -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
                of("slashes-joined", "two slashes are shown as one", "path", text -> text.replace("//", "/")),
                of("newlines-as-blanks", "a newline is shown as a blank", "newline", text -> text.replace('\n', ' ')),
                of(
                        "controls-dropped",
                        "control characters other than the usual three are dropped",
                        "controls",
                        text -> text.replaceAll("[\u0001-\u0008\u000b\u000c\u000e-\u001f]", "")),
                of(
                        "line-separators-as-newlines",
                        "U+2028 and U+2029 come out as newlines",
                        "line-separators",
                        text -> text.replaceAll("[\u2028\u2029]", "\n")),
                of(
                        "non-bmp-as-question-marks",
                        "a character beyond U+FFFF is a question mark",
                        "non-bmp",
                        text -> text.replaceAll("[\\x{10000}-\\x{10ffff}]", "?")),
                of(
                        "half-characters-as-question-marks",
                        "half a surrogate pair is a question mark",
                        "lone-high-surrogate",
                        text -> text.replace('\ufffd', '?')),
                of(
                        "byte-order-marks-dropped",
                        "U+FEFF is dropped",
                        "byte-order-mark",
                        text -> text.replace("\ufeff", "")),
                of(
                        "backslashes-doubled",
                        "backslashes are escaped twice",
                        "backslashes",
                        text -> text.replace("\\", "\\\\")),
                of(
                        "escapes-interpreted",
                        "a backslash and an n in a text are taken for a newline",
                        "backslash-letters",
                        text -> text.replace("\\n", "\n")),
                of(
                        "empty-text-as-a-dash",
                        "an empty text is a dash, as in access logs",
                        "empty",
                        text -> text.isEmpty() ? "-" : text));
    }

    /** Found with the text of that kind, and maybe with others. */
    private static TrialTarget of(String name, String says, String kind, UnaryOperator<String> change) {
        return fault(name, says)
                .breaks("IL-NDJSON-06.text-comes-out-as-it-went-in[text=" + kind + "]")
                .mayBreak("IL-NDJSON-06", "IL-NDJSON-13", "IL-NDJSON-14", "IL-NDJSON-15")
                .of(texts(change));
    }

    private static org.instantlogs.server.Parts texts(UnaryOperator<String> change) {
        return TypeFaults.changed(
                field -> (field.type() == FieldType.STRING || field.type() == FieldType.STRING_ARRAY)
                        && !field.timestamp()
                        && !field.name().equals("RayID"),
                value -> changed(value, change));
    }

    private static JsonNode changed(JsonNode value, UnaryOperator<String> change) {
        if (value.isTextual()) {
            return new TextNode(change.apply(value.textValue()));
        }
        var list = JsonNodeFactory.instance.arrayNode();
        value.forEach(element -> list.add(change.apply(element.textValue())));
        return list;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text.replace("%41", "A");
        }
    }
}
