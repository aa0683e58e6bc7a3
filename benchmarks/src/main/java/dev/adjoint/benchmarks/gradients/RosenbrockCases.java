package dev.adjoint.benchmarks.gradients;

import dev.adjoint.benchmarks.handwritten.RosenbrockByHand;
import dev.adjoint.benchmarks.hipparchus.RosenbrockGradient;
import dev.adjoint.benchmarks.objectives.Rosenbrock;
import dev.adjoint.benchmarks.objectives.RosenbrockGrad;
import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A function whose gradient costs little more than the memory it touches. */
@State(Scope.Thread)
public class RosenbrockCases {
    /** Dimensions. */
    @Param("1000")
    public String size;

    private double[] x;
    private double[] gradient;

    /** Draws the input, and compares what will be measured. */
    @Setup
    public void agree() {
        x = new Random(4).doubles(Integer.parseInt(size), -1, 1).toArray();
        gradient = new double[x.length];
        double expected = handWritten();
        double[] byHand = gradient.clone();
        Agreement.require("the generated value", expected, generated());
        Agreement.require("the generated gradient", byHand, gradient, Agreement.EXACT);
        Agreement.require("Hipparchus' gradient", byHand, hipparchus().getGradient(), Agreement.EXACT);
    }

    /** What the last call has written. */
    double[] gradient() {
        return gradient;
    }

    @Benchmark
    public double primal() {
        return Rosenbrock.objective(x);
    }

    @Benchmark
    public double generated() {
        return RosenbrockGrad.objectiveValueAndGrad(x, gradient);
    }

    @Benchmark
    public double handWritten() {
        return RosenbrockByHand.valueAndGradient(x, gradient);
    }

    @Benchmark
    public Gradient hipparchus() {
        return RosenbrockGradient.objective(x);
    }

    /** One-sided. */
    @Benchmark
    public double differences() {
        double value = primal();
        Differences.gradient(value, this::primal, x, gradient);
        return value;
    }
}
