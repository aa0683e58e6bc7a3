package dev.adjoint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in a real browser. The pictures stay in {@code target/browser} to be looked at. */
@Tag("browser")
class BrowserTest {
    private static final Path PICTURES = Path.of("target/browser");
    private static final int WIDE = 1400;
    private static final int NARROW = 420;

    @TempDir
    private static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        browser = new Chromium(Files.createDirectory(folder.resolve("browser")));
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
    }

    private static void open(String project, int width) throws Exception {
        Path page = folder.resolve(project + ".html");
        if (!Files.exists(page)) {
            Files.writeString(page, Example.page(project, folder.resolve(project)));
        }
        browser.open(page, width);
    }

    private static int shown(String selector) throws Exception {
        String visible = "[...document.querySelectorAll('" + selector + "')].filter(e => e.checkVisibility()).length";
        return Integer.parseInt(browser.value(visible));
    }

    @Test
    void searchLeavesWhatMatches() throws Exception {
        open("right", WIDE);
        assertEquals(8, shown("section.function"));
        browser.type("#search", "rosen brock");
        assertEquals(1, shown("section.function"));
        assertEquals(1, shown("tr[data-section]"));
        browser.type("#search", " no such thing");
        assertEquals(0, shown("section.function"));
        assertEquals(1, shown("#nothing"));
    }

    @Test
    void hoveringOverALineLightsUpWhatComesFromIt() throws Exception {
        open("right", WIDE);
        assertEquals(0, shown(".lit"));
        browser.hover("#f1 .pane:first-child .line.used");
        assertTrue(shown("#f1 .pane:first-child .lit") == 1, "the line itself");
        assertTrue(shown("#f1 .pane:last-child .lit") >= 1, "the lines of the derivative");
    }

    @Test
    void hoveringOverAPlotReadsItsNumbers() throws Exception {
        open("right", WIDE);
        assertEquals("", browser.value("document.querySelector('#f1 .reading').textContent"));
        browser.hover("#f1 figure svg");
        String reading = browser.value("document.querySelector('#f1 .reading').textContent");
        assertTrue(reading.matches("at \\S+: f = \\S+, slope \\S+"), reading);
    }

    @Test
    void linesOfTheDerivativeLeadToTheirStatements() throws Exception {
        open("right", WIDE);
        browser.value("document.querySelector('#f2 .pane:last-child a.no').click()");
        assertEquals("1", browser.value("document.querySelectorAll('#f2 .pane:first-child .line:target').length"));
    }

    @Test
    void theButtonTurnsLightIntoDark() throws Exception {
        browser.prefer("light");
        open("right", WIDE);
        String light = background();
        browser.value("document.querySelector('#theme').click()");
        assertNotEquals(light, background());
    }

    @Test
    void withoutScriptEverythingIsThereToRead() throws Exception {
        browser.allowScripts(false);
        try {
            open("right", WIDE);
            assertEquals("", browser.value("document.documentElement.className"));
            assertEquals(8, shown("section.function"));
            assertEquals(0, shown(".needs-script"));
            assertTrue(shown("#f2 .pane:last-child .line") > 10);
            assertTrue(shown("#f2 figure svg path") >= 4);
            browser.picture(PICTURES.resolve("right-without-script.png"));
        } finally {
            browser.allowScripts(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"right", "wrong-rule", "kink"})
    void picturesInLightAndDarkWideAndNarrow(String project) throws Exception {
        for (String scheme : new String[] {"light", "dark"}) {
            browser.prefer(scheme);
            for (int width : new int[] {WIDE, NARROW}) {
                open(project, width);
                assertEquals(scheme.equals("light"), brightness(background()) > 600, scheme);
                assertEquals(
                        "true",
                        browser.value("document.documentElement.scrollWidth <= innerWidth"),
                        "scrolls sideways");
                String name = project + "-" + scheme + (width == WIDE ? "" : "-narrow") + ".png";
                browser.picture(PICTURES.resolve(name));
            }
        }
    }

    private static String background() throws Exception {
        return browser.value("getComputedStyle(document.body).backgroundColor");
    }

    /** The sum of red, green and blue in {@code rgb(1, 2, 3)}. */
    private static int brightness(String color) {
        int sum = 0;
        for (String part : color.replaceAll("[^\\d,]", "").split(",")) {
            sum += Integer.parseInt(part);
        }
        return sum;
    }
}
