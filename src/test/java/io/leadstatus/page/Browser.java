package io.leadstatus.page;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.restassured.RestAssured;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A Chromium without a window, looking at the service under test with an API key. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "google-chrome", "chromium-browser", "chrome");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether there is a browser on this machine, and what drives it. */
    static boolean isInstalled() {
        return binary().isPresent() && find("chromedriver").isPresent();
    }

    static Browser start(String... arguments) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary().orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
        options.addArguments("--no-first-run", "--lang=en-US", "--force-color-profile=srgb");
        options.addArguments(arguments);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").orElseThrow().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(2)).implicitlyWait(Duration.ofSeconds(5));
        return new Browser(driver);
    }

    /** Opens a page of the service, giving the API key as a person gives it to the browser's prompt. */
    void open(String apiKey, String path) {
        driver.get("http://" + apiKey + ":@localhost:" + RestAssured.port + path);
    }

    /** Opens a link of the page. */
    void follow(String url) {
        driver.get(url);
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    ChromeDriver driver() {
        return driver;
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The address of the page, without the part that only tells where the service runs. */
    String path() {
        URI address = URI.create(driver.getCurrentUrl());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** Keeps a picture of the whole page. */
    void photograph(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Object height = driver.executeScript("return document.documentElement.scrollHeight");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        driver.executeScript("return innerWidth"),
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        false));
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> binary() {
        return NAMES.stream().map(Browser::find).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
