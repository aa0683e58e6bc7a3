package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import org.jspecify.annotations.Nullable;

/** Assignments, with {@code +=} and its like where these say exactly the same. */
final class Updates {
    private final Layout layout;
    private final Nesting nesting;
    private final Expressions expressions;

    Updates(Layout layout, Nesting nesting, Expressions expressions) {
        this.layout = layout;
        this.nesting = nesting;
        this.expressions = expressions;
    }

    /** What is assigned; a conversion that the assignment makes by itself is left out. */
    String assigned(Expr value) {
        boolean converts = value instanceof Expr.Apply apply && Operators.isWidening(apply.op());
        return converts
                ? expressions.exact(value.operands().get(0)).text()
                : value.accept(expressions).text();
    }

    /** The update of the variable of that name, if the value is an operation on it. */
    @Nullable
    String of(String name, Expr value) {
        if (!(value instanceof Expr.Apply apply) || !isUpdate(apply.op())) {
            return null;
        }
        Operand left = apply.args().get(0);
        Operand right = apply.args().get(1);
        if (isNamed(left, name)) {
            return update(name, apply.op(), right);
        }
        return isNamed(right, name) && isCommutative(apply.op()) ? update(name, apply.op(), left) : null;
    }

    private boolean isNamed(Operand operand, String name) {
        return !(operand instanceof Literal)
                && !nesting.isNested(operand)
                && expressions.exact(operand).text().equals(name);
    }

    private static boolean isUpdate(Op op) {
        return op.form() == Op.Form.INFIX && op.result() == op.parameters().get(0);
    }

    private static boolean isCommutative(Op op) {
        return op.name().equals("+") || op.name().equals("*");
    }

    /** {@code place op= right}. */
    private String update(String place, Op op, Operand right) {
        boolean sum = op.name().equals("+") || op.name().equals("-");
        String opposite = op.name().equals("+") ? "-" : "+";
        if (sum && isOne(right)) {
            return place + op.name() + op.name();
        }
        if (sum && Operators.isNegative(right)) {
            return place + " " + opposite + "= "
                    + Literals.converted(Operators.negated((Literal) right)).text();
        }
        if (sum && expressions.isOperation(right, "-", 1)) {
            Operand positive = expressions.arguments(right).get(0);
            return place + " " + opposite + "= "
                    + expressions.converted(positive).text();
        }
        return place + " " + op.name() + "= " + expressions.converted(right).text();
    }

    private static boolean isOne(Operand operand) {
        return operand.equals(Literal.of(1)) || operand.equals(Literal.of(1L));
    }

    /** {@code array[index] = value}, or its update. */
    String store(Stmt.Store s) {
        String place = expressions.element(s.array(), s.index());
        Operand value = s.value();
        if (nesting.isNested(value)
                && layout.binding(value) instanceof Stmt.Let let
                && let.value() instanceof Expr.Apply apply
                && isUpdate(apply.op())) {
            Operand left = apply.args().get(0);
            Operand right = apply.args().get(1);
            if (isElement(left, s)) {
                return update(place, apply.op(), right);
            }
            if (isCommutative(apply.op()) && isElement(right, s) && !writes(left)) {
                return update(place, apply.op(), left);
            }
        }
        return place + " = " + expressions.converted(value).text();
    }

    /** Whether what is nested in the operand may write, so that it cannot change places with a read. */
    private boolean writes(Operand operand) {
        if (!nesting.isNested(operand)) {
            return false;
        }
        return !(layout.binding(operand) instanceof Stmt.Let let)
                || Effect.of(let.value()) == Effect.WRITES
                || let.value().operands().stream().anyMatch(this::writes);
    }

    private boolean isElement(Operand operand, Stmt.Store s) {
        return nesting.isNested(operand)
                && layout.binding(operand) instanceof Stmt.Let let
                && let.value() instanceof Expr.Load load
                && expressions.same(load.array(), s.array())
                && expressions.same(load.index(), s.index());
    }

    String accumulate(Stmt.Accumulate s) {
        Op sum = Op.infix("+", (Primitive) s.array().type().element());
        return update(expressions.element(s.array(), s.index()), sum, s.value());
    }

    String fill(Stmt.Fill s) {
        boolean whole = s.from().equals(Literal.of(0))
                && nesting.isNested(s.to())
                && layout.binding(s.to()) instanceof Stmt.Let let
                && let.value() instanceof Expr.Length length
                && expressions.same(length.array(), s.array());
        String range = whole
                ? ""
                : expressions.exact(s.from()).text() + ", "
                        + expressions.exact(s.to()).text() + ", ";
        Text value = s.array().type().element().isFloating()
                ? expressions.converted(s.value())
                : expressions.exact(s.value());
        String array = expressions.exact(s.array()).text();
        return ClassNames.mark("java.util.Arrays") + ".fill(" + array + ", " + range + value.text() + ")";
    }
}
