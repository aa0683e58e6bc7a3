package dev.adjoint.processor.pipeline;

import dev.adjoint.processor.contract.Made;
import dev.adjoint.processor.frontend.Generator.Trace;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.normal.Flattening;
import dev.adjoint.processor.simplify.Inliner;
import dev.adjoint.processor.simplify.Simplifier;
import java.util.List;
import java.util.Set;

/** The stages between reading and writing, each watched. */
final class Stages {
    private final Trace trace;

    Stages(Trace trace) {
        this.trace = trace;
    }

    /** A method before it is differentiated: callees inlined, and improved without changing a bit of its value. */
    Function prepared(Function lowered, Program program) {
        watched("normal", lowered);
        Function flat = watched("flatten", Flattening.of(lowered));
        Function inlined = watched("inline", new Inliner(program).inline(flat));
        return watched("simplify", Simplifier.prepare(Flattening.of(inlined)));
    }

    /** A derivative, improved. */
    Function improved(Made made) {
        watched("transform", made.function());
        return watched("simplify", Simplifier.finish(made.function(), made.derivative(), made.checked()));
    }

    private Function watched(String stage, Function function) {
        if (trace.isOn()) {
            trace.print("after " + stage, IrPrinter.print(function));
        }
        if (trace.verifies()) {
            IrVerifier.verify(function);
        }
        return function;
    }

    /** A function that is not differentiated any more: values taken as they are need their derivatives no longer. */
    Function finished(Function function) {
        Function plain = new Rewriter() {
            @Override
            public Void let(Stmt.Let s) {
                if (s.value() instanceof Expr.Stop stop) {
                    replace(s.target(), operand(stop.value()));
                    return null;
                }
                if (s.value() instanceof Expr.Apply guard && guard.op().isGuard()) {
                    guard(s.target(), operands(guard.args()));
                    return null;
                }
                if (s.value() instanceof Expr.Apply apply
                        && apply.op().equals(Op.valueOf(apply.op().result()))) {
                    replace(s.target(), operand(apply.args().get(0)));
                    return null;
                }
                return super.let(s);
            }

            /** The test of a guard, which no derivative asks for any more. */
            private void guard(Var target, List<Operand> tested) {
                Operand all = null;
                for (Operand each : tested) {
                    Var one = out().compare(target.name(), "==", each, Literal.zero(each.type()));
                    all = all == null ? one : out().infix(target.name(), "&", all, one);
                }
                replace(target, java.util.Objects.requireNonNull(all));
            }
        }.function(function);
        return plain.equals(function) ? function : watched("finish", Simplifier.simplify(plain, Set.of()));
    }
}
