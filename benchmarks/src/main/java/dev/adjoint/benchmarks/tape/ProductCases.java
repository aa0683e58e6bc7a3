package dev.adjoint.benchmarks.tape;

import dev.adjoint.tensor.Tensor;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Products of square matrices. */
@State(Scope.Thread)
public class ProductCases {
    @Param({"64", "256", "1024"})
    private int n;

    private Tensor a;
    private Tensor b;
    private Tensor ones;

    /** Makes the matrices. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        a = Tensor.randn(random, n, n).requiresGrad(true);
        b = Tensor.randn(random, n, n).requiresGrad(true);
        ones = Tensor.ones(n, n);
    }

    /** {@code (a @ b).backward(ones)}. */
    @Benchmark
    public Tensor d() {
        a.setGrad(null);
        b.setGrad(null);
        a.matmul(b).backward(ones);
        return b.grad();
    }
}
