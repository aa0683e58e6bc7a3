package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rewrites of truth values and of conversions, all exact. */
final class Logic {
    private static final Map<String, String> OPPOSITES = Map.of("==", "!=", "!=", "==");
    private static final Map<String, String> ORDERED_OPPOSITES = Map.of("<", ">=", ">=", "<", ">", "<=", "<=", ">");

    private Logic() {}

    static @Nullable Expr simpler(Expr.Apply e, Function<Var, @Nullable Expr> definitions) {
        if (e.op().form() == Op.Form.CAST) {
            return conversion(e, definitions);
        }
        if (e.op().name().equals("!")) {
            return definition(e.args().get(0), definitions) instanceof Expr.Apply inner ? opposite(inner) : null;
        }
        if (e.op().isGuard()) {
            List<Operand> unsigned =
                    e.args().stream().map(arg -> unsigned(arg, definitions)).toList();
            return unsigned.equals(e.args()) ? null : new Expr.Apply(e.op(), unsigned);
        }
        if (e.op().result() == Primitive.BOOLEAN && Set.of("&", "|").contains(e.op().name())) {
            return withConstant(e, e.op().name().equals("&"));
        }
        return OPPOSITES.containsKey(e.op().name()) ? comparedWithZero(e, definitions) : null;
    }

    /** True {@code & x} is x, and false {@code & x} is false; with {@code |} it is the other way. */
    private static @Nullable Expr withConstant(Expr.Apply e, boolean neutral) {
        for (int k = 0; k < 2; k++) {
            if (e.args().get(k) instanceof Literal constant) {
                return new Expr.Copy(
                        constant.equals(Literal.of(neutral)) ? e.args().get(1 - k) : constant);
            }
        }
        return null;
    }

    /** The sign does not matter to a comparison with zero. */
    private static @Nullable Expr comparedWithZero(Expr.Apply e, Function<Var, @Nullable Expr> definitions) {
        Operand compared = e.args().get(0);
        boolean zero = e.args().get(1) instanceof Literal literal && literal.isZero();
        Operand unsigned = zero ? unsigned(compared, definitions) : compared;
        return unsigned.equals(compared)
                ? null
                : new Expr.Apply(e.op(), List.of(unsigned, e.args().get(1)));
    }

    /** What the operand is the negative of, or itself. */
    private static Operand unsigned(Operand operand, Function<Var, @Nullable Expr> definitions) {
        return definition(operand, definitions) instanceof Expr.Apply inner
                        && inner.op().form() == Op.Form.PREFIX
                        && inner.op().name().equals("-")
                ? inner.args().get(0)
                : operand;
    }

    /** The value of {@code condition ? then : otherwise} if it needs no branch. */
    static @Nullable Operand choice(Operand condition, Operand then, Operand otherwise) {
        if (then.equals(otherwise)) {
            return then;
        }
        return then.equals(Literal.of(true)) && otherwise.equals(Literal.of(false)) ? condition : null;
    }

    /** Not {@code a < b} is {@code a >= b} for integers only: neither holds for NaN. */
    private static @Nullable Expr opposite(Expr.Apply inner) {
        String symbol = inner.op().name();
        if (symbol.equals("!")) {
            return new Expr.Copy(inner.args().get(0));
        }
        String opposite = OPPOSITES.get(symbol);
        if (opposite == null && !inner.op().parameters().get(0).isFloating()) {
            opposite = ORDERED_OPPOSITES.get(symbol);
        }
        return opposite == null ? null : new Expr.Apply(with(inner.op(), opposite), inner.args());
    }

    private static Op with(Op op, String symbol) {
        return new Op(symbol, op.form(), op.parameters(), op.result());
    }

    private static @Nullable Expr conversion(Expr.Apply e, Function<Var, @Nullable Expr> definitions) {
        Operand value = e.args().get(0);
        Primitive to = e.op().result();
        if (value.type() == to) {
            return new Expr.Copy(value);
        }
        boolean back = definition(value, definitions) instanceof Expr.Apply inner
                && inner.op().form() == Op.Form.CAST
                && inner.op().parameters().get(0) == to
                && keepsAll(to, (Primitive) value.type());
        return back
                ? new Expr.Copy(
                        ((Expr.Apply) definition(value, definitions)).args().get(0))
                : null;
    }

    /** Whether every value of the first type is a value of the second. */
    private static boolean keepsAll(Primitive from, Primitive to) {
        return switch (from) {
            case INT -> List.of(Primitive.LONG, Primitive.DOUBLE).contains(to);
            case FLOAT -> to == Primitive.DOUBLE;
            default -> false;
        };
    }

    private static @Nullable Expr definition(Operand operand, Function<Var, @Nullable Expr> definitions) {
        return operand instanceof Var variable ? definitions.apply(variable) : null;
    }
}
