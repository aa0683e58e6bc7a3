package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which reference shadows which: the array of derivatives beside each active array. */
final class Shadows {
    private final Activity activity;
    private final String suffix;
    private final UnaryOperator<Type> types;
    private final Map<Var, Operand> shadows = new HashMap<>();
    private final Map<Var, Operand> own = new HashMap<>();

    /**
     * Prepares the shadows of a function.
     *
     * @param types gives the type of a shadow
     */
    Shadows(Activity activity, String suffix, UnaryOperator<Type> types) {
        this.activity = activity;
        this.suffix = suffix;
        this.types = types;
    }

    /** Whether the operand is a reference to something that holds active numbers. */
    boolean has(Operand operand) {
        return !(operand.type() instanceof Primitive) && activity.active(operand);
    }

    void put(Var reference, Operand shadow) {
        shadows.put(reference, shadow);
    }

    /** The shadow of a reference; that of null is null. */
    Operand of(Operand reference) {
        if (reference instanceof Literal) {
            return reference;
        }
        Operand shadow = shadows.get((Var) reference);
        if (shadow == null) {
            throw new IllegalStateException("no shadow of " + reference);
        }
        return shadow;
    }

    /** Where rows are replaced: the shadow of an array with the rows that it was made with. */
    void putOwn(Var reference, Operand shadow) {
        own.put(reference, shadow);
    }

    /** The shadow of an array with the rows that it was made with. */
    Operand own(Var reference) {
        return own.getOrDefault(reference, of(reference));
    }

    Set<Operand> all() {
        return new HashSet<>(shadows.values());
    }

    /** A new variable for the shadow of one, not bound yet. */
    Var create(Var reference) {
        Var shadow = new Var(reference.name() + suffix, types.apply(reference.type()));
        put(reference, shadow);
        return shadow;
    }

    /** The type of the shadow of a reference of a type. */
    Type type(Type reference) {
        return types.apply(reference);
    }

    String suffix() {
        return suffix;
    }
}
