package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** The logarithm of a sum of exponentials. */
public final class LogSumExp {
    private LogSumExp() {}

    @Differentiable
    public static double logSumExp(double[] x) {
        int largest = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[largest]) {
                largest = i;
            }
        }
        double max = x[largest];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i] - max);
        }
        return max + Math.log(sum);
    }
}
