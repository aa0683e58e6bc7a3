package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import java.util.HashSet;
import java.util.Set;

/**
 * Adjoints that are zero where the function does not use the value, because another branch was taken. There a quotient may be
 * infinite, and its partial derivatives with it, and must not be multiplied by that zero. The same goes for the exponential
 * of minus infinity, as it is met at the border of a table. Elements that nothing reads are not among them: a test for each
 * division and product would cost more than the derivative.
 */
final class Absence {
    private static final Set<String> PASSING_ON = Set.of("+", "-", "*", "/", "cast");

    /** How far a factor is followed to a quotient that it is made of. */
    private static final int DEPTH = 4;

    private final Mirrors mirrors;
    private final Set<Operand> possible = new HashSet<>();
    private final Set<Operand> vanishing = new HashSet<>();

    Absence(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    /** Notes that this adjoint may be zero because the value was not used. */
    void note(Operand adjoint) {
        if (adjoint instanceof Var) {
            possible.add(adjoint);
        }
    }

    /** Whether the adjoint is a literal zero, or may turn out to be one. */
    boolean isPossible(Operand adjoint) {
        return adjoint instanceof Literal literal
                ? literal.isZero()
                : possible.contains(adjoint) || vanishing.contains(adjoint);
    }

    /** Notes what goes back from an operation whose own adjoint is that one. */
    void passOn(Expr.Apply apply, Operand adjoint, Operand term) {
        String name = apply.op().name();
        if (name.endsWith(".exp") || vanishing.contains(adjoint)) {
            vanishing.add(term);
        }
        if (name.endsWith(".max") || name.endsWith(".min") || possible.contains(adjoint)) {
            note(term);
        }
    }

    /** Notes a sum of two adjoints. */
    void add(Operand one, Operand other, Operand sum) {
        if (isPossible(one) && isPossible(other)) {
            (vanishing.contains(one) || vanishing.contains(other) ? vanishing : possible).add(sum);
        }
    }

    /** Whether the partial derivative by an argument may be infinite where the adjoint is zero for that reason. */
    boolean poisons(Region region, Expr.Apply apply, int argument, Operand adjoint) {
        return switch (apply.op().name()) {
            case "/" ->
                (argument == 1
                                && vanishing.contains(adjoint)
                                && hasElement(apply.args().get(0), DEPTH))
                        || (possible.contains(adjoint)
                                && varies(region, apply.args().get(1)));
            case "*" ->
                possible.contains(adjoint) && isQuotient(region, apply.args().get(1 - argument), DEPTH);
            default -> false;
        };
    }

    private boolean isQuotient(Region region, Operand value, int depth) {
        Expr.Apply made = depth == 0 ? null : mirrors.operation(value);
        if (made == null || !PASSING_ON.contains(made.op().name())) {
            return false;
        }
        return made.op().name().equals("/") && varies(region, made.args().get(1))
                || made.args().stream().anyMatch(a -> isQuotient(region, a, depth - 1));
    }

    /** Whether an element of an array is part of the value. */
    private boolean hasElement(Operand value, int depth) {
        Expr.Apply made = depth == 0 ? null : mirrors.operation(value);
        return made == null ? mirrors.isElement(value) : made.args().stream().anyMatch(a -> hasElement(a, depth - 1));
    }

    /** Whether no loop goes round in which the value stays the same: with that, all of its quotients would be infinite. */
    private boolean varies(Region region, Operand value) {
        if (!(value instanceof Var var)) {
            return false;
        }
        Region home = mirrors.home(var);
        for (Region r = region; r != null && r != home; r = r.parent) {
            if (r.repeated) {
                return false;
            }
        }
        return true;
    }
}
