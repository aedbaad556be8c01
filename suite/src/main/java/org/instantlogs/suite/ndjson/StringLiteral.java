package org.instantlogs.suite.ndjson;

import java.util.Locale;
import org.instantlogs.suite.ndjson.Defect.Kind;

/** The reading of a text in quotes. RFC 8259, section 7. */
final class StringLiteral {
    private static final int FIRST_LEGAL = 0x20;

    private StringLiteral() {}

    /** Reads from the opening quote to behind the closing one. */
    static String read(Input input) throws UnreadableException {
        int start = input.position();
        input.next();
        int run = input.position();
        var text = new StringBuilder();
        boolean surrogate = false;
        while (true) {
            int next = input.peek("the closing quote");
            if (next == '"') {
                text.append(input.textFrom(run));
                input.next();
                break;
            }
            if (next < FIRST_LEGAL) {
                throw input.unreadable(
                        Kind.NOT_JSON,
                        String.format(Locale.ROOT, "the control character U+%04X without an escape", next));
            }
            if (next == '\\') {
                text.append(input.textFrom(run));
                char escaped = escape(input);
                surrogate |= Character.isSurrogate(escaped);
                text.append(escaped);
                run = input.position();
            } else {
                input.next();
            }
        }
        var result = text.toString();
        if (surrogate && result.codePoints().anyMatch(StringLiteral::isSurrogate)) {
            input.remark(Kind.LONE_SURROGATE, start, "an escape of half a character");
        }
        return result;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static char escape(Input input) throws UnreadableException {
        input.next();
        int letter = input.peek("an escape");
        char meaning = switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(input);
            default -> throw input.unexpected("an escape");
        };
        input.next();
        return meaning;
    }

    /** Reads the four digits, up to the last of them. */
    private static char unicode(Input input) throws UnreadableException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            input.next();
            int digit = input.peek("four hexadecimal digits");
            int value = digit < 0x80 ? Character.digit(digit, 16) : -1;
            if (value < 0) {
                throw input.unexpected("four hexadecimal digits");
            }
            unit = unit * 16 + value;
        }
        return (char) unit;
    }
}
