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
        Final plain = new Final();
        Function rewritten = plain.function(function);
        if (rewritten.equals(function)) {
            return function;
        }
        return plain.opensMore ? watched("finish", Simplifier.simplify(rewritten, Set.of())) : rewritten;
    }

    /** Takes away what only differentiation asks for. */
    private static final class Final extends Rewriter {
        /** Whether there may be more to simplify: not where all that changes is that a guard's test is one comparison. */
        private boolean opensMore;

        /** The last form of a loop may leave reads that are the same now. */
        @Override
        public Void counted(Stmt.For s) {
            opensMore = true;
            return super.counted(s);
        }

        @Override
        public Void let(Stmt.Let s) {
            if (s.value() instanceof Expr.Stop stop) {
                named(s.target(), stop.value());
            } else if (s.value() instanceof Expr.Apply guard && guard.op().isGuard()) {
                guard(s.target(), operands(guard.args()));
            } else if (s.value() instanceof Expr.Apply apply
                    && apply.op().equals(Op.valueOf(apply.op().result()))) {
                named(s.target(), apply.args().get(0));
            } else {
                super.let(s);
            }
            return null;
        }

        private void named(Var target, Operand value) {
            opensMore = true;
            replace(target, operand(value));
        }

        private void guard(Var target, List<Operand> tested) {
            opensMore |= tested.size() > 1;
            Operand all = null;
            for (Operand each : tested) {
                Var one = out().compare(target.name(), "==", each, Literal.zero(each.type()));
                all = all == null ? one : out().infix(target.name(), "&", all, one);
            }
            replace(target, java.util.Objects.requireNonNull(all));
        }
    }
}
