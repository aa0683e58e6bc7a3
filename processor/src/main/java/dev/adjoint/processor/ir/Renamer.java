package dev.adjoint.processor.ir;

/**
 * Copies code with new variables wherever it binds one, so that the copy can stand beside the original. Nothing that reads is
 * shared with it: analyses tell expressions apart by their objects.
 */
public class Renamer extends Rewriter {
    @Override
    protected Var binding(Var variable) {
        Var fresh = variable.fresh();
        replace(variable, fresh);
        return fresh;
    }

    @Override
    protected Expr expression(Expr expression) {
        return expression.map(this::operand);
    }
}
