package dev.adjoint.processor.source;

import java.util.List;

/**
 * A method.
 *
 * @param owner the canonical name of the declaring class
 * @param name the simple name
 * @param erasure the erased parameter types as text, which tells overloads apart
 */
public record MethodKey(String owner, String name, List<String> erasure) {
    public MethodKey {
        erasure = List.copyOf(erasure);
    }

    @Override
    public String toString() {
        return owner + "#" + name + "(" + String.join(",", erasure) + ")";
    }
}
