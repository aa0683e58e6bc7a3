package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.function.DoubleBinaryOperator;
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
        return switch (function(e.op().name())) {
            case "+" -> ofBoth(e, depth, Double::sum);
            case "*" ->
                e.args().get(0).equals(e.args().get(1))
                        ? square(Math.max(0, lowerBound(e.args().get(0), depth - 1)))
                        : ofBoth(e, depth, (left, right) -> left * right);
            case "max" ->
                Math.max(
                        lowerBound(e.args().get(0), depth - 1),
                        lowerBound(e.args().get(1), depth - 1));
            case "sqrt" -> Math.sqrt(Math.max(0, lowerBound(e.args().get(0), depth - 1)));
            case "exp", "abs", "hypot" -> 0;
            case "cosh" -> 1;
            default -> -1;
        };
    }

    private static double square(double bound) {
        return bound * bound;
    }

    /** The name of a function of {@code Math} without its class. */
    private static String function(String name) {
        boolean known = name.startsWith("java.lang.Math.") || name.startsWith("java.lang.StrictMath.");
        return known ? name.substring(name.lastIndexOf('.') + 1) : name;
    }

    /** The bound of a sum or product, which has one only if both operands have. */
    private double ofBoth(Expr.Apply e, int depth, DoubleBinaryOperator operation) {
        double left = e.args().size() < 2 ? -1 : lowerBound(e.args().get(0), depth - 1);
        double right = left < 0 ? -1 : lowerBound(e.args().get(1), depth - 1);
        return right < 0 ? -1 : operation.applyAsDouble(left, right);
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
            case "/" -> ofFactors(e.args().get(0), e.args().get(1), depth);
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
        return square ? sign(inner.args().get(0), depth - 1) : ofFactors(left, right, depth);
    }

    private int ofFactors(Operand left, Operand right, int depth) {
        int sign = sign(left, depth - 1);
        return sign == 0 ? 0 : sign * sign(right, depth - 1);
    }
}
