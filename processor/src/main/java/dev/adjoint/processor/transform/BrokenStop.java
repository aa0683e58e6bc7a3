package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import java.util.Collection;

/** An array is written by its name without a derivative, or such a name leaves the function. */
public final class BrokenStop extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Expr.Stop stop;

    private BrokenStop(Expr.Stop stop) {
        super("written through " + stop);
        this.stop = stop;
    }

    /** Where the array got that name. */
    public Expr.Stop stop() {
        return stop;
    }

    /**
     * Demands that there is none.
     *
     * @param handedBack what a function hands back that goes on being looked into
     */
    public static void require(Memory memory, Collection<? extends Operand> handedBack) {
        memory.brokenStop(handedBack).ifPresent(stop -> {
            throw new BrokenStop(stop);
        });
    }
}
