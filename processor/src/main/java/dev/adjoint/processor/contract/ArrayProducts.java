package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.normal.Leaves;
import dev.adjoint.processor.transform.Adjoints;
import java.util.List;
import java.util.Map;

/** The derivative in reverse mode of a method whose result is an array, or that writes into its parameters. */
final class ArrayProducts {
    private final Subject subject;
    private final Records records;

    ArrayProducts(Subject subject) {
        this.subject = subject;
        this.records = new Records(subject);
    }

    /** The gradients of {@code sum of yBar * y}, with the adjoint of the result handed in. */
    Made vjp() {
        Draft draft = new Draft(subject);
        Var seed = draft.parameter("yBar", subject.result());
        Map<Var, Operand> shadows = ScalarProducts.freshShadows(draft);
        Adjoints sweeps = draft.reverse(shadows);
        seed(draft, sweeps, seed);
        sweeps.write(draft.out);
        Operand gradients = ScalarProducts.packed(records, "Vjp", draft, sweeps, shadows);
        return draft.finish(subject.base() + Kind.VJP.ending(), gradients);
    }

    /** Gives the sweeps the adjoint of each leaf of the result. */
    private static void seed(Draft draft, Adjoints sweeps, Var seed) {
        List<Operand> seeds = Leaves.unpack(draft.out, seed);
        for (int i = 0; i < seeds.size(); i++) {
            Operand result = draft.results().get(i);
            if (result.type().isFloating()) {
                sweeps.seed(result, seeds.get(i));
            } else if (result.type().differentiable()) {
                Checks.sameShape(sweeps.turn(), seeds.get(i), result);
                sweeps.seedArray(result, seeds.get(i));
            }
        }
    }

    /** The buffers of the caller hold the adjoints of final contents, and then those of initial contents. */
    Made vjpInPlace() {
        Draft draft = new Draft(subject);
        ScalarProducts.Outs outs = new ScalarProducts.Outs(draft);
        Adjoints sweeps = draft.reverse(outs.shadows());
        outs.turn(sweeps);
        sweeps.write(draft.out);
        return draft.finish(subject.base() + Kind.VJP.ending(), outs.close(records, sweeps));
    }
}
