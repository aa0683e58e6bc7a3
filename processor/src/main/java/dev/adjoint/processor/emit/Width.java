package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import java.util.List;
import java.util.function.ToIntFunction;

/** About how many columns an expression takes. */
final class Width implements Expr.Visitor<Integer> {
    private static final int TRIVIAL = 20;

    private final ToIntFunction<Operand> operandWidth;

    Width(ToIntFunction<Operand> operandWidth) {
        this.operandWidth = operandWidth;
    }

    private int all(List<Operand> operands) {
        return operands.stream().mapToInt(operandWidth).sum();
    }

    private int list(int before, List<Operand> operands) {
        return before + all(operands) + 2 * operands.size();
    }

    private static int simple(String name) {
        return name.length() - name.lastIndexOf('.') - 1;
    }

    @Override
    public Integer apply(Expr.Apply e) {
        return switch (e.op().form()) {
            case PREFIX -> 1 + all(e.args());
            case INFIX -> 2 + e.op().name().length() + all(e.args());
            case CAST -> 3 + e.type().text().length() + all(e.args());
            case CALL -> list(5 + simple(e.op().name()), e.args());
        };
    }

    @Override
    public Integer copyOf(Expr.Copy e) {
        return operandWidth.applyAsInt(e.value());
    }

    @Override
    public Integer load(Expr.Load e) {
        return 2 + all(e.operands());
    }

    @Override
    public Integer length(Expr.Length e) {
        return 7 + all(e.operands());
    }

    @Override
    public Integer newArray(Expr.NewArray e) {
        return list(4 + e.arrayType().text().length(), e.dimensions());
    }

    @Override
    public Integer stop(Expr.Stop e) {
        return all(e.operands());
    }

    @Override
    public Integer arrayOf(Expr.ArrayOf e) {
        return list(6 + e.arrayType().text().length(), e.elements());
    }

    @Override
    public Integer cloneOf(Expr.Clone e) {
        return 8 + all(e.operands());
    }

    @Override
    public Integer reuse(Expr.Reuse e) {
        return all(e.operands());
    }

    @Override
    public Integer grow(Expr.Grow e) {
        return list(16, e.operands());
    }

    @Override
    public Integer construct(Expr.Construct e) {
        return list(4 + simple(e.recordType().name()), e.components());
    }

    @Override
    public Integer field(Expr.Field e) {
        return 3 + e.component().length() + all(e.operands());
    }

    @Override
    public Integer call(Expr.Call e) {
        return list(e.function().name().length(), e.args());
    }

    @Override
    public Integer given(Expr.GivenCall e) {
        return list(e.method().method().length(), e.args());
    }

    @Override
    public Integer foreign(Expr.Foreign e) {
        return 2 * e.args().size()
                + all(e.args())
                + e.pieces().stream().mapToInt(String::length).sum();
    }

    /** Whether the expression is so short that a name for it says nothing more. */
    static boolean trivial(Expr expression, int columns) {
        if (expression instanceof Expr.Apply apply) {
            boolean plain = apply.args().stream().noneMatch(o -> o.type().isFloating())
                    || apply.op().result() == Primitive.BOOLEAN;
            boolean small = apply.op().form() == Op.Form.INFIX && plain && columns <= TRIVIAL;
            return small
                    || apply.op().form() == Op.Form.CAST
                    || apply.op().name().equals("!");
        }
        return expression instanceof Expr.Length;
    }
}
