package dev.adjoint.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void everyDerivativeHasASection() throws Exception {
        String page = Example.page("right", folder);
        assertTrue(page.contains("8 derivatives: 8 passed"), page);
        for (int i = 1; i <= 8; i++) {
            assertTrue(page.contains("<section class=\"function\" id=\"f" + i + "\">"));
        }
        assertTrue(page.contains("<title>rosenbrock and its derivative by p[0]</title>"));
    }

    @Test
    void linksOfGeneratedLinesLeadToLinesOfTheSource() throws Exception {
        String page = Example.page("right", folder);
        Matcher links = Pattern.compile("class=\"no\" href=\"#([^\"]+)\"").matcher(page);
        int count = 0;
        while (links.find()) {
            assertTrue(page.contains("id=\"" + links.group(1) + "\""), links.group(1));
            count++;
        }
        assertTrue(count > 20, "links: " + count);
    }

    @Test
    void nothingComesFromElsewhere() throws Exception {
        String page = Example.page("right", folder);
        assertFalse(Pattern.compile("(src|href)=\"(https?:)?//").matcher(page).find());
        assertFalse(page.contains("@import"));
    }

    @Test
    void aWrongDerivativeIsExplained() throws Exception {
        String page = Example.page("wrong-rule", folder);
        assertTrue(page.contains("FAILED"));
        assertTrue(page.contains("by the generated derivative, but"));
        assertTrue(page.contains("-Dadjoint.includes&#x3D;demo.Demo#volume"), page);
    }

    @Test
    void aKinkIsShownWithItsConvention() throws Exception {
        String page = Example.page("kink", folder);
        assertTrue(page.contains("kink at x &#x3D; 0.0"), page);
        assertTrue(page.contains("Conventions at kinks"), page);
    }
}
