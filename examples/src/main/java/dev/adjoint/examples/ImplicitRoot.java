package dev.adjoint.examples;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;
import java.util.Locale;

/**
 * A root that is found by iteration, differentiated by the implicit function theorem: what matters is the equation, not the
 * way to its solution. The equation is Kepler's, {@code E - e sin E = M}.
 */
public final class ImplicitRoot {
    private ImplicitRoot() {}

    /**
     * What is zero at the root.
     *
     * @param anomaly the eccentric anomaly E
     * @param mean the mean anomaly M
     * @param eccentricity the eccentricity e
     * @return the residual
     */
    @Differentiable
    static double residual(double anomaly, double mean, double eccentricity) {
        return anomaly - eccentricity * Math.sin(anomaly) - mean;
    }

    /** The eccentric anomaly, by Newton's method with the generated derivative of the residual. */
    static double anomaly(double mean, double eccentricity) {
        double anomaly = mean + eccentricity * Math.sin(mean);
        for (int i = 0; i < 50; i++) {
            double step = residual(anomaly, mean, eccentricity)
                    / ImplicitRootGrad.residualGrad(anomaly, mean, eccentricity).anomaly();
            anomaly -= step;
            if (Math.abs(step) < 1e-15) {
                break;
            }
        }
        return anomaly;
    }

    /** The partial derivatives by the mean anomaly and by the eccentricity. */
    record Partials(double mean, double eccentricity) {}

    /** The implicit function theorem: {@code dE/dp = -(dr/dp) / (dr/dE)}. */
    @DerivativeOf(type = ImplicitRoot.class, method = "anomaly")
    static Partials anomalyPartials(double mean, double eccentricity, double anomaly) {
        var partials = ImplicitRootGrad.residualGrad(anomaly, mean, eccentricity);
        return new Partials(-partials.mean() / partials.anomaly(), -partials.eccentricity() / partials.anomaly());
    }

    /**
     * The distance of a planet from its sun.
     *
     * @param mean the mean anomaly, which grows evenly with time
     * @param eccentricity how far the orbit is from a circle
     * @return the distance, in units of the larger half axis
     */
    @Differentiable(order = 2)
    public static double distance(double mean, double eccentricity) {
        return 1 - eccentricity * Math.cos(anomaly(mean, eccentricity));
    }

    /**
     * Prints the distance, and how fast it changes.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var gradient = ImplicitRootGrad.distanceGrad(1, 0.2);
        System.out.printf(Locale.ROOT, "distance       %.9f%n", distance(1, 0.2));
        System.out.printf(Locale.ROOT, "d mean         %.9f%n", gradient.mean());
        System.out.printf(Locale.ROOT, "d eccentricity %.9f%n", gradient.eccentricity());
    }
}
