package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replaces reads of the components of record parameters by the variables of their shapes. */
final class Unpacking extends Rewriter {
    private final Map<Var, Map<String, Var>> components = new HashMap<>();

    /** The function, reading the shapes' variables. */
    static Function of(Function function, List<Shape> shapes) {
        Unpacking unpacking = new Unpacking();
        shapes.forEach(unpacking::note);
        return unpacking.function(function);
    }

    private void note(Shape shape) {
        Map<String, Var> parts = new HashMap<>();
        for (Shape part : shape.parts()) {
            parts.put(part.component(), part.value());
            note(part);
        }
        components.put(shape.value(), parts);
    }

    @Override
    public Void let(Stmt.Let s) {
        if (s.value() instanceof Expr.Field field) {
            Operand record = operand(field.record());
            Map<String, Var> parts = record instanceof Var var ? components.get(var) : null;
            if (parts != null && parts.containsKey(field.component())) {
                replace(s.target(), parts.get(field.component()));
                return null;
            }
        }
        return super.let(s);
    }
}
