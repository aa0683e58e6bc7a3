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

/** Hands matched with places in triangles. */
@State(Scope.Thread)
public class TriangleCases {
    /** Vertices and points. */
    @Param("544-100")
    public String size;

    private HandInput in;
    private double[] parameters;
    private double[] jacobian;

    /** Draws the input, and compares what will be measured. */
    @Setup
    public void agree() {
        int[] sizes = Sizes.of(size);
        in = HandInput.complicated(sizes[0], sizes[1]);
        parameters = Joined.of(new double[2], in.theta());
        jacobian = new double[in.points().length * parameters.length];
        generated();
        Agreement.require("the generated Jacobian", Rows.of(hipparchus()), jacobian, Agreement.EXACT);
    }

    @Benchmark
    public double[] primal() {
        return Hand.complicated(parameters, in.model(), in.us(), in.correspondences(), in.points());
    }

    @Benchmark
    public int generated() {
        return HandGrad.complicatedJacobian(
                parameters, in.model(), in.us(), in.correspondences(), in.points(), jacobian);
    }

    @Benchmark
    public Gradient[] hipparchus() {
        return HandGradient.complicated(parameters, in.model(), in.us(), in.correspondences(), in.points());
    }

    /** One-sided. */
    @Benchmark
    public double[] differences() {
        Differences.jacobian(this::primal, parameters, jacobian);
        return jacobian;
    }
}
