package io.leadstatus.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import io.leadstatus.testing.ServiceTest;

/** The pages as a person uses them. Pictures of them are kept in {@code target/pages}. */
@ServiceTest
@EnabledIf("io.leadstatus.page.Browser#isInstalled")
class PagesInBrowserTest {
    private static final String SAMPLE =
            "/report/statuses/lead/?date_start=2014-01-01&date_end=2014-05-31&timezone=America/Los_Angeles";
    private static final String LIVELY = "/report/statuses/lead/?preset=last-year&timezone=Europe/Berlin";
    private static final List<String> SERIOUS = List.of("serious", "critical");

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        browser.resize(1280, 900);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"api_demo, " + SAMPLE + ", 3", "api_lively, " + LIVELY + ", 8"})
    void everyNumberOfTheOverviewOpensJustItsLeads(String apiKey, String report, int statuses) {
        browser.open(apiKey, report);
        assertThat(browser.all("#overview tbody tr")).hasSize(statuses);
        Map<String, String> numbers = numbersIn("#overview");
        numbers.putAll(numbersIn("#transitions"));
        numbers.putAll(numbersIn("#summary"));
        assertThat(numbers).hasSizeGreaterThan(statuses * 6);

        numbers.forEach((url, number) -> {
            browser.follow(url);
            assertThat(browser.one("#total").getDomAttribute("value")).as(url).isEqualTo(number);
        });
    }

    /** By the address of the page behind it. */
    private static Map<String, String> numbersIn(String table) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (WebElement link : browser.all(table + " a")) {
            numbers.put(
                    link.getDomProperty("href"),
                    link.findElement(By.tagName("data")).getDomAttribute("value"));
        }
        return numbers;
    }

    @Test
    void theReportIsDrawnAndSaysTheSameInTables() throws IOException {
        browser.driver().manage().logs().get("browser");

        browser.open("api_demo", SAMPLE);

        assertThat(browser.one("#overview tbody tr").getText())
                .startsWith("Potential 48,729 1,269 1 49,997 +1,268 +3 %");
        assertThat(browser.one("#transitions tbody tr").getText()).isEqualTo("Created 1,270 1,270");
        assertThat(browser.all("#summary tbody tr").stream().map(WebElement::getText))
                .containsExactly("Created Potential 1,269", "Created Qualified 1", "Potential Qualified 1");
        assertThat(browser.one("#flow canvas").isDisplayed()).isTrue();
        assertThat(browser.driver().manage().logs().get("browser").getAll()).isEmpty();
    }

    @Test
    void aPresetLeadsToAnAddressThatCanBeShared() {
        browser.open("api_lively", "/report/statuses/lead/?date_start=2024-01-01&timezone=Asia/Tokyo");
        browser.driver().findElement(By.linkText("Last month")).click();

        assertThat(browser.path())
                .matches("/report/statuses/lead/\\?date_start=\\d{4}-\\d\\d-01&date_end=\\d{4}-\\d\\d-\\d\\d"
                        + "&timezone=Asia%2FTokyo");
        assertThat(browser.all("#overview tbody tr")).isNotEmpty();
    }

    @Test
    void aMistakeInTheQueryIsMarked() throws IOException {
        browser.open("api_demo", "/search/");
        WebElement query = browser.one("#query");
        query.sendKeys("status:qualified and (created > 2014-13-01)");
        browser.one("form button").click();

        assertThat(browser.one(".error").getText()).contains("position 22");
        assertThat(browser.one(".mistake mark").getText()).isEqualTo("c");
        assertThat(browser.one("#query").getDomProperty("value"))
                .isEqualTo("status:qualified and (created > 2014-13-01)");
        browser.photograph(Path.of("target/pages/mistake.png"));

        browser.one("#query").clear();
        browser.one("#query").sendKeys("status:qualified and (created > 2014-03-01)");
        browser.one("form button").click();

        assertThat(browser.one("#total").getDomAttribute("value")).isEqualTo("1");
    }

    @Test
    void aLeadShowsItsTimeline() {
        browser.open("api_demo", "/search/lead_status_change%28date%20%3E%3D%20%222014-05-01%22%29/");
        browser.one("#found tbody a").click();

        List<String> events = browser.all(".timeline li span").stream()
                .map(WebElement::getText)
                .filter(text -> !text.isBlank() && !text.equals("→") && !text.equals("to"))
                .toList();
        assertThat(events).hasSize(2);
        assertThat(events.get(0)).contains("Potential").endsWith("Qualified");
        assertThat(events.get(1)).isEqualTo("Created as Potential");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SAMPLE,
                "/report/statuses/lead/",
                "/report/statuses/lead/?date_start=never",
                "/search/",
                "/search/status%3Aqualified/?sort=-created",
                "/search/%28/",
                "/search/name%3Anobody/"
            })
    void nothingIsInTheWayOfWhoSeesOrMovesDifferently(String page) {
        browser.open("api_demo", page);

        List<Rule> violations = new ArrayList<>(
                new AxeBuilder().setLegacyMode(true).analyze(browser.driver()).getViolations());
        violations.removeIf(rule -> !SERIOUS.contains(rule.getImpact()));

        assertThat(violations).extracting(Rule::getId, Rule::getNodes).isEmpty();
    }

    @Test
    void pagesAreReadableAtTwoWidths() throws IOException {
        try (Browser dark = Browser.start("--force-dark-mode", "--blink-settings=preferredColorScheme=0")) {
            for (Map.Entry<String, Integer> width :
                    Map.of("wide", 1280, "narrow", 400).entrySet()) {
                for (Browser some : List.of(browser, dark)) {
                    some.resize(width.getValue(), 900);
                    some.open("api_lively", LIVELY);
                    Object overflow =
                            some.driver().executeScript("return document.documentElement.scrollWidth > innerWidth");
                    assertThat(overflow).as("the page is wider than %s", width).isEqualTo(false);
                    some.photograph(Path.of(
                            "target/pages", "report-" + width.getKey() + (some == dark ? "-dark" : "") + ".png"));
                }
                browser.open("api_lively", "/search/status%3A%22Customer%22/");
                browser.photograph(Path.of("target/pages", "search-" + width.getKey() + ".png"));
            }
            browser.resize(1280, 900);
        }
    }
}
