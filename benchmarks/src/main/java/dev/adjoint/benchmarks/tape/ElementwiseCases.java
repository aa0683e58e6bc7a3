package dev.adjoint.benchmarks.tape;

import dev.adjoint.tensor.Tensor;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A chain of element-wise operations. */
@State(Scope.Thread)
public class ElementwiseCases {
    @Param({"1000", "1000000"})
    private int n;

    private Tensor x;

    /** Makes the input. */
    @Setup
    public void prepare() {
        x = Tensor.randn(new Random(1), n).requiresGrad(true);
    }

    /** {@code u = (x*x)+(3*x)+1; v = tanh(u*0.1); w = exp(-v)*x; w.sum().backward()}. */
    @Benchmark
    public Tensor c() {
        x.setGrad(null);
        Tensor u = x.mul(x).add(x.mul(3)).add(1);
        Tensor v = u.mul(0.1).tanh();
        v.neg().exp().mul(x).sum().backward();
        return x.grad();
    }
}
