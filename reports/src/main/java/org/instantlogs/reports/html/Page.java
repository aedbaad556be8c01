package org.instantlogs.reports.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The shell of a page in one file: styles, libraries, the view and its data, all inside. Nothing of the data can become markup
 * or script, and the page's own content security policy keeps a browser from fetching or running anything else.
 */
public final class Page {

    private static final String SHARED_STYLE = "page.css";
    private static final List<String> SHARED_SCRIPTS = List.of("page.js", "exchange.js", "charts.js");

    private Page() {}

    /**
     * Returns the page's text.
     *
     * @param title shown by the browser; any text
     * @param view the resources {@code <view>.js}, which draws into the element {@code app}, and {@code <view>.css}
     * @param data a JSON text; the view finds it as {@code page.data}
     */
    public static String of(String title, String view, String data) {
        var style = Assets.own(SHARED_STYLE) + Assets.own(view + ".css");
        var script = script(view);
        return "<!DOCTYPE html>\n"
                + "<html lang=\"en\">\n"
                + "<head>\n"
                + "<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy(style, script) + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<title>" + Escape.inMarkup(title) + "</title>\n"
                + "<style>" + style + "</style>\n"
                + "</head>\n"
                + "<body>\n"
                + "<noscript>This page is drawn by the script inside it, which your browser does not run. The same, shorter, is in"
                + " summary.md beside it; all of it in report.json.</noscript>\n"
                + "<div id=\"app\"></div>\n"
                + "<script type=\"application/json\" id=\"data\">" + Escape.inScript(data) + "</script>\n"
                + "<script>" + script + "</script>\n"
                + "</body>\n"
                + "</html>\n";
    }

    private static String script(String view) {
        var parts = new ArrayList<String>();
        parts.add(Assets.library("preact", "dist/preact.min.umd.js"));
        SHARED_SCRIPTS.forEach(script -> parts.add(Assets.own(script)));
        parts.add(Assets.own(view + ".js"));
        return String.join("\n", parts);
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
