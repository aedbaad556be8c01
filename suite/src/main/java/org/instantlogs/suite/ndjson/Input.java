package org.instantlogs.suite.ndjson;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.instantlogs.suite.ndjson.Defect.Kind;

/** The bytes of one JSON text, a position in them, and what was found wrong so far. */
final class Input {
    /** Enough to see what is wrong; a text with millions of defects is not worth as many objects. */
    private static final int MOST_DEFECTS = 100;

    private static final int SHORT = 40;

    private final byte[] bytes;
    private final List<Defect> defects = new ArrayList<>();
    private final List<Defect> remarks = new ArrayList<>();
    private int at;

    Input(byte[] bytes) {
        this.bytes = bytes;
    }

    List<Defect> defects() {
        return defects;
    }

    List<Defect> remarks() {
        return remarks;
    }

    int position() {
        return at;
    }

    void report(Kind kind, int offset, String text) {
        report(new Defect(kind, offset, text));
    }

    void report(Defect defect) {
        if (defects.size() < MOST_DEFECTS) {
            defects.add(defect);
        }
    }

    void remark(Kind kind, int offset, String text) {
        if (remarks.size() < MOST_DEFECTS) {
            remarks.add(new Defect(kind, offset, text));
        }
    }

    /** Checks what concerns the bytes as such, and passes over a byte-order mark so that the rest can be judged too. */
    void checkBytes() throws UnreadableException {
        int invalid = firstInvalid();
        if (invalid >= 0) {
            throw new UnreadableException(new Defect(
                    Kind.INVALID_UTF8,
                    invalid,
                    String.format(Locale.ROOT, "the byte 0x%02x is no valid UTF-8 there", bytes[invalid])));
        }
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            report(Kind.BYTE_ORDER_MARK, 0, "a byte-order mark");
            at = 3;
        }
        skipBlanks();
        if (at == bytes.length) {
            throw unreadable(Kind.BLANK, "nothing but blanks");
        }
    }

    /** Where the first sequence that is no UTF-8 begins; -1 where all are. */
    private int firstInvalid() {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(Math.min(8192, bytes.length + 2));
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }

    void checkEnd() throws UnreadableException {
        skipBlanks();
        if (at < bytes.length) {
            throw unreadable(Kind.TRAILING_TEXT, "text after the value: " + here());
        }
    }

    void skipBlanks() throws UnreadableException {
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        if (at + 1 < bytes.length && bytes[at] == '/' && (bytes[at + 1] == '/' || bytes[at + 1] == '*')) {
            throw unreadable(Kind.COMMENT, "a comment, which JSON has not: " + here());
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** The byte at the position; -1 at the end. */
    int peek() {
        return at < bytes.length ? bytes[at] & 0xFF : -1;
    }

    int peek(String expected) throws UnreadableException {
        if (at == bytes.length) {
            throw unexpected(expected);
        }
        return bytes[at] & 0xFF;
    }

    void next() {
        at++;
    }

    boolean accept(int wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** Whether the bytes of that ASCII word come next. */
    boolean startsWith(String word) {
        if (bytes.length - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void expectWord(String word) throws UnreadableException {
        if (!startsWith(word)) {
            throw startsWith("nan") ? notANumber() : unexpected("`" + word + "`");
        }
        at += word.length();
    }

    /** The text of the bytes from an earlier position to this one. */
    String textFrom(int start) {
        return new String(bytes, start, at - start, StandardCharsets.UTF_8);
    }

    UnreadableException notANumber() {
        return unreadable(Kind.NOT_A_NUMBER, "a number that JSON has not: " + here());
    }

    UnreadableException unexpected(String expected) {
        return unreadable(
                Kind.NOT_JSON,
                "expected " + expected + ", found " + (at < bytes.length ? here() : "the end of the line"));
    }

    UnreadableException unreadable(Kind kind, String text) {
        return new UnreadableException(new Defect(kind, at, text));
    }

    private String here() {
        int end = Math.min(bytes.length, at + SHORT);
        return "`" + new String(bytes, at, end - at, StandardCharsets.UTF_8) + "`";
    }

    static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }
}
