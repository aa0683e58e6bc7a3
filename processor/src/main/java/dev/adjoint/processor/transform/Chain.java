package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.rules.Differentiable;
import dev.adjoint.processor.rules.Rules;
import java.util.List;

/** The chain rule at one operation, for both modes. */
public final class Chain {
    private Chain() {}

    /** Whether a derivative can pass from the argument with that number to the result. */
    public static boolean passes(Expr.Apply apply, int argument) {
        return Rules.of(apply.op()).passes(argument);
    }

    /** The partial derivative by an argument that passes one, times the seed. */
    static Operand term(
            BlockBuilder out, Expr.Apply apply, int argument, Var result, Operand seed, List<Boolean> active) {
        Differentiable rule = (Differentiable) Rules.of(apply.op());
        return rule.contribution(out, apply.op(), argument, apply.args(), result, seed, active::get);
    }
}
