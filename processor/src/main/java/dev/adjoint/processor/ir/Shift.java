package dev.adjoint.processor.ir;

import org.jspecify.annotations.Nullable;

/** An int and a constant that is added to it: {@code of + by}, which may wrap around. */
public record Shift(Operand of, int by) {
    /** Reads a sum or a difference whose second operand is a constant; null for anything else. */
    public static @Nullable Shift of(@Nullable Expr expression) {
        if (!(expression instanceof Expr.Apply sum)
                || sum.op().result() != Primitive.INT
                || sum.args().size() != 2
                || !(sum.args().get(1) instanceof Literal constant)
                || !(constant.value() instanceof Integer n)) {
            return null;
        }
        return switch (sum.op().name()) {
            case "+" -> new Shift(sum.args().get(0), n);
            case "-" -> new Shift(sum.args().get(0), -n);
            default -> null;
        };
    }
}
