package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.instantlogs.reports.Json;
import org.instantlogs.reports.Samples;
import org.junit.jupiter.api.Test;

final class PageTest {

    private static final String HOSTILE = Samples.HOSTILE + " </script><!-- <b onclick='x'>";

    @Test
    void noTextOfTheDataCanEndTheElementThatItIsIn() throws Exception {
        var page = Page.of("title", "report", Json.line(json -> json.text("name", HOSTILE)));

        var data = between(page, "id=\"data\">", "</script>");
        assertThat(data).doesNotContain("<", "\u2028");
        assertThat(new ObjectMapper().readTree(data).path("name").textValue())
                .contains("]]> <script>alert(1)</script> & \"q\"", "</script><!-- <b onclick='x'>", "\u2028");
    }

    @Test
    void aLoneSurrogateIsKeptAndThePageStaysUtf8() throws Exception {
        var page = Page.of("lone \ud83d", "report", "{\"name\":\"lone \ud83d\"}");

        assertThat(between(page, "id=\"data\">", "</script>")).isEqualTo("{\"name\":\"lone \\ud83d\"}");
        assertThat(between(page, "<title>", "</title>")).isEqualTo("lone \ufffd");
        assertThat(new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(page);
    }

    @Test
    void theTitleIsText() {
        assertThat(between(Page.of("</title><script>&\"'", "report", "{}"), "<title>", "</title>"))
                .isEqualTo("&lt;/title&gt;&lt;script&gt;&amp;&quot;&#39;");
    }

    @Test
    void nothingButTheInnerScriptAndStyleMayRun() throws Exception {
        var page = Page.of("title", "report", "{}");

        assertThat(between(page, "Content-Security-Policy\" content=\"", "\">"))
                .isEqualTo("default-src 'none'; style-src '" + hash(between(page, "<style>", "</style>"))
                        + "'; script-src '" + hash(between(page, "<script>", "</script>"))
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void nothingIsFetched() {
        var page = Page.of("title", "report", "{}");

        assertThat(Pattern.compile("<(link|img|iframe|script[^>]+src|object|embed)|@import|url\\(|sourceMappingURL")
                        .matcher(page)
                        .results()
                        .map(result -> result.group()))
                .isEmpty();
    }

    @Test
    void theLibraryIsInsideWithItsLicence() {
        assertThat(Page.of("title", "report", "{}"))
                .containsPattern("/\\* preact \\d+\\.\\d+\\.\\d+\n")
                .contains("The MIT License (MIT)");
    }

    private static String between(String page, String start, String end) {
        var from = page.indexOf(start) + start.length();
        assertThat(page).contains(start);
        return page.substring(from, page.indexOf(end, from));
    }

    private static String hash(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
