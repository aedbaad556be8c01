package org.instantlogs.reports;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the place where a run is watched can do.
 *
 * @param rewritesLines whether a line can be written over: not so in a file or a pipe
 * @param coloured whether colours are wanted there
 */
public record Terminal(boolean rewritesLines, boolean coloured) {

    /** A file or a pipe: plain text, line after line. */
    public static final Terminal NONE = new Terminal(false, false);

    private static final String ESCAPE = "\u001b[";

    /** Asks the machine; colours are off where NO_COLOR is set to anything or TERM is {@code dumb}. */
    public static Terminal detect() {
        return of(isInteractive(System.console()), System.getenv());
    }

    static Terminal of(boolean interactive, Map<String, String> environment) {
        var dumb = "dumb".equals(environment.get("TERM"));
        var noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(interactive && !dumb, interactive && !dumb && !noColour);
    }

    // From Java 22 on there is a console even where there is no terminal, and a method that says so.
    private static boolean isInteractive(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the console does not say whether it is a terminal", e);
        }
    }

    String red(String text) {
        return colour("31", text);
    }

    String green(String text) {
        return colour("32", text);
    }

    String yellow(String text) {
        return colour("33", text);
    }

    String bold(String text) {
        return colour("1", text);
    }

    private String colour(String code, String text) {
        return coloured ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }

    /** Returns what writes this line over the one that the cursor is in. */
    String over(String line) {
        return "\r" + line + ESCAPE + "K";
    }
}
