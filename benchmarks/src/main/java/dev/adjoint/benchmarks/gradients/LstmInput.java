package dev.adjoint.benchmarks.gradients;

import java.util.Random;

/** A character model and a text of random bits, drawn like ADBench's files: 14 bits for each character. */
record LstmInput(int l, int c, int b, double[] main, double[] extra, double[] state, double[] sequence) {
    private static final int BITS = 14;

    static LstmInput random(int l, int c) {
        Random random = new Random(2);
        double[] main = random.doubles(8L * l * BITS, -1, 1).toArray();
        double[] extra = random.doubles(3L * BITS, -1, 1).toArray();
        double[] state = random.doubles(2L * l * BITS, -1, 1).toArray();
        double[] sequence = random.ints((long) c * BITS, 0, 2).asDoubleStream().toArray();
        return new LstmInput(l, c, BITS, main, extra, state, sequence);
    }
}
