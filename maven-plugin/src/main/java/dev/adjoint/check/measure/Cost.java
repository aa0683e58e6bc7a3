package dev.adjoint.check.measure;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.bind.Point;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * How much longer the value with the gradient takes than the method alone. A rough figure: the best of some batches,
 * after a short warm-up, arguments being copied for both.
 */
final class Cost {
    private static final int BATCHES = 7;
    private static final long BATCH_NANOS = 20_000_000;

    private final Binding binding;
    private final Point point;
    private final @Nullable Method timed;

    Cost(Binding binding, Point point) {
        this.binding = binding;
        this.point = point;
        Method both = binding.generatedMethod("ValueAndGrad");
        this.timed = both != null ? both : binding.generatedMethod("Grad");
    }

    String name() {
        return timed == null ? "" : timed.getName();
    }

    double ratio() {
        if (timed == null) {
            return Double.NaN;
        }
        Runnable copy = point::copy;
        Runnable primal = () -> binding.callPrimal(point.copy());
        Runnable gradient = () -> binding.call(timed, point.copy());
        double overhead = best(copy);
        double alone = best(primal) - overhead;
        return alone <= 0 ? Double.NaN : (best(gradient) - overhead) / alone;
    }

    private static double best(Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < BATCHES; i++) {
            best = Math.min(best, batch(work));
        }
        return best;
    }

    private static double batch(Runnable work) {
        long start = System.nanoTime();
        long calls = 0;
        while (System.nanoTime() - start < BATCH_NANOS) {
            for (int i = 0; i < 16; i++) {
                work.run();
            }
            calls += 16;
        }
        return (double) (System.nanoTime() - start) / calls;
    }
}
