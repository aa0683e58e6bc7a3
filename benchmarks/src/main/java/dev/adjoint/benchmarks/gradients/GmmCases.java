package dev.adjoint.benchmarks.gradients;

import dev.adjoint.benchmarks.handwritten.GmmByHand;
import dev.adjoint.benchmarks.hipparchus.GmmGradient;
import dev.adjoint.benchmarks.objectives.Gmm;
import dev.adjoint.benchmarks.objectives.GmmGrad;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Mixtures of Gaussians. */
@State(Scope.Thread)
public class GmmCases {
    /** Points, dimensions and components. */
    @Param({"1000-2-5", "1000-10-25", "1000-20-25", "1000-64-25"})
    public String size;

    private GmmInput in;
    private double[] alphasBar;
    private double[] meansBar;
    private double[] icfBar;

    /** Draws the input, and compares what will be measured. */
    @Setup
    public void agree() {
        int[] sizes = Sizes.of(size);
        in = GmmInput.random(sizes[1], sizes[2], sizes[0]);
        alphasBar = new double[in.alphas().length];
        meansBar = new double[in.means().length];
        icfBar = new double[in.icf().length];
        double expected = handWritten();
        double[] byHand = gradient();
        Agreement.require("the generated value", expected, generated());
        Agreement.require("the generated gradient", byHand, gradient(), Agreement.EXACT);
    }

    /** What the last call has written. */
    double[] gradient() {
        return Joined.of(alphasBar, meansBar, icfBar);
    }

    @Benchmark
    public double primal() {
        return Gmm.objective(in.d(), in.k(), in.n(), in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    }

    @Benchmark
    public double generated() {
        return GmmGrad.objectiveValueAndGrad(
                in.d(),
                in.k(),
                in.n(),
                in.alphas(),
                in.means(),
                in.icf(),
                in.x(),
                in.gamma(),
                in.m(),
                alphasBar,
                meansBar,
                icfBar);
    }

    @Benchmark
    public double handWritten() {
        return GmmByHand.valueAndGradient(
                in.d(),
                in.k(),
                in.n(),
                in.alphas(),
                in.means(),
                in.icf(),
                in.x(),
                in.gamma(),
                in.m(),
                alphasBar,
                meansBar,
                icfBar);
    }

    @Benchmark
    public Gradient hipparchus() {
        return GmmGradient.objective(
                in.d(), in.k(), in.n(), in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    }

    /** One-sided. */
    @Benchmark
    public double differences() {
        double value = primal();
        Differences.gradient(value, this::primal, in.alphas(), alphasBar);
        Differences.gradient(value, this::primal, in.means(), meansBar);
        Differences.gradient(value, this::primal, in.icf(), icfBar);
        return value;
    }
}
