package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** The loss of a character model of diagonal LSTM layers, as ADBench defines it. */
public final class Lstm {
    private Lstm() {}

    @Differentiable(wrt = {"main", "extra"})
    public static double objective(
            int l, int c, int b, double[] main, double[] extra, double[] state, double[] sequence) {
        double[] s = state.clone();
        double total = 0;
        double[] input = new double[b];
        double[] predicted = new double[b];
        for (int t = 0; t + 1 < c; t++) {
            for (int i = 0; i < b; i++) {
                input[i] = sequence[t * b + i] * extra[i];
            }
            for (int layer = 0; layer < l; layer++) {
                step(b, main, 8 * b * layer, s, 2 * b * layer, input);
            }
            double sum = 0;
            for (int i = 0; i < b; i++) {
                predicted[i] = input[i] * extra[b + i] + extra[2 * b + i];
                sum += Math.exp(predicted[i]);
            }
            double norm = Math.log(2 + sum);
            for (int i = 0; i < b; i++) {
                total += sequence[(t + 1) * b + i] * (predicted[i] - norm);
            }
        }
        return -total / (b * (c - 1));
    }

    /** One layer: updates its state, hidden values first, and replaces its input by its output. */
    static void step(int b, double[] p, int at, double[] s, int hidden, double[] input) {
        int bias = at + 4 * b;
        int cell = hidden + b;
        for (int i = 0; i < b; i++) {
            double forget = sigmoid(input[i] * p[at + i] + p[bias + i]);
            double in = sigmoid(s[hidden + i] * p[at + b + i] + p[bias + b + i]);
            double out = sigmoid(input[i] * p[at + 2 * b + i] + p[bias + 2 * b + i]);
            double change = Math.tanh(s[hidden + i] * p[at + 3 * b + i] + p[bias + 3 * b + i]);
            s[cell + i] = s[cell + i] * forget + in * change;
            s[hidden + i] = out * Math.tanh(s[cell + i]);
            input[i] = s[hidden + i];
        }
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
