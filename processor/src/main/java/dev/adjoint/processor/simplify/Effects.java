package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import java.util.Set;

/** What evaluating an expression can do besides giving a value. */
final class Effects {
    private static final Set<String> NEW_VALUE_EACH_TIME =
            Set.of("java.lang.Math.random", "java.lang.StrictMath.random");

    private Effects() {}

    /** Whether the expression can be evaluated anywhere, any number of times: it never throws and reads no memory. */
    static boolean isPure(Expr e) {
        if (e instanceof Expr.Apply apply) {
            return !canThrow(apply) && repeats(e);
        }
        return e instanceof Expr.Copy || e instanceof Expr.Stop || isConstant(e);
    }

    /** Whether evaluating again with the same operands gives the same value, once it has been evaluated without throwing. */
    static boolean repeats(Expr e) {
        if (e instanceof Expr.Apply apply) {
            return !NEW_VALUE_EACH_TIME.contains(apply.op().name());
        }
        return e instanceof Expr.Copy
                || e instanceof Expr.Stop
                || e instanceof Expr.Length
                || e instanceof Expr.Field
                || isConstant(e);
    }

    /**
     * Whether the expression can be left out when nobody uses its value. An array access that nobody uses may go with the
     * exception it could have thrown; a division, a call or a negative length may not. A record's constructor only assigns.
     */
    static boolean isRemovable(Expr e, boolean derivative) {
        if (e instanceof Expr.Apply || e instanceof Expr.Copy || e instanceof Expr.Foreign) {
            return isPure(e);
        }
        if (e instanceof Expr.NewArray array) {
            return derivative || array.dimensions().stream().allMatch(Effects::isNatural);
        }
        return !(e instanceof Expr.Call) && !(e instanceof Expr.GivenCall);
    }

    /** Whether evaluating may write into arrays that are visible elsewhere. */
    static boolean mayWrite(Expr e) {
        return e instanceof Expr.Call
                || (e instanceof Expr.GivenCall given && !given.isFunction())
                || (e instanceof Expr.Foreign f && f.effect() == Expr.Foreign.Effect.ANY);
    }

    private static boolean isConstant(Expr e) {
        return e instanceof Expr.Foreign f && f.effect() == Expr.Foreign.Effect.PURE;
    }

    private static boolean isNatural(Operand dimension) {
        return dimension instanceof Literal literal && literal.value() instanceof Integer n && n >= 0;
    }

    private static boolean canThrow(Expr.Apply apply) {
        String name = apply.op().name();
        if (apply.args().size() == 2 && (name.equals("/") || name.equals("%"))) {
            return apply.op().canThrow() && !isNonzero(apply.args().get(1));
        }
        return apply.op().canThrow();
    }

    private static boolean isNonzero(Operand divisor) {
        return divisor instanceof Literal literal && literal.value() instanceof Number n && n.longValue() != 0;
    }
}
