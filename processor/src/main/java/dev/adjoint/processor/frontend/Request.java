package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.MethodKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method whose derivatives are asked for.
 *
 * @param owner the class it is declared in
 * @param method what it is called by
 * @param base the base name of the generated methods
 * @param isPublic whether the method is public
 * @param isStatic false for an instance method of a record, whose first parameter here is {@code self}
 * @param parameters the parameters in order
 * @param result the result type, null for {@code void}
 * @param order 1 or 2
 * @param forward whether forward mode is wanted
 * @param reverse whether reverse mode is wanted
 * @param place where problems of the whole method are reported
 */
public record Request(
        Owner owner,
        MethodKey method,
        String base,
        boolean isPublic,
        boolean isStatic,
        List<Parameter> parameters,
        @Nullable Type result,
        int order,
        boolean forward,
        boolean reverse,
        Place place) {
    public Request {
        parameters = List.copyOf(parameters);
    }

    /**
     * The class that declares the method.
     *
     * @param packageName empty for the unnamed package
     * @param name the canonical name
     * @param binaryName the binary name, with {@code $} for nesting
     * @param companion the simple name of the generated class
     * @param isPublic whether the class and those around it are public
     */
    public record Owner(String packageName, String name, String binaryName, String companion, boolean isPublic) {
        /** The canonical name of the generated class. */
        public String companionName() {
            return packageName.isEmpty() ? companion : packageName + "." + companion;
        }
    }

    /**
     * A parameter.
     *
     * @param wrt whether to differentiate by it
     */
    public record Parameter(String name, Type type, boolean wrt) {}

    /** The parameters to differentiate by, in the order of their declaration. */
    public List<Parameter> wrt() {
        return parameters.stream().filter(Parameter::wrt).toList();
    }
}
