package dev.adjoint.benchmarks.gradients;

import dev.adjoint.benchmarks.handwritten.ParabolaByHand;
import dev.adjoint.benchmarks.hipparchus.ParabolaGradient;
import dev.adjoint.benchmarks.objectives.Parabola;
import dev.adjoint.benchmarks.objectives.ParabolaGrad;
import org.hipparchus.analysis.differentiation.Gradient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A polynomial of one variable. */
@State(Scope.Thread)
public class ParabolaCases {
    private double x = 4;

    /** Compares what will be measured. */
    @Setup
    public void agree() {
        Agreement.require("the generated derivative", handWritten(), generated());
        Agreement.require("Hipparchus' derivative", handWritten(), hipparchus().getPartialDerivative(0));
    }

    @Benchmark
    public double primal() {
        return Parabola.parabola(x);
    }

    @Benchmark
    public double generated() {
        return ParabolaGrad.parabolaGrad(x);
    }

    @Benchmark
    public double handWritten() {
        return ParabolaByHand.derivative(x);
    }

    @Benchmark
    public Gradient hipparchus() {
        return ParabolaGradient.parabola(x);
    }

    /** One-sided. */
    @Benchmark
    public double differences() {
        double step = 0x1p-26;
        return (Parabola.parabola(x + step) - Parabola.parabola(x)) / step;
    }
}
