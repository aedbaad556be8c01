package org.instantlogs.suite.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Characters that a JSON text writes by their code, as it may any. RFC 8259, section 7. */
public final class JsonEscapes {
    private static final String OF_ASCII = "\\u00";

    /** With the sign behind it, so that an escaped backslash begins no escape; of printable ASCII characters, the code. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u00([2-7][0-9A-Fa-f])|.)", Pattern.DOTALL);

    private JsonEscapes() {}

    /** Whether there is anything to undo; false says that there is not. */
    public static boolean mayBeIn(String text) {
        return text.contains(OF_ASCII);
    }

    /**
     * The text with letters, digits and signs of ASCII as they are; quotes and backslashes, control characters and all others stay
     * escaped, so that it is still the same JSON.
     */
    public static String undone(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(plain(escape.group(), escape.group(1))));
    }

    /** Whether a JSON text holds some plain one, whatever of it is escaped. */
    public static boolean showIn(String text, String plain) {
        return text.contains(plain) || (mayBeIn(text) && undone(text).contains(plain));
    }

    private static String plain(String escape, @Nullable String code) {
        if (code == null) {
            return escape;
        }
        char character = (char) Integer.parseInt(code, 16);
        return character == '"' || character == '\\' || character == 0x7F ? escape : String.valueOf(character);
    }
}
