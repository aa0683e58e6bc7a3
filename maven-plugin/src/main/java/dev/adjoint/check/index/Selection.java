package dev.adjoint.check.index;

import dev.adjoint.check.model.Derivative;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which derivatives are wanted. A pattern is matched with {@link Derivative#id()}, or if it has no {@code #} with the
 * name of the class; {@code *} stands for any characters.
 *
 * @param includes empty: all
 * @param excludes what is left out of those
 */
public record Selection(List<String> includes, List<String> excludes) {
    /** Whether a derivative is wanted. */
    public boolean wants(Derivative derivative) {
        return (includes.isEmpty() || anyMatches(includes, derivative)) && !anyMatches(excludes, derivative);
    }

    private static boolean anyMatches(List<String> patterns, Derivative derivative) {
        return patterns.stream().anyMatch(p -> matches(p.trim(), derivative));
    }

    private static boolean matches(String pattern, Derivative derivative) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        String text = pattern.contains("#") ? derivative.id() : derivative.owner();
        return Pattern.matches(regex, text);
    }
}
