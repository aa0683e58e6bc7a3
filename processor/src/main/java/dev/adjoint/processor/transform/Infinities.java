package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tangents that can be infinite in forward mode, and the zeros beside them that make an end of it. */
final class Infinities {
    /** Functions whose values overflow where nothing else does. */
    private static final Set<String> GROWING = Set.of("exp", "expm1", "sinh", "cosh", "pow");

    /** Functions whose values are finite where their derivatives are not. */
    private static final Set<String> STEEP = Set.of("sqrt", "cbrt", "pow", "asin", "acos");

    private static final Set<String> PASSING_ON = Set.of("+", "-", "*", "cast");

    /** How far a value is followed to what it is made of. */
    private static final int DEPTH = 8;

    private final Map<Operand, Expr> definitions = new HashMap<>();

    void define(Var value, Expr definition) {
        definitions.put(value, definition);
    }

    /** The operation that made the value, or null if it was made otherwise. */
    Expr.@Nullable Apply operation(Operand value) {
        return definitions.get(value) instanceof Expr.Apply apply ? apply : null;
    }

    /**
     * The value that makes the term of an argument zero where it is zero itself, although the tangent may be infinite; null if
     * there is no such danger. A divisor such as {@code 1 + exp(-x)} is infinite with its tangent where the quotient is zero;
     * the tangent of {@code w * sqrt(x)} at 0 is that of nothing if {@code w} is zero; {@code exp(-a[i] / s)} is zero at an
     * infinite element, whatever the tangent of the quotient.
     */
    @Nullable
    Operand zeroThatWins(Var result, Expr.Apply apply, int argument) {
        String name = apply.op().name();
        Operand value = apply.args().get(argument);
        if (name.equals("/") && argument == 1 && isMadeOf(value, Infinities::isGrowing, DEPTH)) {
            return result;
        }
        if (simpleName(apply).equals("exp") && isMadeOf(value, this::isQuotientOfElement, DEPTH)) {
            return result;
        }
        if (!name.equals("*") || !((Primitive) result.type()).isFloating()) {
            return null;
        }
        Operand factor = apply.args().get(1 - argument);
        return factor instanceof Literal || !isMadeOf(value, Infinities::isSteep, DEPTH) ? null : factor;
    }

    private boolean isMadeOf(Operand value, Predicate<Expr.Apply> wanted, int depth) {
        Expr.Apply made = depth == 0 ? null : operation(value);
        return made != null
                && (wanted.test(made)
                        || (PASSING_ON.contains(made.op().name())
                                && made.args().stream().anyMatch(a -> isMadeOf(a, wanted, depth - 1))));
    }

    private static boolean isGrowing(Expr.Apply apply) {
        return GROWING.contains(simpleName(apply));
    }

    private boolean isQuotientOfElement(Expr.Apply apply) {
        return apply.op().name().equals("/")
                && apply.args().get(1) instanceof Var
                && hasElement(apply.args().get(0), DEPTH);
    }

    private boolean hasElement(Operand value, int depth) {
        Expr.Apply made = depth == 0 ? null : operation(value);
        return made == null
                ? definitions.get(value) instanceof Expr.Load
                : made.args().stream().anyMatch(a -> hasElement(a, depth - 1));
    }

    /** Powers with a literal exponent of at least one have a finite derivative. */
    private static boolean isSteep(Expr.Apply apply) {
        boolean smoothPower = simpleName(apply).equals("pow")
                && apply.args().get(1) instanceof Literal literal
                && literal.value() instanceof Double exponent
                && exponent >= 1;
        return STEEP.contains(simpleName(apply)) && !smoothPower;
    }

    private static String simpleName(Expr.Apply apply) {
        String name = apply.op().name();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
