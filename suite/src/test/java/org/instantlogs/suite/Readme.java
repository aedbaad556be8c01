package org.instantlogs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The parts of README.md that tests write, each between two marks that name its test. */
public final class Readme {
    private static final Path FILE = Path.of("..", "README.md");

    private Readme() {}

    /** Fails where the part is out of date; with {@code -Dreadme=write} it is written anew instead. */
    public static void says(String part, String text) throws IOException {
        var begin = "<!-- " + part + ": begin -->\n";
        var end = "<!-- " + part + ": end -->\n";
        var readme = Files.readString(FILE);
        assertThat(readme).as("README.md has a part for it").contains(begin, end);
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf(end, from);
        if (System.getProperty("readme", "").equals("write")) {
            Files.writeString(FILE, readme.substring(0, from) + text + readme.substring(to));
        } else {
            assertThat(readme.substring(from, to))
                    .as("to have it written anew: -Dreadme=write")
                    .isEqualTo(text);
        }
    }
}
