package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium on the page: what a person does and sees, what the console says and where requests went. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target/pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Selenium's own half second would be most of what the tests of the page take. */
    private static final Duration POLLING = Duration.ofMillis(50);

    private static final Duration SCRIPT_PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_TABS = 150;
    private static final String SEEN =
            "return `${document.body.dataset.phase}: ${document.body.innerText.replace(/\\s+/g, ' ').slice(0, 2000)}`";

    private final ChromeDriver driver;
    private final List<String> addresses = new ArrayList<>();

    Browser(String... flags) {
        if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(CHROMEDRIVER)) {
            throw new IllegalStateException(
                    "The page's tests need the packages chromium and chromium-driver, which are not installed.");
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run");
        options.addArguments(
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion");
        options.addArguments(flags);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(SCRIPT_PATIENCE);
        size(1440, 900);
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** Sets the size of the page itself, which may be narrower than a window can be. */
    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(Math.max(width, 600), height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Shows the page as on screen, light or dark, or as it would be printed. */
    void show(String media, boolean isDark) {
        emulate(media, "prefers-color-scheme", isDark ? "dark" : "light");
    }

    /** Whether the device asks for little motion, as it does unless this says otherwise. */
    void wantMotion(boolean isWanted) {
        emulate("screen", "prefers-reduced-motion", isWanted ? "no-preference" : "reduce");
    }

    private void emulate(String media, String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Shows the page as eyes of this kind see it, `none` being the usual ones; `achromatopsia` sees grey alone. */
    void seeWith(String vision) {
        driver.executeCdpCommand("Emulation.setEmulatedVisionDeficiency", Map.of("type", vision));
    }

    /** From now on the page is used by finger, or by mouse again. */
    void useFinger(boolean isFinger) {
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", isFinger));
    }

    /** Loads an address afresh, even where only its fragment differs from the last. */
    void open(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    void back() {
        driver.navigate().back();
    }

    void reload() {
        driver.navigate().refresh();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    WebElement find(String css) {
        return await(css + " is there", () -> all(css).stream().findFirst().orElse(null));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    void choose(String name, String value) {
        new Select(find("select[name=" + name + "]")).selectByValue(value);
    }

    /** Clicks by script where another element may lie above, as one outline above another. */
    void press(WebElement element) {
        script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", element);
    }

    /** Clicks at so many pixels right of and below the middle of what matches. */
    void pressAt(String css, int right, int below) {
        new Actions(driver).moveToElement(find(css), right, below).click().perform();
    }

    WebElement findByText(String css, String text) {
        return await(
                css + " with " + text,
                () -> all(css).stream()
                        .filter(element -> element.getText().equals(text))
                        .findFirst()
                        .orElse(null));
    }

    /** Sends keys to whatever has the focus. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    boolean hasFocus(String css) {
        return (boolean) script("return document.activeElement.matches(arguments[0])", css);
    }

    /** Goes on with the Tab key until what matches has the focus. */
    void tabTo(String css) {
        goTo(css, Keys.TAB);
    }

    void tabBackTo(String css) {
        goTo(css, Keys.chord(Keys.SHIFT, Keys.TAB));
    }

    private void goTo(String css, CharSequence key) {
        for (int i = 0; i < MOST_TABS && !hasFocus(css); i++) type(key);
        assertThat(hasFocus(css)).as("the Tab key reaches " + css).isTrue();
    }

    /** Runs a script in every page that is opened from now on, before anything of the page's own. */
    void onEveryPage(String source) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source));
    }

    /** Pages opened from now on believe that this is the time; their own clocks stand still. */
    void pretendItIs(Instant time) {
        String clock = """
                const Real = Date;
                globalThis.Date = class extends Real {
                  constructor(...parts) { super(...(parts.length ? parts : [%d])); }
                };""".formatted(time.toEpochMilli());
        onEveryPage(clock);
    }

    /** What axe finds wrong, a line each; of certain rules alone where any are named. */
    @SuppressWarnings("deprecation") // the newer mode opens a page of its own for every look; there are no frames here
    List<String> violations(String... onlyRules) {
        AxeBuilder axe = new AxeBuilder().setLegacyMode();
        if (onlyRules.length > 0) axe.withOnlyRules(List.of(onlyRules));
        return axe.analyze(driver).getViolations().stream()
                .flatMap(Browser::lines)
                .toList();
    }

    private static Stream<String> lines(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getId() + " " + node.getTarget() + ": " + node.getFailureSummary());
    }

    Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    /** Waits until the page is in this phase; an answer is shown before the map has drawn it. */
    void awaitPhase(String phase) {
        await("the page is " + phase, () -> phase.equals(script("return document.body.dataset.phase")) ? phase : null);
    }

    /** Waits until the list shows another run than this. */
    void awaitOtherRun(String run) {
        await(
                "another run than " + run,
                () -> all("#run-line a").stream()
                        .map(WebElement::getText)
                        .filter(text -> !text.equals(run))
                        .findFirst()
                        .orElse(null));
        awaitPhase("shown");
    }

    <T> T await(String what, Supplier<T> condition) {
        return new WebDriverWait(driver, PATIENCE, POLLING)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + "; instead the page at " + address() + " is " + script(SEEN))
                .until(ignored -> condition.get());
    }

    void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Complaints of the console since the last call: script errors, refused styles and scripts, failed requests. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every request so far has gone to the page's own origin. */
    void assertStayedOn(String origin) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE).getAll()) {
            JsonNode message = json.readTree(entry.getMessage()).get("message");
            if (message.get("method").asText().equals("Network.requestWillBeSent")) {
                addresses.add(message.at("/params/request/url").asText());
            }
        }
        assertThat(addresses)
                .isNotEmpty()
                .allMatch(address -> address.startsWith(origin + "/") || address.startsWith("data:"));
    }
}
