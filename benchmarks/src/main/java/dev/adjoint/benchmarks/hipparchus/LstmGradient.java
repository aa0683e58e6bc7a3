package dev.adjoint.benchmarks.hipparchus;

import org.hipparchus.analysis.differentiation.Gradient;

/** {@link dev.adjoint.benchmarks.objectives.Lstm}. */
public final class LstmGradient {
    private final int l;
    private final int b;
    private final Variables variables;
    private final Gradient[] main;
    private final Gradient[] extra;
    private final Gradient[] s;

    private LstmGradient(int l, int b, double[] main, double[] extra, double[] state) {
        this.l = l;
        this.b = b;
        this.variables = new Variables(main.length + extra.length);
        this.main = variables.take(main);
        this.extra = variables.take(extra);
        this.s = new Gradient[state.length];
        for (int i = 0; i < state.length; i++) {
            s[i] = variables.constant(state[i]);
        }
    }

    /** The value, and the gradient by the two arrays one after the other. */
    public static Gradient objective(
            int l, int c, int b, double[] main, double[] extra, double[] state, double[] sequence) {
        return new LstmGradient(l, b, main, extra, state).value(c, sequence);
    }

    private Gradient value(int c, double[] sequence) {
        Gradient total = variables.constant(0);
        Gradient[] input = new Gradient[b];
        for (int t = 0; t + 1 < c; t++) {
            for (int i = 0; i < b; i++) {
                input[i] = extra[i].multiply(sequence[t * b + i]);
            }
            for (int layer = 0; layer < l; layer++) {
                step(8 * b * layer, 2 * b * layer, input);
            }
            total = total.add(loss(input, sequence, (t + 1) * b));
        }
        return total.multiply(-1.0 / (b * (c - 1)));
    }

    private Gradient loss(Gradient[] top, double[] sequence, int at) {
        Gradient[] predicted = new Gradient[b];
        Gradient sum = variables.constant(2);
        for (int i = 0; i < b; i++) {
            predicted[i] = top[i].multiply(extra[b + i]).add(extra[2 * b + i]);
            sum = sum.add(predicted[i].exp());
        }
        Gradient norm = sum.log();
        Gradient total = variables.constant(0);
        for (int i = 0; i < b; i++) {
            total = total.add(predicted[i].subtract(norm).multiply(sequence[at + i]));
        }
        return total;
    }

    private void step(int p, int hidden, Gradient[] input) {
        int cell = hidden + b;
        for (int i = 0; i < b; i++) {
            Gradient forget = sigmoid(gate(input[i], p + i));
            Gradient in = sigmoid(gate(s[hidden + i], p + b + i));
            Gradient out = sigmoid(gate(input[i], p + 2 * b + i));
            Gradient change = gate(s[hidden + i], p + 3 * b + i).tanh();
            s[cell + i] = s[cell + i].multiply(forget).add(in.multiply(change));
            s[hidden + i] = out.multiply(s[cell + i].tanh());
            input[i] = s[hidden + i];
        }
    }

    private Gradient gate(Gradient x, int p) {
        return x.multiply(main[p]).add(main[p + 4 * b]);
    }

    private static Gradient sigmoid(Gradient x) {
        return x.negate().exp().add(1).reciprocal();
    }
}
