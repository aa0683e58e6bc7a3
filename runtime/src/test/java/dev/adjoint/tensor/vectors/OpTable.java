package dev.adjoint.tensor.vectors;

import dev.adjoint.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each operation of the vectors is called here. */
final class OpTable {
    private static final Map<String, Call> CALLS = new HashMap<>();

    static {
        ElementwiseCalls.register(CALLS);
        ReductionCalls.register(CALLS);
        ShapeCalls.register(CALLS);
        NetworkCalls.register(CALLS);
    }

    private OpTable() {}

    /** A call with any number of outputs. */
    @FunctionalInterface
    interface Call {
        List<Tensor> run(List<Tensor> in, Args args);
    }

    /** A call with one output. */
    @FunctionalInterface
    interface Single {
        Tensor run(List<Tensor> in, Args args);
    }

    static Call one(Single call) {
        return (in, a) -> List.of(call.run(in, a));
    }

    static List<Tensor> run(String op, List<Tensor> in, Args args) {
        Call call = CALLS.get(op);
        if (call == null) {
            throw new AssertionError("unknown operation " + op);
        }
        return call.run(in, args);
    }
}
