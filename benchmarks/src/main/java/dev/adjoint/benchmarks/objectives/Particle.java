package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** A charged particle between two others, one of which is to be placed so that the particle lands at the origin. */
public final class Particle {
    private static final double STEP = 0.1;

    private Particle() {}

    /** The potential at {@code x}. */
    @Differentiable(wrt = "x")
    public static double potential(double[] x, double w) {
        return inverseDistance(x, 10 - w) + inverseDistance(x, 0);
    }

    private static double inverseDistance(double[] x, double height) {
        double across = x[0] - 10;
        double up = x[1] - height;
        return 1 / Math.sqrt(across * across + up * up);
    }

    /** The square of the place where the particle lands; accelerations in forward mode. */
    @Differentiable
    public static double landingForward(double w) {
        return landing(w, Particle::slopeForward);
    }

    /** The same; accelerations in reverse mode. */
    @Differentiable
    public static double landingReverse(double w) {
        return landing(w, Particle::slopeReverse);
    }

    /** The gradient of the potential. */
    @FunctionalInterface
    interface Slope {
        double[] at(double[] x, double w);
    }

    static double[] slopeForward(double[] x, double w) {
        return new double[] {
            ParticleGrad.potentialJvp(x, w, new double[] {1, 0}), ParticleGrad.potentialJvp(x, w, new double[] {0, 1})
        };
    }

    static double[] slopeReverse(double[] x, double w) {
        return ParticleGrad.potentialGrad(x, w);
    }

    private static double landing(double w, Slope slope) {
        double[] x = {0, 8};
        double[] v = {0.75, 0};
        while (true) {
            double[] s = slope.at(x, w);
            x = new double[] {x[0] + STEP * v[0], x[1] + STEP * v[1]};
            if (x[1] <= 0) {
                double place = x[0] - x[1] / v[1] * v[0];
                return place * place;
            }
            v = new double[] {v[0] - STEP * s[0], v[1] - STEP * s[1]};
        }
    }
}
