package dev.adjoint.processor.ir;

/** Copies code with new variables wherever it binds one, so that the copy can stand beside the original. */
public class Renamer extends Rewriter {
    @Override
    protected Var binding(Var variable) {
        Var fresh = variable.fresh();
        replace(variable, fresh);
        return fresh;
    }
}
