package org.instantlogs.reports.html;

import java.util.Locale;

/** Writes text into a page so that it stays text. */
final class Escape {

    private Escape() {}

    /** Returns text for an element's content or a quoted attribute. */
    static String inMarkup(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isSurrogate(codePoint) ? 0xFFFD : codePoint);
            }
        });
        return escaped.toString();
    }

    /**
     * Returns the same JSON for a script element: neither {@code </script>} nor {@code <!--} can be in it, nor a line
     * separator that JSON allows and JavaScript once did not, nor what UTF-8 cannot hold. In JSON all of these stand inside of
     * strings only, where an escape means the same.
     */
    static String inScript(String json) {
        var escaped = new StringBuilder(json.length() + 256);
        json.codePoints().forEach(codePoint -> {
            if (codePoint == '<') {
                escaped.append("\\u003c");
            } else if (codePoint == '\u2028' || codePoint == '\u2029' || isSurrogate(codePoint)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
            } else {
                escaped.appendCodePoint(codePoint);
            }
        });
        return escaped.toString();
    }

    // Within codePoints() a surrogate stands alone: pairs have become one code point.
    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
