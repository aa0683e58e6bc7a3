package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * A static method that a rule may be meant for.
 *
 * @param key what it is called by
 * @param parameters its parameter types
 * @param wrt for each whether the rule differentiates by it
 * @param result its result type, null for {@code void}
 */
record RuleTarget(
        MethodKey key,
        List<Type> parameters,
        List<Boolean> wrt,
        @Nullable Type result) {
    /**
     * Reads a method.
     *
     * @param wrt the indices of the parameters to differentiate by; empty for all that can be
     */
    static RuleTarget of(Compilation compilation, ExecutableElement method, List<Integer> wrt) {
        List<Type> parameters = new ArrayList<>();
        List<Boolean> by = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            Type type = compilation.ir(method.getParameters().get(i).asType());
            parameters.add(type);
            by.add(type.differentiable() && (wrt.isEmpty() || wrt.contains(i)));
        }
        return new RuleTarget(compilation.key(method), parameters, by, result(compilation, method));
    }

    static @Nullable Type result(Compilation compilation, ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.VOID ? null : compilation.ir(method.getReturnType());
    }

    String name() {
        return key.name();
    }

    /** The indices of the parameters to differentiate by. */
    List<Integer> indices() {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < wrt.size(); i++) {
            if (wrt.get(i)) {
                indices.add(i);
            }
        }
        return indices;
    }

    /** The types of the parameters to differentiate by. */
    List<Type> independents() {
        return indices().stream().map(parameters::get).toList();
    }

    /** Whether an array is among the parameters to differentiate by. */
    boolean writesArrays() {
        return independents().stream().anyMatch(Type::isArray);
    }

    /** Whether partial derivatives say all: the result is a number, and so is everything to differentiate by. */
    boolean isOfNumbers() {
        return result instanceof Primitive && independents().stream().allMatch(Primitive.class::isInstance);
    }

    /** Why the method can't have a rule, or null if it can. */
    @Nullable
    String objection() {
        if (independents().isEmpty()) {
            return "it has no parameter to differentiate by";
        }
        if (result == null && !writesArrays()) {
            return "it gives no result, and has no array to write one into";
        }
        if (result != null && !result.differentiable()) {
            return "its result is of the type " + result.text() + ", which has no derivative";
        }
        boolean records =
                independents().stream().anyMatch(RuleTarget::isOfRecords) || (result != null && isOfRecords(result));
        return records ? "its signature has a record with derivatives" : null;
    }

    private static boolean isOfRecords(Type type) {
        Type base = type instanceof ArrayType array ? array.base() : type;
        return !(base instanceof Primitive);
    }
}
