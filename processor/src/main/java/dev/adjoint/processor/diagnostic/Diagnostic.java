package dev.adjoint.processor.diagnostic;

import java.util.List;

/**
 * A problem at a place.
 *
 * @param problem which one
 * @param place where, an opaque handle that the front end understands
 * @param arguments what the placeholders of the problem's text stand for
 * @param chain the calls that lead to the place, innermost first; empty if it lies in the annotated method itself
 */
public record Diagnostic(Problem problem, Object place, List<String> arguments, List<String> chain) {
    public Diagnostic {
        arguments = List.copyOf(arguments);
        chain = List.copyOf(chain);
    }

    /** A problem in the annotated method itself. */
    public static Diagnostic of(Problem problem, Object place, Object... arguments) {
        List<String> texts =
                java.util.Arrays.stream(arguments).map(String::valueOf).toList();
        return new Diagnostic(problem, place, texts, List.of());
    }

    /** The same problem, met on the way of these calls. */
    public Diagnostic along(List<String> calls) {
        return new Diagnostic(problem, place, arguments, calls);
    }

    /** The whole text that the user sees. */
    public String message() {
        StringBuilder text = new StringBuilder("[").append(problem.id()).append("] ");
        text.append(filled(problem.text()));
        text.append('\n').append(filled(problem.remedy()));
        chain.forEach(call -> text.append("\nreached from ").append(call));
        return text.toString();
    }

    private String filled(String template) {
        String text = template;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text;
    }
}
