package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Given;

/** A derivative in a mode for which nothing is given. */
public final class NoProduct extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Expr.GivenCall call;
    private final transient Given.Kind kind;

    NoProduct(Expr.GivenCall call, Given.Kind kind) {
        super("no " + kind + " of " + call.method().method());
        this.call = call;
        this.kind = kind;
    }

    /** The call that was to be differentiated. */
    public Expr.GivenCall call() {
        return call;
    }

    /** What would have been needed. */
    public Given.Kind kind() {
        return kind;
    }
}
