package dev.adjoint.check.measure;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.bind.Generated;
import dev.adjoint.check.bind.Point;
import dev.adjoint.check.bind.Thrown;
import dev.adjoint.check.bind.Vectors;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.sample.Sampler;
import dev.adjoint.check.sample.Undrawable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Evaluates a method and its derivative on slices through its domain, and times both. */
public final class Measuring {
    private static final int CURVES = 4;
    private static final int STEPS = 120;
    private static final int TRIES = 64;

    private final Binding binding;
    private final Generated generated;
    private final Settings settings;

    /** Prepares the measurement of a derivative. */
    public Measuring(Binding binding, Settings settings) {
        this.binding = binding;
        this.generated = new Generated(binding);
        this.settings = settings;
    }

    /** Takes the measurement. */
    public Measurement run() {
        try {
            Point point = inside();
            if (point == null) {
                return Measurement.none(binding.derivative(), "no input inside of the domain was found");
            }
            return new Measurement(binding.derivative().id(), curves(point), Cost.of(generated, point), "");
        } catch (Undrawable e) {
            return Measurement.none(binding.derivative(), e.getMessage());
        }
    }

    private @Nullable Point inside() {
        Sampler sampler = new Sampler(binding, settings);
        for (int k = 0; k < TRIES; k++) {
            Point point = sampler.draw(k);
            if (point.size() > 0 && isInside(point)) {
                return point;
            }
        }
        return null;
    }

    private boolean isInside(Point point) {
        try {
            return Double.isFinite(value(point, point.numbers()));
        } catch (Thrown outside) {
            return false;
        }
    }

    private double value(Point point, double[] x) {
        return Arrays.stream(generated.value(point, x)).sum();
    }

    private List<Measurement.Curve> curves(Point point) {
        List<Measurement.Curve> curves = new ArrayList<>();
        for (int i = 0; i < Math.min(CURVES, point.size()); i++) {
            curves.add(curve(point, i));
        }
        return curves;
    }

    private Measurement.Curve curve(Point point, int i) {
        double[] range = range(point, i);
        double[] x = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(s -> range[0] + (range[1] - range[0]) * s / STEPS)
                .toArray();
        double[] values = along(point, i, x, at -> value(point, at));
        double[] slopes = along(point, i, x, at -> slope(point, at, i));
        double[] curvatures = generated.hasHvp() ? along(point, i, x, at -> curvature(point, at, i)) : new double[0];
        return new Measurement.Curve(point.names().get(i), point.text(), x, values, slopes, curvatures);
    }

    /** What a quantity is while number {@code i} varies; NaN where the code under check throws. */
    private static double[] along(Point point, int i, double[] x, ToDoubleFunction<double[]> quantity) {
        double[] at = point.numbers();
        double[] all = new double[x.length];
        for (int s = 0; s < x.length; s++) {
            at[i] = x[s];
            try {
                all[s] = quantity.applyAsDouble(at);
            } catch (Thrown outside) {
                all[s] = Double.NaN;
            }
        }
        return all;
    }

    /** The declared or default domain of the parameter that number {@code i} belongs to, around the number itself. */
    private double[] range(Point point, int i) {
        double here = point.numbers()[i];
        var domain = point.parameterOf(i).domain();
        boolean supplied = !binding.derivative().suppliers().isEmpty();
        if (supplied && !domain.declared()) {
            double width = Math.max(1, Math.abs(here));
            return new double[] {here - width, here + width};
        }
        return new double[] {Math.min(domain.min(), here), Math.max(domain.max(), here)};
    }

    private double slope(Point point, double[] x, int i) {
        if (!Double.isFinite(value(point, x))) {
            return Double.NaN;
        }
        if (generated.hasJvp()) {
            return Arrays.stream(generated.jvp(point, x, Vectors.unit(x.length, i)))
                    .sum();
        }
        return generated.hasGrad() ? generated.grad(point, x)[i] : reverse(point, x)[i];
    }

    private double curvature(Point point, double[] x, int i) {
        return Double.isFinite(value(point, x)) ? generated.hvp(point, x, Vectors.unit(x.length, i))[i] : Double.NaN;
    }

    private double[] reverse(Point point, double[] x) {
        double[] ones = generated.value(point, x);
        Arrays.fill(ones, 1);
        return generated.vjp(point, x, ones);
    }
}
