package dev.adjoint.benchmarks.objectives;

/** Gradient descent with a step that grows and shrinks: GradBench's, to the letter. */
public final class Descent {
    private static final double TOLERANCE = 1e-5;

    private Descent() {}

    /** What is made small. */
    @FunctionalInterface
    public interface Objective {
        /** The value at {@code x}. */
        double value(double[] x);
    }

    /** Its gradient. */
    @FunctionalInterface
    public interface Gradient {
        /** The gradient at {@code x}. */
        double[] at(double[] x);
    }

    /** Where the objective is small. */
    public static double[] argmin(double[] start, Objective objective, Gradient gradient) {
        double[] x = start;
        double value = objective.value(x);
        double[] slope = gradient.at(x);
        double eta = 1e-5;
        int successes = 0;
        while (norm(slope) > TOLERANCE) {
            if (successes == 10) {
                eta *= 2;
                successes = 0;
            } else {
                double[] next = moved(x, eta, slope);
                if (distance(x, next) <= TOLERANCE) {
                    return x;
                }
                double nextValue = objective.value(next);
                if (nextValue < value) {
                    x = next;
                    value = nextValue;
                    slope = gradient.at(x);
                    successes++;
                } else {
                    eta /= 2;
                    successes = 0;
                }
            }
        }
        return x;
    }

    private static double[] moved(double[] x, double eta, double[] slope) {
        double[] moved = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            moved[i] = x[i] - eta * slope[i];
        }
        return moved;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double e : v) {
            sum += e * e;
        }
        return Math.sqrt(sum);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
