package org.instantlogs.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window, as a person uses it: opens files, reads, clicks, types, prints. */
public final class Browser implements AutoCloseable {

    private static final String WAY_OUT = "; install Debian's chromium and chromium-driver, or leave -Dbrowser away";

    /** Far longer than any page takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the browser that the system property {@code browser} names: a command or the path of a program. */
    public static Browser start() {
        var options = new ChromeOptions();
        options.setBinary(program(System.getProperty("browser", "chromium")));
        // the gate runs as root in a container, where Chromium has no sandbox
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1240,1000");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver"))
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static File program(String name) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(name.contains(File.separator) ? "" : System.getenv("PATH"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("`" + name + "` is no program on the PATH" + WAY_OUT))
                .toFile();
    }

    /** Opens a file, as new. */
    public void open(Path file, String fragment) {
        driver.get("about:blank");
        driver.get(file.toUri() + fragment);
    }

    /** Opens an address again, as one does with a link that was sent. */
    public void openLink(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    public String title() {
        return driver.getTitle();
    }

    /** Returns what a person reads in the first element that the selector finds. */
    public String read(String selector) {
        return find(selector).getText();
    }

    /** Returns what a person reads in each element that the selector finds and that is to be seen. */
    public List<String> readAll(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    public void click(String selector) {
        find(selector).click();
    }

    /** Clicks on the first button, link or summary that says this. */
    public void clickOn(String text) {
        driver.findElements(By.cssSelector("button, a, summary")).stream()
                .filter(element -> element.isDisplayed() && element.getText().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing to click on says `" + text + "`"))
                .click();
    }

    /** Types, wherever the focus is. */
    public void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Waits for what a link leads to: until an element that the selector finds says this. */
    public void waitFor(String selector, String text) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "`" + text + "` in " + selector + ", there is " + readAll(selector))
                .until(any -> readAll(selector).stream().anyMatch(read -> read.contains(text)));
    }

    private WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Evaluates an expression in the page. */
    public @Nullable Object ask(String expression) {
        return driver.executeScript("return " + expression);
    }

    void preferDark() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    }

    /** Makes the window as narrow as a phone. */
    void beAPhone() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 375, "height", 800, "deviceScaleFactor", 2, "mobile", true));
    }

    /** Is a window on a table again. */
    void beAsBefore() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    /** Returns the text on the paper. */
    public String print() throws IOException {
        var pdf = Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
        try (var paper = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(paper);
        }
    }

    /** No script failed, nothing was refused by the page's policy, and nothing was fetched. */
    public void hasNothingToComplainOf() {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat((List<?>) ask("performance.getEntriesByType('resource').map(entry => entry.name)"))
                .isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
