package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Which methods of the JDK change nothing, and which only look at a number. */
final class KnownMethods {
    private static final Set<String> VALUE_CLASSES = Set.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Enum",
            "java.lang.CharSequence",
            "java.math.BigInteger",
            "java.math.BigDecimal");
    private static final Set<String> QUERIES = Set.of(
            "get",
            "getOrDefault",
            "size",
            "isEmpty",
            "contains",
            "containsKey",
            "containsValue",
            "indexOf",
            "lastIndexOf",
            "isPresent",
            "getFirst",
            "getLast",
            "orElse",
            "orElseThrow",
            "cardinality",
            "getAsInt",
            "getAsDouble",
            "getAsLong");
    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString", "getClass");
    private static final Set<String> LOOKING = Set.of(
            "java.lang.String", "java.lang.Double", "java.lang.Float", "java.util.Objects", "java.io.PrintStream");
    private static final Set<String> LOOKING_AT_ARRAYS = Set.of(
            "toString", "deepToString", "equals", "deepEquals", "hashCode", "deepHashCode", "compare", "mismatch");

    private KnownMethods() {}

    /** What calling the method may do besides giving its result. */
    static Effect effect(ExecutableElement method) {
        String owner = owner(method);
        String name = method.getSimpleName().toString();
        boolean reads = VALUE_CLASSES.contains(owner)
                || OF_OBJECT.contains(name) && owner.startsWith("java.lang.")
                || QUERIES.contains(name) && owner.startsWith("java.util.")
                || LOOKING_AT_ARRAYS.contains(name) && owner.equals("java.util.Arrays");
        return reads ? Effect.READS : Effect.ANY;
    }

    /** Whether a number that the method gets is only looked at, so that its derivative ends there. */
    static boolean onlyObserves(ExecutableElement method, @Nullable Type result) {
        if (result != null && result.differentiable()) {
            return false;
        }
        String owner = owner(method);
        String name = method.getSimpleName().toString();
        if (owner.equals("java.util.Arrays")) {
            return LOOKING_AT_ARRAYS.contains(name);
        }
        boolean cannotHoldIt = result == null || result instanceof Primitive || OpaqueType.STRING.equals(result);
        return cannotHoldIt && (LOOKING.contains(owner) || OF_OBJECT.contains(name));
    }

    private static String owner(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    }
}
