package org.instantlogs.server.record;

import java.util.Arrays;

/**
 * Writes JSON as UTF-8 into memory.
 *
 * <p>Beyond what JSON demands it escapes the characters at which some readers split lines (U+0085, U+2028, U+2029): a value must
 * not look like two records to anybody. Half a surrogate pair, which UTF-8 can't hold, comes out as U+FFFD. Nothing is
 * escaped for HTML.
 */
final class LineWriter {
    private static final byte[] HEX = ascii("0123456789abcdef");

    private byte[] bytes = new byte[512];
    private int length;

    static byte[] ascii(String text) {
        var ascii = new byte[text.length()];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) text.charAt(i);
        }
        return ascii;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void raw(byte[] ascii) {
        reserve(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    void raw(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void integer(long value) {
        raw(ascii(Long.toString(value)));
    }

    /** A JSON string. */
    void text(String text) {
        raw('"');
        for (int i = plain(text, 0, true); i < text.length(); i = plain(text, i, true)) {
            char c = text.charAt(i);
            reserve(6);
            if (c < 0x80) {
                escape(c);
                i++;
            } else {
                i += 1 + beyondAscii(text, i);
            }
        }
        raw('"');
    }

    /** Complete JSON, written as it is. */
    void json(String json) {
        for (int i = plain(json, 0, false); i < json.length(); i = plain(json, i, false)) {
            reserve(6);
            i += 1 + beyondAscii(json, i);
        }
    }

    /** Writes the characters from {@code i} on that are a byte each and stand for themselves; tells where they end. */
    private int plain(String text, int i, boolean inString) {
        reserve(text.length() - i);
        int at = i;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 0x80 || (inString && (c < 0x20 || c == '"' || c == '\\'))) {
                break;
            }
            bytes[length++] = (byte) c;
        }
        return at;
    }

    /** Writes the character at {@code i}; 1 if it took the next one as well, else 0. */
    private int beyondAscii(String text, int i) {
        char c = text.charAt(i);
        if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
            unicodeEscape(c);
            return 0;
        }
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            threeBytes(c);
            return 0;
        }
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            int codePoint = Character.toCodePoint(c, text.charAt(i + 1));
            bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
            bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
            return 1;
        }
        threeBytes('\uFFFD');
        return 0;
    }

    private void threeBytes(char c) {
        bytes[length++] = (byte) (0xE0 | (c >> 12));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> shortEscape(c);
            case '\n' -> shortEscape('n');
            case '\r' -> shortEscape('r');
            case '\t' -> shortEscape('t');
            case '\b' -> shortEscape('b');
            case '\f' -> shortEscape('f');
            default -> unicodeEscape(c);
        }
    }

    private void shortEscape(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    private void unicodeEscape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(c >> shift) & 0xF];
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
