package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number of elements of the array that a function returns, as far as that is seen before it has run. */
final class ResultLength {
    private final Function function;
    private final Map<Operand, Expr> definitions = new HashMap<>();

    private ResultLength(Function function) {
        this.function = function;
        for (Stmt statement : function.body().statements()) {
            if (statement instanceof Stmt.Let let) {
                definitions.put(let.target(), let.value());
            }
        }
    }

    /**
     * A literal, a parameter that is the number of elements, or the parameter whose length that is; null if it is none of
     * these.
     */
    static @Nullable Operand of(Function function) {
        Operand result = function.body().yields().get(0);
        boolean numbers = !result.type().element().isArray();
        return numbers ? new ResultLength(function).ofArray(result) : null;
    }

    /** The length that {@link #of} has found, in code where the parameters are given. */
    static Operand in(BlockBuilder out, Operand found) {
        return found.type().isArray() ? out.let("m", new Expr.Length(found)) : found;
    }

    private @Nullable Operand ofArray(Operand array) {
        Expr made = definitions.get(array);
        if (made instanceof Expr.ArrayOf literal) {
            return Literal.of(literal.elements().size());
        }
        if (made instanceof Expr.NewArray zeros) {
            return number(zeros.dimensions().get(0));
        }
        Operand original = made instanceof Expr.Clone clone ? clone.array() : array;
        return parameter(original);
    }

    private @Nullable Operand number(Operand length) {
        if (length.type() != Primitive.INT || length instanceof Literal) {
            return length instanceof Literal literal && literal.value() instanceof Integer ? literal : null;
        }
        return definitions.get(length) instanceof Expr.Length of ? parameter(of.array()) : parameter(length);
    }

    private @Nullable Operand parameter(Operand operand) {
        return operand instanceof Var value && function.parameters().contains(value) ? value : null;
    }
}
