package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.List;

/** An array used anew: the same one each time, until the mirror asks for what an iteration has left in it. */
final class Reused implements Region.Slot {
    private final Var target;
    private final Operand array;
    private Expr value;

    Reused(Var target, Operand array) {
        this.target = target;
        this.array = array;
        this.value = new Expr.Copy(array);
    }

    Operand array() {
        return array;
    }

    void becomes(Expr other) {
        value = other;
    }

    @Override
    public void write(List<Stmt> out) {
        out.add(new Stmt.Let(target, value));
    }
}
