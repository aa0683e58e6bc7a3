package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Renamer;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.Set;

/** Writes out the iterations of short loops over small arrays, which then are accessed at constant indices. */
final class Unrolling extends Rewriter {
    private final ShortLoops loops;
    private final SmallArrays small;
    private final Set<Var> derivative;
    private final Set<Var> checked;

    private Unrolling(ShortLoops loops, SmallArrays small, Set<Var> derivative, Set<Var> checked) {
        this.loops = loops;
        this.small = small;
        this.derivative = derivative;
        this.checked = checked;
    }

    /** Unrolls what is worth it; copies of variables are added to the sets that these are in. */
    static Function run(Function function, Set<Var> derivative, Set<Var> checked) {
        ShortLoops loops = ShortLoops.of(function);
        if (loops.isEmpty()) {
            return function;
        }
        SmallArrays small = SmallArrays.of(function, References.of(function, derivative), loops::isConstant);
        return small.isEmpty() ? function : new Unrolling(loops, small, derivative, checked).function(function);
    }

    @Override
    public Void counted(Stmt.For s) {
        if (loops.contains(s) && loops.accesses(s, small)) {
            unroll(s);
            return null;
        }
        return super.counted(s);
    }

    private void unroll(Stmt.For s) {
        List<Operand> state = operands(s.carried().initial());
        Block body = block(s.body());
        int first = (Integer) ((Literal) s.from()).value();
        for (int k = 0; k < ShortLoops.tripCount(s); k++) {
            state = iteration(s, body, first + k * s.step(), state);
        }
        for (int i = 0; i < state.size(); i++) {
            replace(s.carried().results().get(i), state.get(i));
        }
    }

    /** Appends one iteration; gives what it hands to the next. */
    private List<Operand> iteration(Stmt.For s, Block body, int counter, List<Operand> state) {
        Renamer renamer = copying();
        renamer.replace(s.counter(), Literal.of(counter));
        for (int i = 0; i < state.size(); i++) {
            renamer.replace(s.carried().parameters().get(i), state.get(i));
        }
        Block copy = renamer.block(body);
        out().addAll(copy.statements());
        return copy.yields();
    }

    private Renamer copying() {
        return new Renamer() {
            @Override
            protected Var binding(Var variable) {
                Var copy = super.binding(variable);
                if (derivative.contains(variable)) {
                    derivative.add(copy);
                }
                if (checked.contains(variable)) {
                    checked.add(copy);
                }
                return copy;
            }
        };
    }
}
