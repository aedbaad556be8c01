package org.instantlogs.suite.oracle;

/** Text as UTF-8 can carry it. */
final class UnicodeText {
    private static final char REPLACEMENT = '\uFFFD';

    private UnicodeText() {}

    /** The text with each lone surrogate as U+FFFD, which is how an encoder to UTF-8 has to carry it. */
    static String wellFormed(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            result.appendCodePoint(lone ? REPLACEMENT : point);
        });
        return result.toString();
    }
}
