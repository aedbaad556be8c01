package org.instantlogs.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.webjars.WebJarVersionLocator;

/** The scripts and styles that go into a page: this package's own, and libraries from their WebJars with their licence. */
final class Assets {

    private static final String WEBJARS = WebJarVersionLocator.WEBJARS_PATH_PREFIX + "/";

    private Assets() {}

    /** Returns the text of a resource beside this class. */
    static String own(String name) {
        return fitForAnElement(name, text(name, Assets.class.getResourceAsStream(name)));
    }

    /**
     * Returns a script of a library, with name, version and licence in front of it.
     *
     * @param library name of the WebJar
     * @param script path inside it
     */
    static String library(String library, String script) {
        var version = new WebJarVersionLocator().version(library);
        if (version == null) {
            throw new IllegalStateException("the WebJar of `" + library + "` is not on the class path");
        }
        var root = WEBJARS + library + "/" + version + "/";
        var licence = webJar(root + "LICENSE").replace("*/", "* /").strip();
        // a browser's tools would go looking for the map
        var code = webJar(root + script)
                .replaceAll("(?m)^//# sourceMappingURL=.*$", "")
                .strip();
        return fitForAnElement(script, "/* " + library + " " + version + "\n\n" + licence + "\n*/\n" + code + "\n");
    }

    private static String webJar(String path) {
        return text(path, Assets.class.getClassLoader().getResourceAsStream(path));
    }

    private static String text(String name, @Nullable InputStream resource) {
        if (resource == null) {
            throw new IllegalStateException("`" + name + "` is not on the class path");
        }
        try (resource) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("`" + name + "` cannot be read from the class path", e);
        }
    }

    // Inside of <script> and <style> nothing is escaped: what would end them, or hide their end, may not occur.
    private static String fitForAnElement(String name, String text) {
        for (var end : new String[] {"</script", "</style", "<!--"}) {
            if (text.toLowerCase(java.util.Locale.ROOT).contains(end)) {
                throw new IllegalStateException("`" + name + "` holds `" + end + "`; write it in another way");
            }
        }
        return text;
    }
}
