package dev.adjoint.check.model;

import java.util.List;

/**
 * An annotated method and where its derivatives are, as the processor's index tells.
 *
 * @param owner the binary name of the class that declares the method
 * @param method the method's name
 * @param descriptor the method's JVM descriptor
 * @param isStatic false for an instance method of a record
 * @param companion the binary name of the class that holds the derivatives
 * @param base the base name of the generated methods
 * @param parameters the parameters in order; {@code self} comes first for an instance method of a record
 * @param suppliers names of the methods of {@code owner} that supply inputs
 * @param source the source file's path below its source root, for instance {@code demo/Demo.java}
 * @param line the line of the method's name in the source, from 1
 */
public record Derivative(
        String owner,
        String method,
        String descriptor,
        boolean isStatic,
        String companion,
        String base,
        List<Parameter> parameters,
        List<String> suppliers,
        String source,
        int line) {

    /** The class and the base name, as in {@code demo.Demo#someFunc}: what includes and excludes are matched with. */
    public String id() {
        return owner + "#" + base;
    }
}
