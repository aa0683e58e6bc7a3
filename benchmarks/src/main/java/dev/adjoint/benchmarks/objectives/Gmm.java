package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** The log-likelihood of a mixture of Gaussians with a Wishart prior, as ADBench defines it. */
public final class Gmm {
    private Gmm() {}

    /** As the benchmark's C code has it. */
    public static final double PI = 3.14159265359;

    /**
     * ADBench's form: log-likelihood plus prior.
     *
     * @param d dimensions
     * @param k components
     * @param n points
     * @param alphas logarithms of the weights
     * @param means d numbers for each component
     * @param icf for each component the logarithms of the diagonal of a triangular factor, then what is below the diagonal,
     *     column by column
     * @param x d numbers for each point
     * @param gamma a parameter of the prior
     * @param m another
     */
    @Differentiable(wrt = {"alphas", "means", "icf"})
    public static double objective(
            int d, int k, int n, double[] alphas, double[] means, double[] icf, double[] x, double gamma, int m) {
        double[][] diagonals = new double[k][d];
        double[] sums = new double[k];
        diagonals(d, k, icf, diagonals, sums);
        return logLikelihood(d, k, n, alphas, means, icf, x, diagonals, sums)
                + prior(d, k, icf, diagonals, sums, gamma, m);
    }

    /** GradBench's form, in which the prior is subtracted. */
    @Differentiable(wrt = {"alphas", "means", "icf"})
    public static double posterior(
            int d, int k, int n, double[] alphas, double[] means, double[] icf, double[] x, double gamma, int m) {
        double[][] diagonals = new double[k][d];
        double[] sums = new double[k];
        diagonals(d, k, icf, diagonals, sums);
        return logLikelihood(d, k, n, alphas, means, icf, x, diagonals, sums)
                - prior(d, k, icf, diagonals, sums, gamma, m);
    }

    /** The diagonals of the factors, and the sums of their logarithms. */
    static void diagonals(int d, int k, double[] icf, double[][] diagonals, double[] sums) {
        int s = d * (d + 1) / 2;
        for (int c = 0; c < k; c++) {
            for (int r = 0; r < d; r++) {
                sums[c] += icf[c * s + r];
                diagonals[c][r] = Math.exp(icf[c * s + r]);
            }
        }
    }

    static double logLikelihood(
            int d,
            int k,
            int n,
            double[] alphas,
            double[] means,
            double[] icf,
            double[] x,
            double[][] diagonals,
            double[] sums) {
        int s = d * (d + 1) / 2;
        double likelihood = 0;
        double[] terms = new double[k];
        double[] centered = new double[d];
        double[] scaled = new double[d];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                for (int r = 0; r < d; r++) {
                    centered[r] = x[i * d + r] - means[c * d + r];
                }
                multiply(d, icf, c * s + d, diagonals[c], centered, scaled);
                terms[c] = alphas[c] + sums[c] - 0.5 * squaredNorm(scaled);
            }
            likelihood += logSumExp(terms);
        }
        return -n * d * 0.5 * Math.log(2 * PI) + likelihood - n * logSumExp(alphas);
    }

    /** The product of the triangular factor and a vector. */
    static void multiply(int d, double[] icf, int start, double[] diagonal, double[] v, double[] out) {
        for (int r = 0; r < d; r++) {
            out[r] = diagonal[r] * v[r];
        }
        int p = start;
        for (int c = 0; c < d; c++) {
            for (int r = c + 1; r < d; r++) {
                out[r] += icf[p++] * v[c];
            }
        }
    }

    static double squaredNorm(double[] v) {
        double s = 0;
        for (double e : v) {
            s += e * e;
        }
        return s;
    }

    static double logSumExp(double[] v) {
        double max = v[0];
        for (double e : v) {
            if (e > max) {
                max = e;
            }
        }
        double s = 0;
        for (double e : v) {
            s += Math.exp(e - max);
        }
        return Math.log(s) + max;
    }

    static double prior(int d, int k, double[] icf, double[][] diagonals, double[] sums, double gamma, int m) {
        int s = d * (d + 1) / 2;
        int n = d + m + 1;
        double c = n * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGammaOf(0.5 * n, d);
        double total = 0;
        for (int j = 0; j < k; j++) {
            double frobenius = squaredNorm(diagonals[j]);
            for (int p = d; p < s; p++) {
                frobenius += icf[j * s + p] * icf[j * s + p];
            }
            total += 0.5 * gamma * gamma * frobenius - m * sums[j];
        }
        return total - k * c;
    }

    /** The multivariate log-gamma function. */
    public static double logGammaOf(double a, int p) {
        double sum = 0.25 * p * (p - 1) * Math.log(PI);
        for (int j = 1; j <= p; j++) {
            sum += logGamma(a + 0.5 * (1 - j));
        }
        return sum;
    }

    /** Stirling's series, after a shift to where six terms are exact. */
    static double logGamma(double a) {
        double product = 1;
        double x = a;
        while (x < 16) {
            product *= x;
            x++;
        }
        double q = 1 / (x * x);
        double series = (1.0 / 12 - q * (1.0 / 360 - q * (1.0 / 1260 - q * (1.0 / 1680 - q / 1188)))) / x;
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
    }
}
