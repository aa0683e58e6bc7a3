package dev.adjoint.benchmarks.tape;

import dev.adjoint.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Tensors of one element: what a recorded operation costs. */
@State(Scope.Thread)
public class ScalarCases {
    private static final int CHAIN = 500;

    private final Tensor x = Tensor.of(4f).requiresGrad(true);
    private final Tensor start = Tensor.of(0.5f).requiresGrad(true);
    private final Tensor factor = Tensor.of(0.999f).requiresGrad(true);
    private final Tensor summand = Tensor.of(0.001f).requiresGrad(true);

    /** {@code y = (x*x) + (3*x) + 1}, backward. */
    @Benchmark
    public Tensor a() {
        x.setGrad(null);
        x.mul(x).add(x.mul(3)).add(1).backward();
        return x.grad();
    }

    /** 500 times {@code y = y*a; y = y+x}, backward. */
    @Benchmark
    public Tensor b() {
        start.setGrad(null);
        factor.setGrad(null);
        summand.setGrad(null);
        Tensor y = start;
        for (int i = 0; i < CHAIN; i++) {
            y = y.mul(factor);
            y = y.add(summand);
        }
        y.backward();
        return factor.grad();
    }
}
