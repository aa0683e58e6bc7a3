package dev.adjoint.benchmarks.handwritten;

import dev.adjoint.benchmarks.objectives.Gmm;
import java.util.Arrays;

/** The gradient of {@link Gmm#objective}. */
public final class GmmByHand {
    private final int d;
    private final int k;
    private final int s;
    private final double[] icf;
    private final double[] means;
    private final double[] diagonals;
    private final double[] sums;
    private final double[] centered;
    private final double[] scaled;
    private final double[] scaledBar;

    private GmmByHand(int d, int k, double[] means, double[] icf) {
        this.d = d;
        this.k = k;
        this.s = d * (d + 1) / 2;
        this.icf = icf;
        this.means = means;
        this.diagonals = new double[k * d];
        this.sums = new double[k];
        this.centered = new double[k * d];
        this.scaled = new double[k * d];
        this.scaledBar = new double[d];
        for (int c = 0; c < k; c++) {
            double sum = 0;
            for (int r = 0; r < d; r++) {
                sum += icf[c * s + r];
                diagonals[c * d + r] = Math.exp(icf[c * s + r]);
            }
            sums[c] = sum;
        }
    }

    /** Overwrites the three gradients, and returns the value. */
    public static double valueAndGradient(
            int d,
            int k,
            int n,
            double[] alphas,
            double[] means,
            double[] icf,
            double[] x,
            double gamma,
            int m,
            double[] alphasBar,
            double[] meansBar,
            double[] icfBar) {
        GmmByHand work = new GmmByHand(d, k, means, icf);
        Arrays.fill(meansBar, 0);
        double value = work.prior(gamma, m, icfBar);
        double[] shares = new double[k];
        value -= n * shares(alphas, shares);
        for (int c = 0; c < k; c++) {
            alphasBar[c] = -n * shares[c];
        }
        double[] terms = new double[k];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                terms[c] = alphas[c] + work.sums[c] - 0.5 * work.distance(c, x, i * d);
            }
            value += shares(terms, shares);
            for (int c = 0; c < k; c++) {
                alphasBar[c] += shares[c];
                work.distanceBack(c, shares[c], meansBar, icfBar);
            }
        }
        return value - n * d * 0.5 * Math.log(2 * Gmm.PI);
    }

    /** Log-sum-exp, and its gradient. */
    private static double shares(double[] terms, double[] shares) {
        double max = terms[0];
        for (int c = 1; c < terms.length; c++) {
            max = Math.max(max, terms[c]);
        }
        double sum = 0;
        for (int c = 0; c < terms.length; c++) {
            double e = Math.exp(terms[c] - max);
            shares[c] = e;
            sum += e;
        }
        for (int c = 0; c < terms.length; c++) {
            shares[c] /= sum;
        }
        return Math.log(sum) + max;
    }

    /** The squared norm of the factor times what is left between a point and a mean; keeps both vectors. */
    private double distance(int c, double[] x, int xAt) {
        int at = c * d;
        for (int r = 0; r < d; r++) {
            double e = x[xAt + r] - means[at + r];
            centered[at + r] = e;
            scaled[at + r] = diagonals[at + r] * e;
        }
        int p = c * s + d;
        for (int col = 0; col < d; col++) {
            double e = centered[at + col];
            for (int r = col + 1; r < d; r++) {
                scaled[at + r] += icf[p++] * e;
            }
        }
        double sum = 0;
        for (int r = 0; r < d; r++) {
            sum += scaled[at + r] * scaled[at + r];
        }
        return sum;
    }

    private void distanceBack(int c, double share, double[] meansBar, double[] icfBar) {
        int at = c * d;
        for (int r = 0; r < d; r++) {
            scaledBar[r] = -share * scaled[at + r];
        }
        int p = c * s + d;
        for (int col = 0; col < d; col++) {
            double e = centered[at + col];
            double q = diagonals[at + col];
            double eBar = q * scaledBar[col];
            icfBar[c * s + col] += share + eBar * e;
            for (int r = col + 1; r < d; r++) {
                eBar += icf[p] * scaledBar[r];
                icfBar[p++] += e * scaledBar[r];
            }
            meansBar[at + col] -= eBar;
        }
    }

    /** Overwrites the gradient by the factors with that of the prior. */
    private double prior(double gamma, int m, double[] icfBar) {
        int n = d + m + 1;
        double value = -k * (n * d * (Math.log(gamma) - 0.5 * Math.log(2)) - Gmm.logGammaOf(0.5 * n, d));
        double square = gamma * gamma;
        for (int c = 0; c < k; c++) {
            double norm = 0;
            for (int r = 0; r < d; r++) {
                double q = diagonals[c * d + r];
                norm += q * q;
                icfBar[c * s + r] = square * q * q - m;
            }
            for (int p = c * s + d; p < (c + 1) * s; p++) {
                norm += icf[p] * icf[p];
                icfBar[p] = square * icf[p];
            }
            value += 0.5 * square * norm - m * sums[c];
        }
        return value;
    }
}
