package org.instantlogs.reports;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * For this module's packages only. Makes text that a target sent fit for a rendering: what the rendering cannot hold, or what would act instead of being
 * read, is shown as its escape, such as {@code \u001b}.
 */
public final class Legible {

    private Legible() {}

    /** Returns text that UTF-8 can hold: lone surrogates are shown as escapes. */
    static String inJson(String text) {
        return escape(text, Legible::isSurrogate);
    }

    /** Returns text that XML 1.0 can hold; carriage returns too are escaped, since a reader would turn them into newlines. */
    static String inXml(String text) {
        return escape(text, codePoint -> codePoint == '\r' || !isXmlCharacter(codePoint));
    }

    /** Returns text for one line on a terminal: nothing in it moves the cursor, changes colours or turns the direction. */
    public static String inLine(String text) {
        return escape(text, Legible::acts);
    }

    /** Returns each line of the text fit for a terminal. */
    static List<String> lines(String text) {
        return text.lines().map(Legible::inLine).toList();
    }

    private static String escape(String text, IntPredicate unfit) {
        if (text.codePoints().noneMatch(unfit)) {
            return text;
        }
        var legible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (!unfit.test(codePoint)) {
                legible.appendCodePoint(codePoint);
            } else if (Character.isBmpCodePoint(codePoint)) {
                legible.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
            } else {
                legible.append(String.format(Locale.ROOT, "\\u{%x}", codePoint));
            }
        });
        return legible.toString();
    }

    // Within codePoints() a surrogate stands alone: pairs have become one code point.
    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isXmlCharacter(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }

    private static boolean acts(int codePoint) {
        var type = Character.getType(codePoint);
        return Character.isISOControl(codePoint)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || !isXmlCharacter(codePoint);
    }
}
