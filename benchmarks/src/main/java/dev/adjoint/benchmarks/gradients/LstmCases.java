package dev.adjoint.benchmarks.gradients;

import dev.adjoint.benchmarks.handwritten.LstmByHand;
import dev.adjoint.benchmarks.hipparchus.LstmGradient;
import dev.adjoint.benchmarks.objectives.Lstm;
import dev.adjoint.benchmarks.objectives.LstmGrad;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Character models. */
@State(Scope.Thread)
public class LstmCases {
    /** Layers and characters. */
    @Param({"2-1024", "4-1024"})
    public String size;

    private LstmInput in;
    private double[] mainBar;
    private double[] extraBar;

    /** Draws the input, and compares what will be measured. */
    @Setup
    public void agree() {
        int[] sizes = Sizes.of(size);
        in = LstmInput.random(sizes[0], sizes[1]);
        mainBar = new double[in.main().length];
        extraBar = new double[in.extra().length];
        double expected = handWritten();
        double[] byHand = gradient();
        Agreement.require("the generated value", expected, generated());
        Agreement.require("the generated gradient", byHand, gradient(), Agreement.EXACT);
    }

    /** What the last call has written. */
    double[] gradient() {
        return Joined.of(mainBar, extraBar);
    }

    @Benchmark
    public double primal() {
        return Lstm.objective(in.l(), in.c(), in.b(), in.main(), in.extra(), in.state(), in.sequence());
    }

    @Benchmark
    public double generated() {
        return LstmGrad.objectiveValueAndGrad(
                in.l(), in.c(), in.b(), in.main(), in.extra(), in.state(), in.sequence(), mainBar, extraBar);
    }

    @Benchmark
    public double handWritten() {
        return LstmByHand.valueAndGradient(
                in.l(), in.c(), in.b(), in.main(), in.extra(), in.state(), in.sequence(), mainBar, extraBar);
    }

    @Benchmark
    public Gradient hipparchus() {
        return LstmGradient.objective(in.l(), in.c(), in.b(), in.main(), in.extra(), in.state(), in.sequence());
    }

    /** One-sided. */
    @Benchmark
    public double differences() {
        double value = primal();
        Differences.gradient(value, this::primal, in.main(), mainBar);
        Differences.gradient(value, this::primal, in.extra(), extraBar);
        return value;
    }
}
