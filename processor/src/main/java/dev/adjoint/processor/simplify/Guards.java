package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds guards that guard nothing: {@code s == 0 ? 0 : s / d} where d is at least some positive number, and
 * {@code s == 0 ? 0 : s * exp(e)} where e is at most 0. The contribution is then 0 by itself where the seed is.
 */
final class Guards {
    /** Below this a number may be rounded to zero by what comes after. */
    private static final double POSITIVE = 1e-100;

    /** How far definitions are followed. */
    private static final int DEPTH = 12;

    private final Function<Var, @Nullable Expr> definitions;

    Guards(Function<Var, @Nullable Expr> definitions) {
        this.definitions = definitions;
    }

    /** Whether the branch may be replaced by its other arm, which is already rewritten. */
    boolean isSpare(Stmt.If s) {
        boolean guard = s.results().size() == 1
                && s.then().statements().isEmpty()
                && isZero(s.then().yields().get(0))
                && s.otherwise().statements().stream().allMatch(Guards::isPure);
        Expr.Apply test = guard ? definition(s.condition()) : null;
        if (test == null || !isTest(test)) {
            return false;
        }
        Expr.Apply contribution = definition(s.otherwise().yields().get(0));
        return contribution != null && isFinite(contribution, test.args().get(0));
    }

    private static boolean isTest(Expr.Apply test) {
        boolean guard = test.op().isGuard() && test.args().size() == 1;
        return guard || (test.op().name().equals("==") && isZero(test.args().get(1)));
    }

    /** What the negative of the result would be outside the case of zero, if the result is negated there; else null. */
    @Nullable
    Operand opposite(Stmt.If s) {
        if (s.results().size() != 1 || !isZero(s.then().yields().get(0))) {
            return null;
        }
        Expr.Apply e = definition(s.otherwise().yields().get(0));
        return e != null && e.op().name().equals("-") && e.args().size() == 1
                ? e.args().get(0)
                : null;
    }

    private static boolean isPure(Stmt statement) {
        return statement instanceof Stmt.Let let && Effects.isPure(let.value());
    }

    private static boolean isZero(Operand operand) {
        return operand instanceof Literal literal && literal.isZero();
    }

    private Expr.@Nullable Apply definition(Operand operand) {
        return operand instanceof Var v && definitions.apply(v) instanceof Expr.Apply apply ? apply : null;
    }

    /** Whether the contribution is the seed times something that is always finite. */
    private boolean isFinite(Expr.Apply e, Operand seed) {
        Operand left = e.args().get(0);
        if (e.op().name().equals("/")) {
            return isSeed(left, seed) && lowerBound(e.args().get(1), DEPTH) > POSITIVE;
        }
        return e.op().name().equals("*")
                && isSeed(left, seed)
                && isExpOfNegative(e.args().get(1));
    }

    private boolean isSeed(Operand operand, Operand seed) {
        Expr.Apply e = definition(operand);
        boolean scaled = e != null
                && e.op().name().equals("*")
                && e.args().contains(seed)
                && e.args().stream().anyMatch(Literal.class::isInstance);
        return operand.equals(seed) || scaled;
    }

    private boolean isExpOfNegative(Operand operand) {
        Expr.Apply e = definition(operand);
        return e != null && e.op().name().endsWith(".exp") && sign(e.args().get(0), DEPTH) < 0;
    }

    /** A number, not negative, that the operand is never less than, as far as it is seen from its definition; else -1. */
    private double lowerBound(Operand operand, int depth) {
        if (operand instanceof Literal literal && literal.value() instanceof Number n) {
            return n.doubleValue() >= 0 ? n.doubleValue() : -1;
        }
        Expr.Apply e = depth == 0 ? null : definition(operand);
        if (e == null) {
            return -1;
        }
        double left = e.args().isEmpty() ? -1 : lowerBound(e.args().get(0), depth - 1);
        double right = e.args().size() < 2 ? -1 : lowerBound(e.args().get(1), depth - 1);
        String name = e.op().name().replaceFirst("java\\.lang\\.(Strict)?Math\\.", "");
        return switch (name) {
            case "+" -> left >= 0 && right >= 0 ? left + right : -1;
            case "*" -> e.args().get(0).equals(e.args().get(1)) ? square(left) : product(left, right);
            case "max" -> Math.max(left, right);
            case "sqrt" -> left >= 0 ? Math.sqrt(left) : 0;
            case "exp", "abs", "hypot" -> 0;
            case "cosh" -> 1;
            default -> -1;
        };
    }

    private static double square(double bound) {
        return bound >= 0 ? bound * bound : 0;
    }

    private static double product(double left, double right) {
        return left >= 0 && right >= 0 ? left * right : -1;
    }

    /** 1 if the operand is never negative, -1 if it is never positive, 0 if neither is seen. */
    private int sign(Operand operand, int depth) {
        if (operand instanceof Literal literal && literal.value() instanceof Number n) {
            return n.doubleValue() >= 0 ? 1 : -1;
        }
        Expr.Apply e = depth == 0 ? null : definition(operand);
        if (e == null) {
            return 0;
        }
        if (e.op().name().equals("-") && e.args().size() == 1) {
            return -sign(e.args().get(0), depth - 1);
        }
        return switch (e.op().name()) {
            case "*" -> ofProduct(e, depth);
            case "/" -> sign(e.args().get(0), depth - 1) * sign(e.args().get(1), depth - 1);
            default -> lowerBound(operand, depth) >= 0 ? 1 : 0;
        };
    }

    /** Also of {@code (c * z) * z}. */
    private int ofProduct(Expr.Apply e, int depth) {
        Operand left = e.args().get(0);
        Operand right = e.args().get(1);
        if (left.equals(right)) {
            return 1;
        }
        Expr.Apply inner = definition(left);
        boolean square = inner != null
                && inner.op().name().equals("*")
                && inner.args().get(1).equals(right);
        return square ? sign(inner.args().get(0), depth - 1) : sign(left, depth - 1) * sign(right, depth - 1);
    }
}
