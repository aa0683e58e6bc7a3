package dev.adjoint.benchmarks.handwritten;

import java.util.Arrays;

/** The gradient of {@link dev.adjoint.benchmarks.objectives.Lstm}. */
public final class LstmByHand {
    private final int l;
    private final int b;
    private final double[] main;
    private final double[] mainBar;

    /** What the way back needs of every unit at every step, by step, layer and unit. */
    private final double[] inputs;

    private final double[] hiddens;
    private final double[] cells;
    private final double[] forgets;
    private final double[] ins;
    private final double[] outs;
    private final double[] changes;
    private final double[] tanhs;

    private LstmByHand(int l, int b, int steps, double[] main, double[] mainBar) {
        this.l = l;
        this.b = b;
        this.main = main;
        this.mainBar = mainBar;
        int size = steps * l * b;
        inputs = new double[size];
        hiddens = new double[size];
        cells = new double[size];
        forgets = new double[size];
        ins = new double[size];
        outs = new double[size];
        changes = new double[size];
        tanhs = new double[size];
    }

    /** Overwrites the two gradients, and returns the value. */
    public static double valueAndGradient(
            int l,
            int c,
            int b,
            double[] main,
            double[] extra,
            double[] state,
            double[] sequence,
            double[] mainBar,
            double[] extraBar) {
        int steps = c - 1;
        LstmByHand work = new LstmByHand(l, b, steps, main, mainBar);
        double[] s = state.clone();
        double[] top = new double[steps * b];
        double[] shares = new double[steps * b];
        double total = 0;
        for (int t = 0; t < steps; t++) {
            work.forward(t, extra, s, sequence, top);
            total += loss(t, b, extra, top, sequence, shares);
        }
        Arrays.fill(mainBar, 0);
        Arrays.fill(extraBar, 0);
        double[] sBar = new double[s.length];
        double[] inputBar = new double[b];
        double scale = -1.0 / (b * steps);
        for (int t = steps - 1; t >= 0; t--) {
            lossBack(t, b, scale, extra, top, sequence, shares, inputBar, extraBar);
            work.back(t, sBar, inputBar);
            for (int i = 0; i < b; i++) {
                extraBar[i] += inputBar[i] * sequence[t * b + i];
            }
        }
        return scale * total;
    }

    private void forward(int t, double[] extra, double[] s, double[] sequence, double[] top) {
        int at = t * l * b;
        for (int i = 0; i < b; i++) {
            inputs[at + i] = sequence[t * b + i] * extra[i];
        }
        for (int layer = 0; layer < l; layer++) {
            boolean last = layer == l - 1;
            step(at, 8 * b * layer, s, 2 * b * layer, last ? top : inputs, last ? t * b : at + b);
            at += b;
        }
    }

    /** One layer; its output goes to {@code output}. */
    private void step(int at, int p, double[] s, int hidden, double[] output, int outputAt) {
        int bias = p + 4 * b;
        for (int i = 0; i < b; i++) {
            double input = inputs[at + i];
            double h = s[hidden + i];
            double cell = s[hidden + b + i];
            double forget = sigmoid(input * main[p + i] + main[bias + i]);
            double in = sigmoid(h * main[p + b + i] + main[bias + b + i]);
            double out = sigmoid(input * main[p + 2 * b + i] + main[bias + 2 * b + i]);
            double change = Math.tanh(h * main[p + 3 * b + i] + main[bias + 3 * b + i]);
            double next = cell * forget + in * change;
            double tanh = Math.tanh(next);
            hiddens[at + i] = h;
            cells[at + i] = cell;
            forgets[at + i] = forget;
            ins[at + i] = in;
            outs[at + i] = out;
            changes[at + i] = change;
            tanhs[at + i] = tanh;
            s[hidden + b + i] = next;
            s[hidden + i] = out * tanh;
            output[outputAt + i] = out * tanh;
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double loss(int t, int b, double[] extra, double[] top, double[] sequence, double[] shares) {
        double sum = 2;
        double matched = 0;
        double ones = 0;
        for (int i = 0; i < b; i++) {
            double predicted = top[t * b + i] * extra[b + i] + extra[2 * b + i];
            double e = Math.exp(predicted);
            shares[t * b + i] = e;
            sum += e;
            double seen = sequence[(t + 1) * b + i];
            matched += seen * predicted;
            ones += seen;
        }
        for (int i = 0; i < b; i++) {
            shares[t * b + i] *= ones / sum;
        }
        return matched - ones * Math.log(sum);
    }

    private static void lossBack(
            int t,
            int b,
            double scale,
            double[] extra,
            double[] top,
            double[] sequence,
            double[] shares,
            double[] inputBar,
            double[] extraBar) {
        for (int i = 0; i < b; i++) {
            double predictedBar = scale * (sequence[(t + 1) * b + i] - shares[t * b + i]);
            inputBar[i] = predictedBar * extra[b + i];
            extraBar[b + i] += predictedBar * top[t * b + i];
            extraBar[2 * b + i] += predictedBar;
        }
    }

    private void back(int t, double[] sBar, double[] inputBar) {
        for (int layer = l - 1; layer >= 0; layer--) {
            stepBack((t * l + layer) * b, 8 * b * layer, sBar, 2 * b * layer, inputBar);
        }
    }

    private void stepBack(int at, int p, double[] sBar, int hidden, double[] inputBar) {
        int bias = p + 4 * b;
        for (int i = 0; i < b; i++) {
            double forget = forgets[at + i];
            double in = ins[at + i];
            double out = outs[at + i];
            double change = changes[at + i];
            double tanh = tanhs[at + i];
            double hBar = sBar[hidden + i] + inputBar[i];
            double cellBar = sBar[hidden + b + i] + hBar * out * (1 - tanh * tanh);
            double outBar = hBar * tanh * out * (1 - out);
            double forgetBar = cellBar * cells[at + i] * forget * (1 - forget);
            double inBar = cellBar * change * in * (1 - in);
            double changeBar = cellBar * in * (1 - change * change);
            double input = inputs[at + i];
            double h = hiddens[at + i];
            mainBar[p + i] += forgetBar * input;
            mainBar[bias + i] += forgetBar;
            mainBar[p + b + i] += inBar * h;
            mainBar[bias + b + i] += inBar;
            mainBar[p + 2 * b + i] += outBar * input;
            mainBar[bias + 2 * b + i] += outBar;
            mainBar[p + 3 * b + i] += changeBar * h;
            mainBar[bias + 3 * b + i] += changeBar;
            sBar[hidden + i] = inBar * main[p + b + i] + changeBar * main[p + 3 * b + i];
            sBar[hidden + b + i] = cellBar * forget;
            inputBar[i] = forgetBar * main[p + i] + outBar * main[p + 2 * b + i];
        }
    }
}
