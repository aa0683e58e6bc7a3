package dev.adjoint.processor.corpus;

import java.util.List;

/**
 * An annotated method as the compiler sees it.
 *
 * @param type the binary name of its class
 * @param method its name
 * @param base the base name of its derivatives
 * @param parameters its parameters, for an instance method of a record with {@code self} in front
 * @param instance whether it is an instance method
 * @param wrt the names of the parameters to differentiate by, empty for all
 * @param modes the modes asked for, empty for all
 * @param order 1 or 2
 * @param from where the annotation begins in the source
 * @param to where the annotation ends
 */
public record Entry(
        String type,
        String method,
        String base,
        List<Parameter> parameters,
        boolean instance,
        List<String> wrt,
        List<String> modes,
        int order,
        int from,
        int to) {

    /**
     * A parameter.
     *
     * @param name its name
     * @param type the canonical name of its erased type
     */
    public record Parameter(String name, String type) {}

    boolean forward() {
        return modes.isEmpty() || modes.contains("FORWARD");
    }

    boolean reverse() {
        return modes.isEmpty() || modes.contains("REVERSE");
    }

    /** The binary name of the companion: nested {@code A.B} gives {@code A_BGrad}. */
    String companion() {
        return type.replace('$', '_') + "Grad";
    }

    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('.') + 1) + "." + base;
    }
}
