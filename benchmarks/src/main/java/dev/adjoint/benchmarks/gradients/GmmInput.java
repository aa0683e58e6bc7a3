package dev.adjoint.benchmarks.gradients;

import java.util.Random;

/**
 * A mixture of Gaussians and points, drawn like ADBench's files: standard normal numbers, means in the unit cube, gamma 1 and
 * m 0.
 */
record GmmInput(int d, int k, int n, double[] alphas, double[] means, double[] icf, double[] x, double gamma, int m) {
    static GmmInput random(int d, int k, int n) {
        Random random = new Random(1);
        double[] alphas = random.doubles(k, -1, 1).toArray();
        double[] means = random.doubles((long) k * d).toArray();
        double[] icf = normal(random, k * d * (d + 1) / 2);
        double[] x = normal(random, n * d);
        return new GmmInput(d, k, n, alphas, means, icf, x, 1, 0);
    }

    private static double[] normal(Random random, int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextGaussian();
        }
        return numbers;
    }
}
