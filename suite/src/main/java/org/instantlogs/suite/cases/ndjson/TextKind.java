package org.instantlogs.suite.cases.ndjson;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instantlogs.suite.check.Variant;

/** A kind of text that is apt not to come out as it went in. */
record TextKind(String name, String text) implements Variant {

    @Override
    public Map<String, String> axes() {
        return Map.of("text", name);
    }

    static List<TextKind> all() {
        return List.of(
                new TextKind("quotes", "a\"b\"\"c'd"),
                new TextKind("backslashes", "a\\b\\\\c\\"),
                new TextKind("backslash-letters", "\\n\\t\\u0041\\x41\\/"),
                new TextKind("escapes-of-markup", "\\u003cb\\u003e\\u0026\\u2028\\u0022,\\u007d"),
                new TextKind("newline", "a\nb\n"),
                new TextKind("carriage-return", "a\r\nb\r"),
                new TextKind("tab", "\ta\tb"),
                new TextKind("controls", codePoints(1, 0x20)),
                new TextKind("nul", "a\0b\0"),
                new TextKind("delete-and-c1", codePoints(0x7f, 0xa0)),
                new TextKind("line-separators", "a\u2028b\u2029c\u0085d"),
                new TextKind("blanks", "  a  b\u00a0 "),
                new TextKind("latin", "caf\u00e9 \u00fcber \u00df"),
                new TextKind("nfd", Normalizer.normalize("caf\u00e9 \u00fcber", Normalizer.Form.NFD)),
                new TextKind("ligatures", "\ufb01\u2126\u212b\uff21"),
                new TextKind("non-bmp", "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\ud834\udd1e\udbff\udffd"),
                new TextKind("lone-high-surrogate", "a\ud800b"),
                new TextKind("lone-low-surrogate", "a\udc00b"),
                new TextKind("surrogates-at-the-ends", "\udc00a\ud83d"),
                new TextKind("byte-order-mark", "\ufeffa\ufeff"),
                new TextKind("noncharacters", "\ufffe\uffff\ufdd0"),
                new TextKind("replacement", "a\ufffdb"),
                new TextKind("right-to-left", "\u202e\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627\u200f"),
                new TextKind("html", "<script>alert(1)</script>&amp;&lt;'\"\u00a0/"),
                new TextKind("path", "/a//b/./c/../d;e/?x=1&x=2&&y=+#f%2F%2f/"),
                new TextKind("percent", "%41%zz%00%F0%9F%98%80+%"),
                new TextKind("json", "{\"a\":[1,\"b\"],\"c\":null}"),
                new TextKind("credentials", "/login?token=abc123&password=p%40ss&api_key=k&email=a@example.com"),
                new TextKind("unseen", "a\ufe0fb\u00adc\udb40\udc41d\u2066e\u2069f\u200bg\u200eh"),
                new TextKind("rare", "\ue000\u3000\u03c2\u2018q\u2019\u201cq\u201d\u2014\u2026\u00a0\u0378"),
                new TextKind("templates", "$&${x}{{x}}%s%%%{x}$1\\1<%x%>#{x}"),
                new TextKind("dash", "-"),
                new TextKind("unknown", "unknown"),
                new TextKind("number", "0123"),
                new TextKind("word", "null"),
                new TextKind("empty", ""),
                new TextKind("upper-case", "GET \u0130I\u0131i TITLE"),
                new TextKind("20-kib", "0123456789abcde\u00e9".repeat(1_280)),
                new TextKind("20-kib-of-quotes", "\"\\".repeat(10_240)));
    }

    private static String codePoints(int from, int to) {
        return IntStream.range(from, to).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
