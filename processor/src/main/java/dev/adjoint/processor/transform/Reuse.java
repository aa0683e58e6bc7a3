package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;

/** A rule's statements without what the forward sweep has computed already. */
final class Reuse extends Rewriter {
    private final Mirrors mirrors;
    private final Region region;

    Reuse(Mirrors mirrors, Region region) {
        this.mirrors = mirrors;
        this.region = region;
    }

    @Override
    public Void let(Stmt.Let s) {
        Var known = mirrors.known(region, expression(s.value()));
        if (known == null) {
            return super.let(s);
        }
        replace(s.target(), known);
        return null;
    }
}
