package dev.adjoint.tensor.kernel;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/** Splits long loops over the common pool. */
public final class Parallel {
    /** Below this many elements a loop is not split: handing over work costs more than it saves. */
    public static final int GRAIN = 1 << 15;

    private Parallel() {}

    /** A part of a loop. */
    @FunctionalInterface
    public interface Range {
        /** Runs the iterations from (inclusive) to to (exclusive). */
        void run(int from, int to);
    }

    /** Whether a loop of n iterations is worth splitting. */
    public static boolean pays(long n) {
        return n >= 2L * GRAIN && ForkJoinPool.getCommonPoolParallelism() > 0;
    }

    /** How many of n iterations a part should have that prepares something of its own: few parts for each thread. */
    public static int share(int n) {
        return n / (4 * (ForkJoinPool.getCommonPoolParallelism() + 1)) + 1;
    }

    /** Runs the iterations 0 to n in parts of at least {@code grain}, and returns when all are done. */
    public static void run(int n, int grain, Range body) {
        if (n < 2L * grain || ForkJoinPool.getCommonPoolParallelism() == 0) {
            body.run(0, n);
        } else {
            ForkJoinPool.commonPool().invoke(new Part(0, n, grain, body));
        }
    }

    private static final class Part extends RecursiveAction {
        private static final long serialVersionUID = 1;
        private final int from;
        private final int to;
        private final int grain;
        private final transient Range body;

        Part(int from, int to, int grain, Range body) {
            this.from = from;
            this.to = to;
            this.grain = grain;
            this.body = body;
        }

        @Override
        protected void compute() {
            if (to - from < 2L * grain) {
                body.run(from, to);
                return;
            }
            int middle = (from + to) >>> 1;
            invokeAll(new Part(from, middle, grain, body), new Part(middle, to, grain, body));
        }
    }
}
