package dev.adjoint.examples;

import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;
import java.util.Locale;

/**
 * What was the temperature along a rod, given what it is after many time steps? The gradient of the misfit by the initial
 * temperature needs the states of all steps; with a checkpointed loop only a few of them are stored at a time.
 */
public final class HeatInversion {
    private static final int CELLS = 32;
    private static final int STEPS = 2_000;
    private static final double CONDUCTION = 0.02;
    private static final double LOSS = 1e-4;

    private HeatInversion() {}

    /**
     * One time step: heat flows between neighbours, and some is lost, the more the hotter a cell is.
     *
     * @param u the temperature of each cell
     * @return the temperatures after the step
     */
    static double[] step(double[] u) {
        int n = u.length;
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            double left = u[Math.max(i - 1, 0)];
            double right = u[Math.min(i + 1, n - 1)];
            next[i] = u[i] + CONDUCTION * (left - 2 * u[i] + right) - LOSS * u[i] * u[i] * u[i];
        }
        return next;
    }

    /**
     * How far the temperatures after many steps are from those observed.
     *
     * @param start the initial temperatures
     * @param observed the final temperatures
     * @param steps the number of time steps
     * @return the sum of the squares of the differences
     */
    @Differentiable(wrt = "start")
    @Checkpoint(slots = 20, loop = "time")
    public static double misfit(double[] start, double[] observed, int steps) {
        double[] u = start;
        time:
        for (int t = 0; t < steps; t++) {
            u = step(u);
        }
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double difference = u[i] - observed[i];
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * The temperatures of the experiment.
     *
     * @return what the inversion is to find
     */
    static double[] truth() {
        double[] u = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            u[i] = 1 + Math.sin(2 * Math.PI * i / CELLS);
        }
        return u;
    }

    /**
     * The temperatures at the end of the experiment.
     *
     * @return what is observed
     */
    static double[] observed() {
        double[] u = truth();
        for (int t = 0; t < STEPS; t++) {
            u = step(u);
        }
        return u;
    }

    /**
     * Goes down the gradient from a rod of constant temperature.
     *
     * @param observed the final temperatures
     * @param iterations how many steps down
     * @return the initial temperatures found
     */
    static double[] invert(double[] observed, int iterations) {
        double[] u = new double[observed.length];
        java.util.Arrays.fill(u, 1);
        for (int k = 0; k < iterations; k++) {
            double[] gradient = HeatInversionGrad.misfitGrad(u, observed, STEPS);
            for (int i = 0; i < u.length; i++) {
                u[i] -= 0.4 * gradient[i];
            }
        }
        return u;
    }

    /**
     * Runs the inversion.
     *
     * @param args none
     */
    public static void main(String[] args) {
        double[] observed = observed();
        for (int iterations : new int[] {0, 10, 100}) {
            double[] found = invert(observed, iterations);
            double misfit = misfit(found, observed, STEPS);
            System.out.println(String.format(Locale.ROOT, "%d iterations: misfit %.2e", iterations, misfit));
        }
    }
}
