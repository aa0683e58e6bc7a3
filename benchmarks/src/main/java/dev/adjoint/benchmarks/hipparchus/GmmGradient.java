package dev.adjoint.benchmarks.hipparchus;

import dev.adjoint.benchmarks.objectives.Gmm;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Gmm#objective}. */
public final class GmmGradient {
    private final int d;
    private final int k;
    private final int s;
    private final Variables variables;
    private final Gradient[] alphas;
    private final Gradient[] means;
    private final Gradient[] icf;

    private GmmGradient(int d, int k, double[] alphas, double[] means, double[] icf) {
        this.d = d;
        this.k = k;
        this.s = d * (d + 1) / 2;
        this.variables = new Variables(alphas.length + means.length + icf.length);
        this.alphas = variables.take(alphas);
        this.means = variables.take(means);
        this.icf = variables.take(icf);
    }

    /** The value, and the gradient by the three arrays one after the other. */
    public static Gradient objective(
            int d, int k, int n, double[] alphas, double[] means, double[] icf, double[] x, double gamma, int m) {
        return new GmmGradient(d, k, alphas, means, icf).value(n, x, gamma, m);
    }

    private Gradient value(int n, double[] x, double gamma, int m) {
        Gradient[] diagonals = new Gradient[k * d];
        Gradient[] sums = variables.zeros(k);
        for (int c = 0; c < k; c++) {
            for (int r = 0; r < d; r++) {
                sums[c] = sums[c].add(icf[c * s + r]);
                diagonals[c * d + r] = icf[c * s + r].exp();
            }
        }
        Gradient likelihood = variables.constant(-n * d * 0.5 * Math.log(2 * Gmm.PI));
        Gradient[] terms = new Gradient[k];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                Gradient distance = distance(x, i * d, c, diagonals);
                terms[c] = alphas[c].add(sums[c]).subtract(distance.multiply(0.5));
            }
            likelihood = likelihood.add(logSumExp(terms));
        }
        return likelihood.subtract(logSumExp(alphas).multiply(n)).add(prior(diagonals, sums, gamma, m));
    }

    private Gradient distance(double[] x, int xAt, int c, Gradient[] diagonals) {
        Gradient[] centered = new Gradient[d];
        Gradient[] scaled = new Gradient[d];
        for (int r = 0; r < d; r++) {
            centered[r] = means[c * d + r].subtract(x[xAt + r]).negate();
            scaled[r] = diagonals[c * d + r].multiply(centered[r]);
        }
        int p = c * s + d;
        for (int col = 0; col < d; col++) {
            for (int r = col + 1; r < d; r++) {
                scaled[r] = scaled[r].add(icf[p++].multiply(centered[col]));
            }
        }
        return squaredNorm(scaled, 0, d);
    }

    private Gradient squaredNorm(Gradient[] v, int from, int to) {
        Gradient sum = variables.constant(0);
        for (int i = from; i < to; i++) {
            sum = sum.add(v[i].multiply(v[i]));
        }
        return sum;
    }

    private Gradient logSumExp(Gradient[] v) {
        double max = Double.NEGATIVE_INFINITY;
        for (Gradient e : v) {
            max = Math.max(max, e.getValue());
        }
        Gradient sum = variables.constant(0);
        for (Gradient e : v) {
            sum = sum.add(e.subtract(max).exp());
        }
        return sum.log().add(max);
    }

    private Gradient prior(Gradient[] diagonals, Gradient[] sums, double gamma, int m) {
        int n = d + m + 1;
        double c = n * d * (Math.log(gamma) - 0.5 * Math.log(2)) - Gmm.logGammaOf(0.5 * n, d);
        Gradient total = variables.constant(-k * c);
        for (int j = 0; j < k; j++) {
            Gradient norm = squaredNorm(diagonals, j * d, (j + 1) * d).add(squaredNorm(icf, j * s + d, (j + 1) * s));
            total = total.add(norm.multiply(0.5 * gamma * gamma)).subtract(sums[j].multiply(m));
        }
        return total;
    }
}
