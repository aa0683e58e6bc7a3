package dev.adjoint.processor.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java file in memory.
 *
 * @param name the qualified name of its top-level class
 * @param text the whole text
 */
public record Source(String name, String text) {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("^(?:public )?(?:final )?class (\\w+)", Pattern.MULTILINE);

    /** Reads the names from the text, which must have a package and a top-level class. */
    public static Source of(String text) {
        return new Source(first(PACKAGE, text) + "." + first(CLASS, text), text);
    }

    /** Reads a file of the class path, which is named after its main class. */
    public static Source resource(String path) {
        try (InputStream in = Source.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource " + path);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Source(first(PACKAGE, text) + "." + path.replaceAll(".*/|\\.java", ""), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same file with some stretches of its text blanked out. */
    Source without(Iterable<Entry> annotations) {
        StringBuilder out = new StringBuilder(text);
        for (Entry entry : annotations) {
            out.replace(entry.from(), entry.to(), " ".repeat(entry.to() - entry.from()));
        }
        return new Source(name, out.toString());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in\n" + text);
        }
        return matcher.group(1);
    }
}
