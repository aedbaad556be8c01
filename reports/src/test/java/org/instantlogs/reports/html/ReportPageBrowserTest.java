package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Delivery;
import org.instantlogs.reports.Exchange;
import org.instantlogs.reports.Exchange.Direction;
import org.instantlogs.reports.Exchange.Frame;
import org.instantlogs.reports.Report;
import org.instantlogs.reports.ReportFolder;
import org.instantlogs.reports.Samples;
import org.instantlogs.reports.Speed;
import org.instantlogs.reports.SuiteInfo;
import org.instantlogs.reports.TargetInfo;
import org.instantlogs.reports.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What a person does with report.html. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportPageBrowserTest {

    private static final String BROKEN = "IL-FILTER-01.delivers[field=RayID]";
    private static final String MARKUP = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

    private Browser browser;
    private Path page;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        page = page(folder, "my-edge", "3 records: r1, r3, r5", "{\"RayID\":\"r2\"}");
        browser = Browser.start();
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
    void theRedLineIsReadFirst() {
        browser.open(page, "");

        assertThat(browser.read(".outcome")).startsWith("Not conformant 1 of 23 checks violated a MUST: " + BROKEN);
        assertThat(browser.read(".notices .alarming")).isEqualTo("tls.insecure: any certificate was trusted");
        assertThat(browser.readAll("article.check .id").get(0)).isEqualTo(BROKEN);
        assertThat(browser.read("article.check.open"))
                .contains("the rule of IL-FILTER-01", "Source: page: here")
                .contains("3 records: r1, r3, r5", "4 records: r1, r2, r3, r5")
                .contains("POST https://127.0.0.1/zones", "text frame, 14 bytes {\"RayID\":\"r2\"}")
                .contains("java -jar suite.jar replay x.json");
    }

    @Test
    void everyVerdictAndEveryAreaIsCounted() {
        browser.open(page, "");

        assertThat(browser.readAll(".levels tr"))
                .containsExactly("MUST\n1 fail\n20 pass", "SHOULD\n1 warn", "OPEN\n1 note");
        assertThat(browser.readAll(".areas tbody tr"))
                .extracting(row -> row.replaceAll("\\s+", " "))
                .containsExactly("FILTER 1 fail 20 pass – – 147 ms", "JOB – 1 warn 1 note 14 ms");
    }

    @Test
    void aFilterIsInTheAddressAndALinkShowsTheSame() {
        browser.open(page, "");

        browser.click(".facet button.v-warn");
        browser.click(".facet button.v-note");
        browser.click("#text");
        browser.type("job-02");

        assertThat(browser.readAll("article.check .id")).containsExactly("IL-JOB-02.word");
        assertThat(browser.address()).endsWith("#?verdict=warn,note&text=job-02");
        browser.openLink(browser.address());
        assertThat(browser.readAll("article.check .id")).containsExactly("IL-JOB-02.word");
        browser.clickOn("clear");
        assertThat(browser.readAll("article.check .id")).hasSize(23);
    }

    @Test
    void aCellOfTheGridShowsItsChecks() {
        browser.open(page, "");

        browser.click(".areas tbody tr:last-child a.v-note");
        browser.waitFor(".found", "1 check");

        assertThat(browser.readAll("article.check .id")).containsExactly("IL-JOB-02.word");
        assertThat(browser.address()).endsWith("#?level=OPEN&verdict=note&area=JOB");
    }

    @Test
    void aDeepLinkOpensTheCheckAndShowsIt() {
        browser.open(page, "#IL-JOB-02.word");

        assertThat(browser.readAll("article.check.open .id")).containsExactly("IL-JOB-02.word");
        assertThat(browser.ask("document.getElementById('IL-JOB-02.word').getBoundingClientRect().top < innerHeight"))
                .isEqualTo(true);
        browser.openLink(page.toUri() + "#IL-FILTER-01.delivers%5Bfield%3DRayID%5D?verdict=note");
        assertThat(browser.readAll("article.check.open .id")).containsExactly(BROKEN);
        assertThat(browser.readAll("article.check .id")).hasSize(2);
    }

    @Test
    void aFailureIsFollowedToWhatWasSentAndWhatCame() {
        browser.open(page, "#?verdict=fail");
        browser.click("article.check h3 button");

        assertThat(browser.readAll(".steps .label"))
                .containsExactly(
                        "GET wss://127.0.0.1/session (handshake)",
                        "101 (handshake)",
                        "POST https://127.0.0.1/zones (inject)",
                        "202 after 30.0 ms (inject)",
                        "text frame, 14 bytes",
                        "closed by the suite");
        browser.clickOn("202 after 30.0 ms");
        assertThat(browser.read(".steps details[open]")).contains("Content-Type: text/plain", "{\"accepted\":1}");
        assertThat(browser.read(".exchange .legend a")).startsWith("exchanges/IL-FILTER-01");
    }

    @Test
    void theChartsShowTheReportsFiguresAndSayThemInTables(@TempDir Path folder) throws IOException {
        var checks = List.of(Samples.sampled(0.2, Verdict.FAIL), Samples.must(Verdict.PASS));
        var report = Report.of(
                new SuiteInfo("1.0.0", "sha256:abc", "docs-2022", 42),
                new TargetInfo("my-edge", "https://127.0.0.1:8443/client/v4", List.of(), List.of()),
                Samples.STARTED,
                Duration.ofSeconds(2),
                false,
                2,
                Speed.of(2, 0, checks).with(Delivery.of(new long[] {3_000_000, 4_000_000, 800_000, 40_000_000})),
                checks);
        browser.open(ReportPage.write(report, folder), "");

        assertThat(browser.read(".delivery p"))
                .isEqualTo(
                        "From sending to arrival, of 4 records in all checks: half within 3 ms, 99 of 100 within 40 ms,"
                                + " the slowest 40 ms.");
        assertThat(browser.readAll(".delivery tbody tr"))
                .containsExactly("1 ms 1", "2 ms 0", "5 ms 2", "10 ms 0", "20 ms 0", "50 ms 1");
        assertThat(widths(".delivery svg", "rect")).isEqualTo(List.of(50L, 0L, 100L, 0L, 0L, 50L));
        assertThat(browser.readAll(".sampling tbody tr"))
                .containsExactly("records delivered at a sample of 10 2,000 10 % 6 % to 14 % 20 % outside");
        // beyond the greatest of the figures the picture goes on for a twelfth: 0.2 is drawn at 1 / 1.08 of its width
        assertThat(
                        browser.ask(
                                "Math.round(document.querySelector('.sampling circle.outside').cx.baseVal.valueInSpecifiedUnits)"))
                .isEqualTo(93L);
        assertThat(browser.ask("document.querySelectorAll('.measured svg:not([aria-hidden=true])').length"))
                .isEqualTo(0L);
        browser.clickOn("records delivered at a sample of 10");
        browser.waitFor("article.check.open .id", "IL-SAMPLE-02.delivers[n=10]");
        assertThat(browser.read("article.check.open .shares tbody")).contains("20 % outside");

        browser.beAPhone();
        assertThat(browser.ask("document.documentElement.scrollWidth")).isEqualTo(375L);
        assertThat(browser.print().replaceAll("\\s+", " "))
                .contains("Delivery delay", "5 ms 2", "6 % to 14 % 20 % outside");
    }

    /** How wide each picture's shape is, in percent; 0 where it has none. */
    private List<?> widths(String pictures, String shape) {
        return (List<?>) Objects.requireNonNull(browser.ask("[...document.querySelectorAll('" + pictures
                + "')].map(picture => picture.querySelector('" + shape + "')).map(shape => shape ? "
                + "Math.round(shape.width.baseVal.valueInSpecifiedUnits) : 0)"));
    }

    @Test
    void ofManyFindingsTheFirstAreReadAndTheOthersFoldedButOnPaper(@TempDir Path folder) throws IOException {
        var findings = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> "record " + i + " " + "x".repeat(60))
                .toList();
        var check = Samples.check(BROKEN, "MUST")
                .expected("none")
                .actual(String.join("; ", findings))
                .build(Verdict.FAIL);

        browser.open(ReportPage.write(Samples.report(check), folder), "");

        assertThat(browser.read(".row.actual"))
                .contains("record 1", "record 2", "and 4 more")
                .doesNotContain("record 3");
        assertThat(browser.print()).contains("record 1", "record 6");
        browser.clickOn("and 4 more");
        assertThat(browser.read(".row.actual")).contains("record 6");
    }

    @Test
    void aReaderIsToldWhatTheWordsMeanByWhichASourceIsNamed() {
        browser.open(page, "");

        assertThat(browser.read("article.check.open .row"))
                .contains("Source: page: here", "page: the service’s documentation page on Instant Logs");
    }

    @Test
    void whoHasNeitherTheSuiteNorJavaGetsLinesForAShell(@TempDir Path folder) throws IOException {
        var written = ReportFolder.open(folder, "1.0.0");
        var exchange = written.write(BROKEN, exchange(MARKUP));
        written.writeReplay(BROKEN, "{\"byHand\":[\"curl -X 'POST' 'https://127.0.0.1/'\",\"cat out1  # " + "<b>\"]}");
        var report = Samples.report(checks("3 records", exchange).get(0));

        browser.open(ReportPage.write(report, folder), "");
        browser.clickOn("The same by hand, with curl and websocat");

        assertThat(browser.read("article.check.open .by-hand code"))
                .isEqualTo("curl -X 'POST' 'https://127.0.0.1/'\ncat out1  # <b>");
    }

    @Test
    void theCatalogueListsEachRuleWithItsChecks() {
        browser.open(page, "");
        browser.clickOn("Rules");

        assertThat(browser.readAll("article.rule .id")).contains("IL-FILTER-01", "IL-JOB-01", "IL-JOB-02");
        browser.clickOn("2 checks: 1 fail 1 pass");
        browser.click("article.rule details[open] a");
        browser.waitFor("article.check.open .id", BROKEN);
        browser.click("article.check.open .row a");
        browser.waitFor("article.rule.current", BROKEN);
        assertThat(browser.address()).endsWith("#IL-FILTER-01");
        assertThat(browser.read("article.rule.current")).contains("the rule of IL-FILTER-01");
    }

    @Test
    void theCatalogueSaysByWhichMistakesARuleIsProved(@TempDir Path folder) throws IOException {
        var report = Samples.report(Samples.violation());
        var proved = ReportPage.write(report, folder, Map.of("IL-FILTER-01", List.of("eq-off: " + MARKUP)));

        browser.open(proved, "#?view=rules");
        browser.clickOn("Proved by 1 mistake that its checks find");

        assertThat(browser.readAll("article.rule li")).containsExactly("eq-off: " + MARKUP);
    }

    @Test
    void everythingCanBeDoneFromTheKeyboard() {
        browser.open(page, "#?level=SHOULD,OPEN");

        browser.type("j");
        browser.type("j");
        browser.type(Keys.ENTER);
        assertThat(browser.readAll("article.check.open .id")).containsExactly("IL-JOB-02.word");
        browser.type("k");
        assertThat(browser.focused().getText()).contains("IL-JOB-01.word");
        browser.type("/");
        browser.type("filter-01");
        assertThat(browser.readAll("article.check")).isEmpty();
        assertThat(browser.read(".empty")).isEqualTo("Nothing matches the filter.");
        browser.type(Keys.ESCAPE);
        browser.type("c");
        assertThat(browser.readAll("article.check")).hasSize(23);
    }

    @Test
    void hostileTextStaysText(@TempDir Path folder) throws IOException {
        var hostile = page(folder, MARKUP, MARKUP + Samples.HOSTILE, MARKUP);

        browser.open(hostile, "");
        browser.clickOn("text frame");

        assertThat(browser.title()).startsWith(MARKUP);
        assertThat(browser.read("h1")).isEqualTo(MARKUP);
        assertThat(browser.read(".row.expected"))
                .contains(MARKUP + "a\\u0000b\\u001b[31m ]]> <script>alert(1)</script>");
        assertThat(browser.read(".row.expected")).contains("\\u202eturned \\u2028");
        assertThat(browser.read(".steps details[open] pre.text")).isEqualTo(MARKUP);
        assertThat(browser.ask("document.querySelectorAll('img, #app script').length"))
                .isEqualTo(0L);
        assertThat(browser.ask("window.hacked")).isNull();
    }

    @Test
    void onPaperIsWhatIsWrongInFullAndNothingToClick() throws IOException {
        browser.open(page, "#?verdict=warn,fail");

        var paper = browser.print().replaceAll("\\s+", " ");

        assertThat(paper)
                .contains("Not conformant", "IL-FILTER-01.delivers[field=RayID]", "4 records: r1, r2, r3, r5")
                .contains("text frame, 14 bytes", "java -jar suite.jar replay x.json", "IL-JOB-01.word")
                .doesNotContain("All areas", "Copy", "Keys:");
    }

    @Test
    void itIsDarkWhereThatIsPreferred() {
        browser.open(page, "");
        assertThat(browser.ask("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");

        browser.preferDark();

        assertThat(browser.ask("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 27)");
    }

    @Test
    void nothingIsWiderThanAPhone() {
        browser.beAPhone();
        browser.open(page, "#" + BROKEN);

        assertThat(browser.ask("document.documentElement.scrollWidth")).isEqualTo(375L);
        assertThat(browser.read("article.check.open")).contains("4 records: r1, r2, r3, r5");
    }

    private static Path page(Path folder, String target, String expected, String frame) throws IOException {
        var written = ReportFolder.open(folder, "1.0.0");
        var checks = checks(expected, written.write(BROKEN, exchange(frame)));
        var report = Report.of(
                new SuiteInfo("1.0.0", "sha256:abc", "docs-2022", 42),
                new TargetInfo(
                        target,
                        "https://127.0.0.1:8443/client/v4",
                        List.of("inject", "clock"),
                        List.of("tls.insecure: any certificate was trusted")),
                Samples.STARTED,
                Duration.ofSeconds(2),
                false,
                checks.size(),
                Speed.of(2, 0, checks),
                checks);
        return ReportPage.write(report, written.path());
    }

    private static Exchange exchange(String frame) {
        var frames = List.of(new Frame(Duration.ofMillis(110), Direction.RECEIVED, "text", 14, frame));
        return new Exchange(
                List.of(HarTest.http(20, 30, 202, "{\"accepted\":1}", Optional.empty())),
                List.of(HarTest.socket(0, frames)));
    }

    private static List<CheckResult> checks(String expected, String exchange) {
        var checks = new ArrayList<CheckResult>();
        checks.add(Samples.check(BROKEN, "MUST")
                .expected(expected)
                .actual("4 records: r1, r2, r3, r5")
                .exchange(exchange)
                .replay("java -jar suite.jar replay x.json")
                .build(Verdict.FAIL));
        checks.add(Samples.ended("IL-JOB-01.word", "SHOULD", Verdict.WARN));
        checks.add(Samples.ended("IL-JOB-02.word", "OPEN", Verdict.NOTE));
        IntStream.rangeClosed(1, 20).forEach(number -> checks.add(Samples.must(number, Verdict.PASS)));
        return checks;
    }
}
