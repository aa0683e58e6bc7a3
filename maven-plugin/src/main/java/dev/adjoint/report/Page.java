package dev.adjoint.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the page shows. The template takes its values by the names of the components.
 *
 * @param title the name of the module
 * @param summary the counts in words
 * @param seed what all random inputs followed from
 * @param functions one section each
 */
public record Page(String title, String summary, long seed, List<Section> functions) {

    /** The page as HTML. */
    public String html() throws IOException {
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(resource("report.mustache"))
                .execute(new Whole(this, resource("report.css"), resource("report.js")));
    }

    /** The page with its style and script, which are part of the same file. */
    record Whole(Page page, String style, String script) {}

    private static String resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the plugin lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
