package dev.adjoint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser. The pictures stay in {@code target/browser} to be looked at. */
@Tag("browser")
class BrowserTest {
    private static final Path PICTURES = Path.of("target/browser");

    @TempDir
    private Path folder;

    private Path page(String project) throws Exception {
        Path page = folder.resolve(project + ".html");
        Files.writeString(page, Example.page(project, folder.resolve(project)));
        return page;
    }

    private String chromium(Path page, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1400,2400",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Path out = folder.resolve("out.txt");
        int exit = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        assertEquals(0, exit, () -> command.toString());
        return Files.readString(out);
    }

    @Test
    void theScriptRuns() throws Exception {
        assertTrue(chromium(page("right"), "--dump-dom").contains("<html lang=\"en\" class=\"script\">"));
    }

    @Test
    void withoutScriptEverythingIsThereToRead() throws Exception {
        String dom = chromium(page("right"), "--dump-dom", "--blink-settings=scriptEnabled=false");
        assertFalse(dom.contains("class=\"script\""));
        assertTrue(dom.contains("rosenbrockGrad"));
    }

    @Test
    void picturesInLightAndDark() throws Exception {
        Files.createDirectories(PICTURES);
        for (String project : List.of("right", "wrong-rule", "kink")) {
            Path page = page(project);
            int light = background(page, project + "-light.png");
            int dark = background(page, project + "-dark.png", "--force-dark-mode");
            assertTrue(brightness(light) > 600, () -> "light: " + light);
            assertTrue(brightness(dark) < 200, () -> "dark: " + dark);
        }
    }

    private int background(Path page, String name, String... options) throws Exception {
        Path picture = PICTURES.resolve(name).toAbsolutePath();
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--screenshot=" + picture);
        chromium(page, all.toArray(String[]::new));
        return ImageIO.read(picture.toFile()).getRGB(3, 1200);
    }

    private static int brightness(int rgb) {
        return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
    }
}
