package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which array accesses cannot fail, and which loops run at least once, as far as it is seen from their definitions. */
final class Bounds {
    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Map<Var, Stmt.For> loops = new HashMap<>();

    void define(Var variable, Expr value) {
        definitions.put(variable, value);
    }

    void enter(Stmt.For loop) {
        loops.put(loop.counter(), loop);
    }

    /** Whether {@code array[index]} exists: the index counts through the array, or is a constant within it. */
    boolean isWithin(Operand array, Operand index) {
        if (index instanceof Literal literal) {
            return literal.value() instanceof Integer n && n >= 0 && n < knownLength(array);
        }
        Stmt.For loop = loops.get(index);
        return loop != null && (ascends(loop, array) || descends(loop, array));
    }

    /** Whether the loop is known to run. */
    static boolean runs(Stmt.For loop) {
        return loop.from() instanceof Literal from
                && loop.bound() instanceof Literal bound
                && from.value() instanceof Integer a
                && bound.value() instanceof Integer b
                && switch (loop.relation()) {
                    case LT -> a < b;
                    case LE -> a <= b;
                    case GT -> a > b;
                    case GE -> a >= b;
                };
    }

    /** The condition under which the loop runs. */
    static Expr.Apply test(Stmt.For loop) {
        Op compare = Op.compare(loop.relation().symbol(), Primitive.INT);
        return new Expr.Apply(compare, List.of(loop.from(), loop.bound()));
    }

    private boolean ascends(Stmt.For loop, Operand array) {
        return loop.relation() == Stmt.Relation.LT && isNatural(loop.from()) && isLength(loop.bound(), array);
    }

    private boolean descends(Stmt.For loop, Operand array) {
        return loop.relation() == Stmt.Relation.GE
                && isNatural(loop.bound())
                && definition(loop.from()) instanceof Expr.Apply last
                && last.op().name().equals("-")
                && last.args().size() == 2
                && last.args().get(1) instanceof Literal one
                && one.value() instanceof Integer n
                && n >= 1
                && isLength(last.args().get(0), array);
    }

    private static boolean isNatural(Operand operand) {
        return operand instanceof Literal literal && literal.value() instanceof Integer n && n >= 0;
    }

    private boolean isLength(Operand operand, Operand array) {
        return new Expr.Length(array).equals(definition(operand))
                || (definition(array) instanceof Expr.NewArray made
                        && made.dimensions().get(0).equals(operand));
    }

    private int knownLength(Operand array) {
        Expr made = definition(array);
        if (made instanceof Expr.ArrayOf elements) {
            return elements.elements().size();
        }
        boolean constant = made instanceof Expr.NewArray allocation
                && allocation.dimensions().get(0) instanceof Literal length
                && length.value() instanceof Integer;
        return constant ? (Integer) ((Literal) made.operands().get(0)).value() : 0;
    }

    /** What the operand is bound to, if that has been met. */
    @Nullable
    Expr definition(Operand operand) {
        return operand instanceof Var variable ? definitions.get(variable) : null;
    }
}
