package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instantlogs.reports.diff.Reports.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with comparison.html. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComparisonPageBrowserTest {

    private static final String WORSE = "IL-JOB-03.answers[body=a]";

    /** More than are ever in sight. */
    private static final int CHECKS = 2_000;

    private static final int REPORTS = 50;

    private Browser browser;
    private Path two;
    private Path many;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        two = ComparedReports.page(
                folder,
                ComparedReports.written(
                        folder,
                        "right",
                        check("IL-JOB-01.word", "pass"),
                        check("IL-JOB-02.word", "note works"),
                        check(WORSE, "pass")),
                ComparedReports.written(
                        folder,
                        "wrong",
                        check("IL-JOB-01.word", "pass"),
                        check("IL-JOB-02.word", "note refused"),
                        check(WORSE, "fail 404")));
        var reports = new ArrayList<Path>();
        for (var i = 0; i < REPORTS; i++) {
            reports.add(ComparedReports.bare(folder, "target" + i, checks(i)));
        }
        many = ComparedReports.page(folder.resolve("many"), reports.toArray(Path[]::new));
        browser = Browser.start();
    }

    /** Each report but the base violates every 80th check, each another one. */
    private static Stream<CheckResult> checks(int report) {
        return IntStream.range(0, CHECKS)
                .mapToObj(i -> check(
                        String.format("IL-JOB-01.word-%04d", i), report > 0 && i % 80 == report ? "fail 404" : "pass"));
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        browser.hasNothingToComplainOf();
        browser.beAsBefore();
    }

    @AfterAll
    void end() {
        browser.close();
    }

    @Test
    void whatDiffersIsReadFirstAndNotesByTheirValues() {
        browser.open(two, "");

        assertThat(browser.read(".outcome")).isEqualTo("worse than the base: 1 check: " + WORSE);
        assertThat(browser.readAll(".rows tbody tr"))
                .extracting(row -> row.replaceAll("\\s+", " "))
                .containsExactly(
                        "worse " + WORSE + " pass fail 404",
                        "otherwise IL-JOB-02.word note works note refused",
                        "same IL-JOB-01.word pass pass");
    }

    @Test
    void aRowOpensBothExchangesSideBySide() {
        browser.open(two, "");

        browser.clickOn(WORSE);
        browser.waitFor("#detail h2", WORSE);

        assertThat(browser.readAll("#detail .values li"))
                .containsExactly("pass right", "fail wrong\n404\nexpected: 201");
        assertThat(browser.readAll("#detail .beside .label"))
                .containsExactly(
                        "GET http://127.0.0.1/right (list)",
                        "200 after 3.0 ms (list)",
                        "GET http://127.0.0.1/wrong (list)",
                        "200 after 3.0 ms (list)");
        assertThat(browser.readAll("#detail .legend a"))
                .containsExactly(
                        "../right/exchanges/IL-JOB-03.answers_body_a_-a28ac20f.json",
                        "../wrong/exchanges/IL-JOB-03.answers_body_a_-a28ac20f.json");
    }

    @Test
    void aFilterIsInTheAddressAndALinkShowsTheSame() {
        browser.open(two, "");
        browser.click(".facet button.c-otherwise");
        browser.waitFor(".found", "1 check");
        var address = browser.address();

        assertThat(address).endsWith("#?change=otherwise");
        browser.openLink(address);
        assertThat(browser.readAll(".rows tbody .id")).containsExactly("IL-JOB-02.word");
        browser.openLink(two.toUri() + "#IL-JOB-01.word?change=worse&left=2&right=1");
        assertThat(browser.readAll(".rows tbody .id")).containsExactly(WORSE, "IL-JOB-01.word");
        assertThat(browser.read("#detail h2")).startsWith("IL-JOB-01.word");
    }

    @Test
    void everythingCanBeDoneFromTheKeyboard() {
        browser.open(two, "");

        browser.type("j");
        browser.type("j");
        browser.waitFor("#detail h2", "IL-JOB-02.word");
        browser.type("k");
        browser.waitFor("#detail h2", WORSE);
        browser.type("/");
        browser.type("nothing like it");
        browser.waitFor(".found", "1 check");
        assertThat(browser.readAll(".rows tbody .id")).containsExactly(WORSE);
    }

    @Test
    void ofFiftyReportsOnlyWhatIsInSightIsDrawnWhereverOneScrolls() {
        browser.open(many, "");

        assertThat(browser.read(".found")).isEqualTo("2,000 checks");
        assertThat((Long) browser.ask("document.querySelectorAll('.rows tbody tr').length"))
                .isLessThan(100);
        assertThat(browser.ask("document.querySelectorAll('.rows thead th').length"))
                .isEqualTo(REPORTS + 1L);
        assertThat(browser.readAll(".rows tbody .id")).contains("IL-JOB-01.word-0001");

        browser.ask("document.getElementById('rows').scrollTop = 1e9");
        browser.waitFor(".rows tbody .id", "IL-JOB-01.word-1999");

        assertThat((Long) browser.ask("document.querySelectorAll('.rows tbody tr').length"))
                .isLessThan(100);
        assertThat(browser.readAll(".rows tbody .id")).doesNotContain("IL-JOB-01.word-0001");
    }

    @Test
    void hostileTextStaysText(@TempDir Path folder) throws IOException {
        var markup = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
        var page = ComparedReports.page(
                folder,
                ComparedReports.written(folder, markup, check("IL-JOB-01.word", "note " + markup)),
                ComparedReports.written(folder, "b", check("IL-JOB-01.word", "note " + Samples.HOSTILE)));

        browser.open(page, "#IL-JOB-01.word");

        assertThat(browser.title()).startsWith(markup);
        assertThat(browser.read("#detail .values"))
                .contains(markup, "a\\u0000b\\u001b[31m ]]> <script>alert(1)</script>");
        assertThat(browser.ask("document.querySelectorAll('img, #app script').length"))
                .isEqualTo(0L);
        assertThat(browser.ask("typeof window.hacked")).isEqualTo("undefined");
    }

    @Test
    void onPaperIsWhatDiffers() throws IOException {
        browser.open(two, "");

        var paper = browser.print().replaceAll("\\s+", " ");

        assertThat(paper)
                .contains("worse than the base: 1 check", WORSE, "IL-JOB-02.word")
                .doesNotContain("IL-JOB-01.word", "All areas", "Keys:");
    }

    @Test
    void nothingIsWiderThanAPhone() {
        browser.beAPhone();
        browser.open(two, "#" + WORSE);

        assertThat(browser.ask("document.documentElement.scrollWidth")).isEqualTo(375L);
        assertThat(browser.read("#detail")).contains("expected: 201");
    }
}
