package dev.adjoint.check.verdict;

import dev.adjoint.check.bind.Thrown;
import dev.adjoint.check.bind.Vectors;
import dev.adjoint.check.numeric.Differences;
import dev.adjoint.check.numeric.Judge;
import dev.adjoint.check.numeric.Taylor;
import dev.adjoint.check.numeric.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A candidate along a line through the point, its results weighted and summed: a function of one variable. */
final class Direction implements DoubleUnaryOperator {
    private final Candidate candidate;
    private final double[] x;
    private final double[] v;
    private final double[] w;
    private final double scale;
    private final Precision precision;
    private final double magnitude;
    private final Map<Double, Double> known = new HashMap<>();

    Direction(Candidate candidate, double[] x, double[] v, double[] w, double scale, Precision precision) {
        this.candidate = candidate;
        this.x = x;
        this.v = v;
        this.w = w;
        this.scale = scale;
        this.precision = precision;
        this.magnitude = Vectors.magnitude(w, candidate.value(x));
    }

    /**
     * NaN where the function throws or its result has another shape than at the point. Sweeps and both sides share most of
     * their steps, and the function may be slow: what is known is not computed again.
     */
    @Override
    public double applyAsDouble(double t) {
        return known.computeIfAbsent(t, this::value);
    }

    private double value(double t) {
        try {
            double[] value = candidate.value(Vectors.along(x, t, v));
            return value.length == w.length ? Vectors.dot(w, value) : Double.NaN;
        } catch (Thrown outside) {
            return Double.NaN;
        }
    }

    private double noise(double claimed) {
        return precision.noise(magnitude + (Double.isFinite(claimed) ? Math.abs(claimed) * scale : 0));
    }

    Verdict judge(double claimed) {
        Differences differences = differences(claimed);
        double floor = precision.floor(noise(claimed), scale);
        return new Judge(precision.tolerance(), floor).judge(claimed, differences);
    }

    double order(double claimed) {
        return Taylor.order(this, claimed, scale, differences(claimed).noise());
    }

    private Differences differences(double claimed) {
        return new Differences(this, scale, noise(claimed), precision.steps());
    }
}
