package dev.adjoint.benchmarks.gradients;

import dev.adjoint.benchmarks.hipparchus.HandGradient;
import dev.adjoint.benchmarks.objectives.Hand;
import dev.adjoint.benchmarks.objectives.HandGrad;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Hands matched with vertices. */
@State(Scope.Thread)
public class HandCases {
    /** Vertices and points. */
    @Param("544-100")
    public String size;

    private HandInput in;
    private double[] jacobian;

    /** Draws the input, and compares what will be measured. */
    @Setup
    public void agree() {
        int[] sizes = Sizes.of(size);
        in = HandInput.simple(sizes[0], sizes[1]);
        jacobian = new double[in.points().length * in.theta().length];
        generated();
        Agreement.require("the generated Jacobian", Rows.of(hipparchus()), jacobian, Agreement.EXACT);
    }

    @Benchmark
    public double[] primal() {
        return Hand.simple(in.theta(), in.model(), in.correspondences(), in.points());
    }

    @Benchmark
    public int generated() {
        return HandGrad.simpleJacobian(in.theta(), in.model(), in.correspondences(), in.points(), jacobian);
    }

    @Benchmark
    public Gradient[] hipparchus() {
        return HandGradient.simple(in.theta(), in.model(), in.correspondences(), in.points());
    }

    /** One-sided. */
    @Benchmark
    public double[] differences() {
        Differences.jacobian(this::primal, in.theta(), jacobian);
        return jacobian;
    }
}
